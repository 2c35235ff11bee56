import Chronology

/// The four points of a span as numbers of days, `Int.min` and `.max` where nothing bounds them.
struct Box: Hashable {
  var points: [Int]

  init(_ beginEarliest: Int, _ beginLatest: Int, _ endEarliest: Int, _ endLatest: Int) {
    points = [beginEarliest, beginLatest, endEarliest, endLatest]
  }

  /// The box of a date by itself.
  init(_ units: [ClosedRange<Int>], _ reading: EDTF.Reading) {
    let (first, last) = (units[0], units[units.count - 1])
    self.init(
      first.lowerBound, reading == .whole ? last.lowerBound : last.upperBound,
      reading == .whole ? first.upperBound : first.lowerBound, last.upperBound)
  }
}

/// A value in the small world: its text, and the members of which one, or all, hold.
struct Operand {
  enum Kind { case only, oneOf, allOf }

  struct Member {
    var box: Box
    /// Whether it certainly belongs to the set: of `{..200X}` the year 2005 may.
    var isSure = true
    /// Pairs of begin and end that agree with the text, each within some days, where the box has
    /// more than they: those of one unit of a date with open digits.
    var linked: [ClosedRange<Int>]?
  }

  var text: String
  var kind = Kind.only
  var members: [Member]
  /// Half-open ranges of all-of sets: where their known end lies. Their members go on beyond all
  /// days that the question names.
  var ranges: [HalfOpen] = []

  struct HalfOpen {
    var expression: SmallWorld.Expression
    var isBefore: Bool
  }

  /// The outermost days named, twice.
  var hull: Box {
    let days = finite
    return Box(days.min() ?? 0, days.max() ?? 0, days.min() ?? 0, days.max() ?? 0)
  }

  /// All days that the text names.
  var finite: [Int] {
    members.flatMap(\.box.points).filter { $0 != .min && $0 != .max }
      + ranges.flatMap { [$0.expression.earliest, $0.expression.latest] }
  }
}

extension Operand {
  static func any(
    _ source: inout Seeded, isTiny: Bool, reading: EDTF.Reading, asOf: Int?
  ) -> Operand {
    switch source.number(0...9) {
    case 0...3: date(SmallWorld.expression(&source, isTiny: isTiny), reading)
    case 4...6: interval(&source, isTiny, asOf)
    default: set(&source, isTiny, reading)
    }
  }

  private static func date(_ date: SmallWorld.Expression, _ reading: EDTF.Reading) -> Operand {
    Operand(text: date.text, members: [member(date, reading)])
  }

  private static func member(
    _ date: SmallWorld.Expression, _ reading: EDTF.Reading
  ) -> Member {
    Member(
      box: Box(date.units, reading), linked: date.isDefinite ? nil : date.units)
  }

  private static func interval(_ source: inout Seeded, _ isTiny: Bool, _ asOf: Int?) -> Operand {
    var (a, b) = (
      SmallWorld.expression(&source, isTiny: isTiny), SmallWorld.expression(&source, isTiny: isTiny)
    )
    if b.latest < a.earliest { (a, b) = (b, a) }
    let since = asOf.map { max($0, a.earliest) } ?? a.earliest
    func operand(_ text: String, _ box: Box) -> Operand {
      Operand(text: text, members: [Member(box: box)])
    }
    return switch source.number(0...7) {
    case 0: operand("\(a.text)/..", Box(a.earliest, a.latest, since, .max))
    case 1: operand("\(a.text)/", Box(a.earliest, a.latest, a.earliest, .max))
    case 2: operand("../\(b.text)", Box(.min, b.latest, b.earliest, b.latest))
    case 3: operand("/\(b.text)", Box(.min, b.latest, b.earliest, b.latest))
    default:
      operand(
        "\(a.text)/\(b.text)",
        Box(a.earliest, min(a.latest, b.latest), max(b.earliest, a.earliest), b.latest))
    }
  }

