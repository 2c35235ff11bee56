import Chronology
internal import Statements

/// The days of a question as the indexes compare them, and what SQL says of a period.
struct Window {
  /// Days since 1970-01-01, the infinities as the least and the greatest integer.
  let first: Int64
  let last: Int64

  /// Nil where the indexes, which hold days in 32 bits, cannot tell.
  init?(_ question: Question) {
    guard DayBlocks.isExact(question.first.number), DayBlocks.isExact(question.last.number)
    else { return nil }
    self.init(first: question.first.number, last: question.last.number)
  }

  private init(first: Int64, last: Int64) {
    self.first = first
    self.last = last
  }

  /// All days.
  static let all = Window(first: .min, last: .max)
}

/// A mission in a listing.
struct Listed {
  let key: ListKey
  var mission: Int64 { key.mission }

  /// Begin, name, mission.
  init(_ row: inout Columns) throws {
    key = ListKey(begin: try row.integer(), name: try row.text(), mission: try row.integer())
  }
}

/// A count of answers.
package struct AnswerCount: Hashable, Sendable {
  package let certainly: Int
  package let possibly: Int

  package init(certainly: Int, possibly: Int) {
    self.certainly = certainly
    self.possibly = possibly
  }
}
