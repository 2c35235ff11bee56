extension PhraseParser {
  /// The index behind the "s" of "1990s" and "1990's" that touches the number.
  func decadeSuffix(_ at: Int) -> Int? {
    var next = at
    if isMark("'", next), touches(next) { next += 1 }
    guard touches(next), let (suffix, end) = match(.suffix, next), suffix == 1 else { return nil }
    return end
  }

  /// "1990s", "the 1800s", "the 40s BC".
  mutating func decade(_ value: Int, _ digits: Int, _ next: Int) -> Found? {
    guard value % 10 == 0 else { return nil }
    if let era = match(.era, next), era.value == 0, digits <= 4 {
      let length: Int64 = value % 100 == 0 && value > 0 ? 100 : 10
      return Found(
        date: ProseDate(
          year: 2 - Int64(value) - length, era: length == 100 ? .century : .decade),
        next: era.next)
    }
    guard digits != 2 else {
      need = need ?? .century
      return Found(date: ProseDate(), next: next)
    }
    guard 100...9990 ~= value else { return nil }
    var date = ProseDate(year: Int64(value), era: .decade)
    // Nobody means the whole of a century that is not over.
    if value % 100 == 0, value < 2000 {
      doubts.insert(.hundreds)
      if !conventions.hundredsAreDecade { date.era = .century }
    }
    return Found(date: date, next: next)
  }

  /// "The nineteen-nineties", "the nineties".
  mutating func decadeWords(_ at: Int) -> Found? {
    if let next = word(.tens, at) {
      need = need ?? .century
      return Found(date: ProseDate(), next: next)
    }
    guard let (hundreds, between) = match(.number, at), 10...29 ~= hundreds,
      let (tens, next) = match(.tens, isMark("-", between) ? between + 1 : between)
    else { return nil }
    return Found(
      date: ProseDate(year: Int64(hundreds * 100 + tens), era: .decade), next: next)
  }

  /// The n-th century or millennium. The first has no year 0.
  func era(_ unit: Int, _ number: Int, isBefore: Bool) -> ProseDate? {
    // The Earth is older, prose about it is not.
    guard 1...1_000_000 ~= number else { return nil }
    let kind: ProseDate.Era = unit == 5 ? .century : .millennium
    let length = kind.rawValue
    let year =
      isBefore
      ? 1 - Int64(number) * length : number == 1 ? 1 : (Int64(number) - 1) * length
    return ProseDate(year: year, era: kind)
  }
}

// MARK: Roman numerals

extension PhraseParser {
  /// "XI 2004", "XIX century".
  mutating func romanDate(_ at: Int) -> Found? {
    guard let value = PhraseParser.roman(tokens[at].text), tokens[at].isCapitalised else {
      return nil
    }
    if let unit = match(.unit, at + 1), unit.value >= 5 { return ordinalDate(value, at + 1) }
    guard 1...12 ~= value,
      tokens[at].text.utf8.count > 1 || isMark(".", at + 1)
        || isMark("/", at + 1), let (year, next) = year(after: at + 1)
    else { return nil }
    return Found(date: ProseDate(year: year, month: value), next: next)
  }

  /// A month in Roman numerals between a day and a year: "12 XI 2004".
  func romanMonth(_ at: Int) -> Int? {
    guard at < tokens.count, tokens[at].isCapitalised, let month = roman(at),
      number(at + 1)?.digits == 4
    else { return nil }
    return month
  }

  /// A month in Roman numerals, 1 to 12.
  func roman(_ at: Int) -> Int? {
    guard at < tokens.count, tokens[at].kind == .word,
      let value = PhraseParser.roman(tokens[at].text),
      1...12 ~= value
    else { return nil }
    return value
  }

  /// The number that Roman numerals write, 1 to 39; nil where they are none.
  static func roman(_ text: String) -> Int? {
    guard 1...7 ~= text.utf8.count else { return nil }
    let value = text.reduce(into: (sum: 0, last: 0)) { sum, letter in
      let digit = letter == "i" ? 1 : letter == "v" ? 5 : letter == "x" ? 10 : 1_000
      sum.sum += digit - (digit > sum.last ? 2 * sum.last : 0)
      sum.last = digit
    }.sum
    guard 1...39 ~= value, roman(value) == text else { return nil }
    return value
  }

  /// 1 to 39 in Roman numerals, in lower case.
  static func roman(_ value: Int) -> String {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    return String(repeating: "x", count: max(0, value / 10)) + ones[max(0, value % 10)]
  }
}
