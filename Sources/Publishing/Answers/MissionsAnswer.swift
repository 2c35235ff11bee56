package import Chronology
internal import Statements

/// The missions that are asked for: all of them, or a page, with how many there are.
package struct MissionsAnswer: Sendable {
  package typealias Row = MissionsPage.Row

  package let question: MissionsQuestion
  package let rows: [Row]
  /// How many there are on all pages: those that were certainly and possibly running, where days are
  /// asked about, and all.
  package let truths: [Truth: Int]
  package let count: Int
  /// The word by which the next page is asked for; nil on the last.
  package let next: String?

  /// - Parameter truths: how many there are of each answer; empty where nothing was asked.
  package init(
    _ question: MissionsQuestion, _ rows: [Row], count: Int, truths: [Truth: Int] = [:],
    next: String? = nil
  ) {
    self.question = question
    self.rows = rows
    self.count = count
    self.truths = truths
    self.next = next
  }

  package var json: JSON {
    let counts: JSON =
      question.asked == nil
      ? ["all": JSON(count)]
      : [
        "all": JSON((truths[.certainly] ?? 0) + (truths[.possibly] ?? 0)),
        "certainly": JSON(truths[.certainly] ?? 0), "possibly": JSON(truths[.possibly] ?? 0),
      ]
    return [
      "schema": "annals.missions.1", "question": question.json, "count": counts,
      "missions": JSON(rows, \.json), "next": JSON(next),
    ]
  }
}
