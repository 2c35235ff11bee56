/// The English words that dates are made of.
enum CalendarWords {
  /// 1 to 12 for a month's name or abbreviation in lower case.
  static func month(_ word: String) -> Int? { months[word] }

  static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months = Dictionary(uniqueKeysWithValues: zip(names, 1...))
    for (index, name) in names.enumerated() { months[String(name.prefix(3))] = index + 1 }
    months["sept"] = 9
    return months
  }()

  /// Names that are also other words, so that a capital and more context are needed.
  static let ambiguousMonths: Set<String> = ["march", "may", "mar", "jun", "dec", "jan", "sep"]

  static let seasons: [String: DatePoint.Part] = [
    "spring": .spring, "summer": .summer, "autumn": .autumn, "fall": .autumn, "winter": .winter,
  ]

  static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "last": 4,
  ]

  static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
  ]

  static let ordinalSuffixes: Set<String> = ["st", "nd", "rd", "th"]

  /// Words before a year that show that it is one.
  static let yearCues: Set<String> = [
    "in", "since", "until", "till", "by", "from", "to", "between", "and", "through", "during",
    "before", "after", "of", "year", "years", "early", "late", "mid", "throughout", "for", "around",
    "circa", "onwards", "or", "the",
  ]

  /// Words before a number that show that it is no year.
  static let numberCues: Set<String> = [
    "resolution", "resolutions", "unscr", "scr", "no", "number", "page", "pages", "p", "pp", "para",
    "paragraph", "article", "about", "over", "nearly", "approximately", "some", "almost", "than",
    "decision", "directive", "regulation", "document", "room", "flight", "least", "another",
  ]

  static let presentWords: Set<String> = ["present", "date", "today", "now", "ongoing", "current"]
}