  private static func set(
    _ source: inout Seeded, _ isTiny: Bool, _ reading: EDTF.Reading
  ) -> Operand {
    let isOneOf = source.chance(1, of: 2)
    let reading = isOneOf ? .within : reading
    var set = Operand(text: "", kind: isOneOf ? .oneOf : .allOf, members: [])
    var texts: [String] = []
    let count = source.number(1...3)
    for place in 0..<count {
      let choice = source.number(0...5)
      let isOpen = (choice == 0 && place == 0) || (choice == 1 && place == count - 1)
      var date = SmallWorld.expression(&source, isTiny: isTiny)
      if isOpen {
        texts.append(choice == 0 ? "..\(date.text)" : "\(date.text)..")
        if isOneOf {
          set.members.append(
            Member(
              box: choice == 0
                ? Box(.min, date.latest, .min, date.latest)
                : Box(date.earliest, .max, date.earliest, .max)))
        } else {
          // The days of years, one by one, would be too many members to complete.
          if !isTiny, date.months == 0 {
            date = SmallWorld.expression(&source, isTiny: false, isDefinite: true, precision: 1...3)
            texts[place] = choice == 0 ? "..\(date.text)" : "\(date.text).."
          }
          set.ranges.append(HalfOpen(expression: date, isBefore: choice == 0))
        }
      } else if choice == 2 {
        date = SmallWorld.expression(&source, isTiny: isTiny, isDefinite: true)
        let run = SmallWorld.run(from: date, &source)
        texts.append("\(date.text)..\(run.text)")
        set.members +=
          isOneOf
          ? [Member(box: Box(run.units, .within), linked: run.units)]
          : run.units.map { Member(box: Box([$0], reading)) }
      } else {
        texts.append(date.text)
        set.members.append(member(date, reading))
      }
    }
    set.text = (isOneOf ? ["[", "]"] : ["{", "}"]).joined(separator: texts.joined(separator: ","))
    return set
  }
}

extension SmallWorld {
  /// Some units that follow one another, the first one given; the text is that of the last.
  static func run(from date: Expression, _ source: inout Seeded) -> Expression {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let count = source.number(0...4)
    guard date.months > 0 else {
      let days = date.earliest...(date.earliest + count)
      let last = self.date(days.upperBound)
      return Expression(
        text: "\(last.year)-\(two(last.month))-\(two(last.day))", units: days.map { $0...$0 },
        months: 0)
    }
    let first = self.date(date.earliest)
    let begins = (0...count).map { first.year * 12 + first.month - 1 + $0 * date.months }
    let last = begins[count]
    return Expression(
      text: date.months == 12 ? "\(last / 12)" : "\(last / 12)-\(two(last % 12 + 1))",
      units: begins.map { days(ofMonths: $0...($0 + date.months - 1)) }, months: date.months)
  }
}

extension Operand.HalfOpen {
  /// The members of which some day lies within some days, and one that lies beyond them.
  func members(
    _ reading: EDTF.Reading, within days: ClosedRange<Int>
  ) -> [Operand.Member] {
    let (low, high) = (days.lowerBound, days.upperBound)
    let (first, last) = (expression.units[0], expression.units[expression.units.count - 1])
    var units: [ClosedRange<Int>] = []
    if expression.months == 0 {
      let days =
        isBefore
        ? min(low, last.lowerBound)...last.lowerBound
        : first.lowerBound...max(high, first.lowerBound)
      units = days.map { $0...$0 }
    } else {
      let anchor = SmallWorld.date(isBefore ? last.lowerBound : first.lowerBound)
      var month = anchor.year * 12 + anchor.month - 1
      while true {
        let unit = SmallWorld.days(ofMonths: month...(month + expression.months - 1))
        units.append(unit)
        if isBefore ? unit.upperBound < low - 1 : unit.lowerBound > high + 1 { break }
        month += isBefore ? -expression.months : expression.months
      }
    }
    return units.map { unit in
      Operand.Member(
        box: Box([unit], reading),
        isSure: isBefore ? unit.upperBound <= first.upperBound : unit.lowerBound >= last.lowerBound)
    }
  }
}
