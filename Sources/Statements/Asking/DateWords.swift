package import Chronology

/// Dates as people write them, in English: "31 December 2011", "since 2021", "2004–2011".
package enum DateWords {
  /// The list is compiled in and a test reads it, so it is there; were it not, the EDTF text would
  /// stand for the words.
  private static let english = try? Vocabulary.dates(in: "en")

  /// "31 December 2011"; "any earlier day" and "any later day" for the infinities.
  package static func of(_ day: Day) -> String {
    guard day.isFinite else { return day == .distantPast ? "any earlier day" : "any later day" }
    return english?.words(for: day) ?? day.description
  }

  /// A date or interval in few words.
  package static func of(_ date: EDTF) -> String {
    english?.label(for: date) ?? date.description
  }

  /// With the preposition that an event takes: "on 31 December 2011", "in October 2018",
  /// "since 2021".
  package static func when(_ date: EDTF) -> String {
    let label = of(date)
    guard date.description.utf8.contains(UInt8(ascii: "/")) else {
      return english?.eventWords(for: date) ?? label
    }
    let isClosed = label.first?.isLetter == false || label.contains(" – ")
    return isClosed ? "in \(label)" : label
  }

  /// "2004", "44 BC".
  package static func year(_ year: Int64) -> String {
    english?.words(forYear: year) ?? String(year)
  }

  /// "December"; the number where there is no such month.
  package static func month(_ month: Int) -> String {
    english?.name(ofMonth: month) ?? String(month)
  }
}
