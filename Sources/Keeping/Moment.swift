package import Chronology

/// Up to when the register is asked: what was recorded later, it did not know.
package struct Moment: Hashable, Sendable {
  /// What was known had been recorded before: the beginning of an ISO 8601 time in UTC, compared as
  /// text.
  let limit: String

  private init(limit: String) { self.limit = limit }

  /// All that is recorded. The tilde comes after every digit.
  package static let now = Moment(limit: "~")

  /// At the end of a day, by the clock of UTC. Nil where it is not in the years 0 to 9999, which are
  /// the ones that the register's clock can write.
  package init?(endOf day: Day) {
    self.init(startOf: day.advanced(by: 1))
  }

  /// At the start of a day, by the clock of UTC.
  package init?(startOf day: Day) {
    let text = day.description
    guard day.isFinite, text.utf8.count == 10, text.utf8.first != UInt8(ascii: "-") else {
      return nil
    }
    limit = text
  }
}

extension Moment {
  /// The key of a document's last reading.
  func reading(of document: Query) -> Query {
    """
    (SELECT MAX(latest.key) FROM reading AS latest
      WHERE latest.document = \(document) AND latest.recorded < \(limit))
    """
  }

  /// The key of the decision on a statement that holds: the last that was not undone.
  func decision(on statement: Query) -> Query {
    """
    (SELECT MAX(last.key) FROM decision AS last
      WHERE last.statement = \(statement) AND last.recorded < \(limit)
        AND NOT \(isUndone("last.action")))
    """
  }

  /// Whether an action was undone.
  func isUndone(_ action: Query) -> Query {
    """
    EXISTS (SELECT 1 FROM action AS undoing
      WHERE undoing.undoes = \(action) AND undoing.recorded < \(limit))
    """
  }
}
