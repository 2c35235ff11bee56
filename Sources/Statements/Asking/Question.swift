package import Chronology

/// What is asked of a mission: whether it was running on a day, or at any time during a period.
package struct Question: Hashable, Sendable {
  /// The first and the last day asked about, both inclusive; an infinity where the period is open.
  package let first: Day
  package let last: Day
  /// The day or period for a person to read: "1 June 2012", "2011–2013".
  package let words: String
  /// What is asked at once: the answer is the least of all answers.
  package private(set) var others: [Question] = []

  /// Was it running on that day?
  package init(on day: Day) {
    first = day
    last = day
    words = DateWords.of(day)
  }

  /// Was it running at any time during that period? The period is meant as a whole: `2011/2013`
  /// asks about every day from 1 January 2011 to 31 December 2013.
  ///
  /// Nil where its years lie outside the days that can be counted.
  package init?(during period: EDTF) {
    guard let hull = period.extent()?.hull else { return nil }
    first = hull.beginEarliest
    last = hull.endLatest
    words = DateWords.of(period)
  }

  /// Was it running then, and in the days of another question as well?
  package func and(_ other: Question) -> Question {
    var both = self
    both.others.append(other)
    return both
  }

  /// Whether the asked days share a day with a span.
  func asked(of span: TimeSpan) -> Truth {
    if span.endEarliest >= first && last >= span.beginLatest { return .certainly }
    return span.beginEarliest <= last && span.endLatest >= first ? .possibly : .no
  }
}
