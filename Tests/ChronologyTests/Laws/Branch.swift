/// A date on its way to a text of the grammar: plain parts, then what is hidden, rounded and doubted.
struct Branch {
  private var year: Int
  private var month: Int?
  private var day: Int?
  /// The years that agree with the text, and how the year is written.
  private var years: ClosedRange<Int>
  private var yearText: String
  /// Characters of month and day with some digits hidden.
  private var monthText = ""
  private var dayText = ""
  /// Marks left and right of year, month and day.
  private var marks = [String](repeating: "", count: 6)
  private var yearLevel = 0

  /// - Parameters:
  ///   - isPlainDay: whether it must be a day that is fully written and not qualified.
  ///   - precision: 1 a year, 2 a month, 3 a day, all of them definite, as a range's end must be.
  init(
    _ source: inout Seeded, within bounds: ClosedRange<Int>, isPlainDay: Bool = false,
    precision: Int? = nil
  ) {
    year = source.number(bounds)
    // Years near zero and leap years are where rules break.
    if source.chance(1, of: 8), bounds.contains(0) { year = 0 }
    if source.chance(1, of: 4), bounds.contains(year / 4 * 4) { year = year / 4 * 4 }
    years = year...year
    yearText = Branch.four(year)
    yearLevel = year < 0 ? 1 : 0
    let parts = isPlainDay ? 3 : precision ?? source.number(1...3)
    if parts > 1 {
      let isGrouping = precision == nil && parts == 2 && source.chance(1, of: 3)
      month = isGrouping ? source.number(21...41) : source.number(1...12)
    }
    if parts > 2, let month { day = source.number(1...Grown.Plain.length(month, year)) }
    monthText = month.map(Branch.two) ?? ""
    dayText = day.map(Branch.two) ?? ""
    guard !isPlainDay, precision == nil else { return }
    if source.chance(1, of: 3) { hide(&source) }
    if month == nil, !isMasked { lengthen(&source, bounds) }
    if source.chance(1, of: 3) { doubt(&source) }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func four(_ year: Int) -> String {
    let digits = "\(abs(year))"
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  var isMasked: Bool { (yearText + monthText + dayText).contains("X") }

  /// Hides some digits.
  private mutating func hide(_ source: inout Seeded) {
    func hidden(_ text: String, _ source: inout Seeded) -> String {
      String(text.map { $0.isNumber && source.chance(1, of: 3) ? "X" : $0 })
    }
    switch source.number(0...3) {
    case 0:
      yearText = String(yearText.dropLast(2)) + source.pick(["XX", "\(abs(year) / 10 % 10)X"])
    case 1: yearText = hidden(yearText, &source)
    default: break
    }
    if let month, month <= 12, source.chance(1, of: 2) {
      monthText = source.chance(1, of: 2) ? "XX" : hidden(monthText, &source)
    }
    if day != nil, source.chance(1, of: 2) {
      dayText = source.chance(1, of: 2) ? "XX" : hidden(dayText, &source)
    }
  }

  /// Writes a year beyond four digits, with an exponent, or of some significant digits.
  private mutating func lengthen(_ source: inout Seeded, _ bounds: ClosedRange<Int>) {
    var digits = "\(abs(year))"
    var sign = year < 0 ? "-" : ""
    let isFar = source.chance(1, of: 4)
    if isFar {
      // Beyond four digits a year lies outside any middle that an interval was grown around.
      sign = bounds.upperBound == 9_999 ? "" : "-"
      if bounds == -9_999...9_999 { sign = source.pick(["", "-"]) }
      var magnitude = source.number(1...9_999)
      let zeros = source.number(magnitude > 999 ? 1...6 : 4...9)
      if source.chance(1, of: 2) {
        digits = "\(magnitude)" + String(repeating: "0", count: zeros)
        yearText = "Y\(sign)\(magnitude)E\(zeros)"
        yearLevel = 2
      } else {
        magnitude = source.number(10_000...999_999_999_999)
        digits = "\(magnitude)"
        yearText = "Y\(sign)\(magnitude)"
        yearLevel = 1
      }
      year = (sign.isEmpty ? 1 : -1) * (Int(digits) ?? 0)
      years = year...year
    }
    if year != 0, source.chance(1, of: 4) {
      let kept = source.number(1...digits.count)
      yearText += "S\(kept)"
      yearLevel = 2
      let head = digits.prefix(kept)
      let tail = digits.count - kept
      let near = Int(head + String(repeating: "0", count: tail)) ?? 0
      let far = Int(head + String(repeating: "9", count: tail)) ?? 0
      years = sign.isEmpty ? near...far : -far ... -near
    }
  }

  private mutating func doubt(_ source: inout Seeded) {
    let places = month == nil ? 2 : day == nil ? 4 : 6
    if source.chance(1, of: 2) {
      marks[places - 1] = source.pick(["?", "~", "%"])
    } else {
      for place in 0..<places where source.chance(1, of: 3) {
        marks[place] = source.pick(["?", "~", "%"])
      }
    }
  }
}

extension Branch {
  var grown: Grown {
    var text = marks[0] + yearText + marks[1]
    if month != nil { text += "-" + marks[2] + monthText + marks[3] }
    if day != nil { text += "-" + marks[4] + dayText + marks[5] }
    return Grown(
      text: text, level: level, earliest: bound(latest: false), latest: bound(latest: true))
  }

  /// By the lists of the specification: what it does not give to level 0 or 1 is level 2.
  private var level: Int {
    let last = marks.prefix(month == nil ? 2 : day == nil ? 4 : 6).count - 1
    let isQualified = marks.contains { !$0.isEmpty }
    if marks.enumerated().contains(where: { $0.offset != last && !$0.element.isEmpty }) { return 2 }
    if let month, month > 24 { return 2 }
    if isMasked {
      let digits = yearText.drop { $0 == "-" }
      let isOfLevel1 =
        switch (monthText, dayText) {
        case ("", ""): digits.hasSuffix("X") && !digits.prefix(2).contains("X")
        case (_, ""): !digits.contains("X") && monthText == "XX"
        default:
          !digits.contains("X") && dayText == "XX"
            && (monthText == "XX" || !monthText.contains("X"))
        }
      if !isOfLevel1 { return 2 }
    }
    return max(yearLevel, isQualified || isMasked || (month ?? 0) > 12 ? 1 : 0)
  }

  /// The first or last day of all dates that agree with the text, found by trying them.
  private func bound(latest: Bool) -> Grown.Plain? {
    let count = isMaskedYear ? Branch.power(yearText.filter { $0 == "X" }.count) : 2
    for place in 0..<count {
      // The dates before year 0 run from the largest number to the smallest.
      let isDescending = latest != (year < 0 && isMaskedYear)
      let index = isDescending ? count - 1 - place : place
      let year = isMaskedYear ? filled(index) : index == 0 ? years.lowerBound : years.upperBound
      if isMaskedYear, year == 0, self.year < 0 { continue }
      if let month, month > 12 { return grouping(month, year, latest: latest) }
      for month in latest ? Array((1...12).reversed()) : Array(1...12)
      where monthText.isEmpty || Branch.agrees(Branch.two(month), monthText) {
        let days = Array(1...Grown.Plain.length(month, year))
        for day in latest ? days.reversed() : days
        where dayText.isEmpty || Branch.agrees(Branch.two(day), dayText) {
          return Grown.Plain(year: year, month: month, day: day)
        }
      }
    }
    return nil
  }

  private var isMaskedYear: Bool { yearText.contains("X") }

  /// The year with the digits of a number, the last ones first, in the place of those that are hidden.
  private func filled(_ number: Int) -> Int {
    var (rest, magnitude, unit) = (number, 0, 1)
    for character in yearText.reversed() {
      if character == "X" {
        magnitude += rest % 10 * unit
        rest /= 10
      } else {
        magnitude += (character.wholeNumberValue ?? 0) * unit
      }
      unit *= 10
    }
    return year < 0 ? -magnitude : magnitude
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func agrees(_ text: String, _ pattern: String) -> Bool {
    text.count == pattern.count && zip(text, pattern).allSatisfy { $1 == "X" || $0 == $1 }
  }

  /// Meteorological seasons of the north unless the code says the south; then quarters and so on.
  private func grouping(_ code: Int, _ year: Int, latest: Bool) -> Grown.Plain {
    let (first, last): (Int, Int) =
      switch code {
      case 21, 25, 31: (3, 5)
      case 22, 26, 32: (6, 8)
      case 23, 27, 29: (9, 11)
      case 24, 28, 30: (12, 14)
      case 33...36: ((code - 33) * 3 + 1, (code - 33) * 3 + 3)
      case 37...39: ((code - 37) * 4 + 1, (code - 37) * 4 + 4)
      default: ((code - 40) * 6 + 1, (code - 40) * 6 + 6)
      }
    guard latest else { return Grown.Plain(year: year, month: first, day: 1) }
    let (end, month) = last > 12 ? (year + 1, last - 12) : (year, last)
    return Grown.Plain(year: end, month: month, day: Grown.Plain.length(month, end))
  }
}
