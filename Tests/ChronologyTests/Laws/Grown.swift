/// A text grown from the grammar of EDTF, with what it must mean by the rules that grew it.
///
/// Nothing here asks the library: a date grows from a plain date, some of whose digits are then
/// hidden, so that it has a completion; level and bounds follow from the parts that were chosen.
struct Grown {
  var text: String
  /// 0, 1 or 2.
  var level: Int
  /// Nil where nothing bounds that side or nobody knows it.
  var earliest: Plain?
  var latest: Plain?

  /// A date of the calendar, written out.
  struct Plain: Comparable, CustomStringConvertible {
    var year: Int
    var month: Int
    var day: Int

    static func < (left: Plain, right: Plain) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    static func length(_ month: Int, _ year: Int) -> Int {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// As in ISO 8601, years beyond four digits at full length.
    var description: String {
      func padded(_ number: Int, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
      }
      return (year < 0 ? "-" : "") + padded(abs(year), 4) + "-" + padded(month, 2) + "-"
        + padded(day, 2)
    }
  }
}

extension Grown {
  /// Any value of any level.
  static func value(_ source: inout Seeded) -> Grown {
    switch source.number(0...9) {
    case 0...3: date(&source)
    case 4: dateTime(&source)
    case 5...7: interval(&source)
    default: set(&source)
    }
  }

  static func date(_ source: inout Seeded) -> Grown {
    Branch(&source, within: -9_999...9_999).grown
  }

  private static func dateTime(_ source: inout Seeded) -> Grown {
    var date = Branch(&source, within: -9_999...9_999, isPlainDay: true).grown
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minute = source.number(0...59)
    let second = source.number(0...(minute == 59 ? 60 : 59))
    date.text += "T\(two(source.number(0...23))):\(two(minute)):\(two(second))"
    switch source.number(0...3) {
    case 0: break
    case 1: date.text += "Z"
    case 2: date.text += source.pick(["+", "-"]) + two(source.number(1...14))
    default:
      let hours = source.number(0...14)
      let minutes = hours == 14 ? 0 : source.number(hours == 0 ? 1...59 : 0...59)
      date.text += source.pick(["+", "-"]) + two(hours) + ":" + two(minutes)
    }
    return date
  }

  private static func interval(_ source: inout Seeded) -> Grown {
    let middle = source.number(-9_000...9_000)
    let begin = Branch(&source, within: -9_999...middle)
    let end = Branch(&source, within: (middle + 1)...9_999)
    let (a, b) = (begin.grown, end.grown)
    let both = max(a.level, b.level, begin.isMasked || end.isMasked ? 2 : 0)
    return switch source.number(0...9) {
    case 0: Grown(text: a.text + "/..", level: max(level(begin), 1), earliest: a.earliest)
    case 1: Grown(text: a.text + "/", level: max(level(begin), 1), earliest: a.earliest)
    case 2: Grown(text: "../" + b.text, level: max(level(end), 1), latest: b.latest)
    case 3: Grown(text: "/" + b.text, level: max(level(end), 1), latest: b.latest)
    case 4: Grown(text: source.pick(["../..", "../", "/.."]), level: 1)
    default:
      Grown(
        text: a.text + "/" + b.text, level: both, earliest: a.earliest, latest: b.latest)
    }
    func level(_ branch: Branch) -> Int { branch.isMasked ? 2 : branch.grown.level }
  }

  private static func set(_ source: inout Seeded) -> Grown {
    var members: [Grown] = []
    let count = source.number(1...4)
    for place in 0..<count {
      var member = date(&source)
      switch source.number(0...4) {
      case 0 where place == 0:
        member.text = ".." + member.text
        member.earliest = nil
      case 1 where place == count - 1:
        member.text += ".."
        member.latest = nil
      case 2:
        let middle = source.number(-9_000...9_000)
        let precision = source.number(1...3)
        let first = Branch(&source, within: -9_999...middle, precision: precision).grown
        let last = Branch(&source, within: middle...9_999, precision: precision).grown
        if let begin = first.earliest, let end = last.latest, begin <= end {
          member = Grown(
            text: first.text + ".." + last.text, level: 2, earliest: begin, latest: end)
        }
      default: break
      }
      members.append(member)
    }
    let isOpen = (members.contains { $0.earliest == nil }, members.contains { $0.latest == nil })
    return Grown(
      text: (source.chance(1, of: 2) ? ["[", "]"] : ["{", "}"])
        .joined(separator: members.map(\.text).joined(separator: ",")),
      level: 2, earliest: isOpen.0 ? nil : members.compactMap(\.earliest).min(),
      latest: isOpen.1 ? nil : members.compactMap(\.latest).max())
  }
}
