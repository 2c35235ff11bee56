internal import Chronology
package import Statements

/// Which missions a list is to show: the options of `annals missions`, as they stand in an address.
package struct MissionsQuestion: Hashable, Sendable {
  package var on: AskedDate?
  package var during: AskedDate?
  package var filter: Filter
  /// Whether missions that were not running are listed too.
  package var includesNo: Bool

  package init(
    on: AskedDate? = nil, during: AskedDate? = nil, filter: Filter = .all, includesNo: Bool = false
  ) {
    self.on = on
    self.during = during
    self.filter = filter
    self.includesNo = includesNo
  }

  package var asked: AskedDate? { on ?? during }

  /// The names and values of the address's query.
  package var query: [(name: String, value: String)] {
    let pairs: [(String, String?)] = [
      ("on", on?.typed), ("during", during?.typed), ("in", filter.place),
      ("of", filter.organisation), ("kind", filter.kind?.rawValue),
      ("all", includesNo ? "true" : nil),
    ]
    return pairs.compactMap { name, value in value.map { (name, $0) } }
  }

  /// The question as JSON answers repeat it.
  package var json: JSON {
    func text(_ day: KeyPath<Question, String?>) -> JSON {
      JSON(asked?.question[keyPath: day])
    }
    return [
      "on": JSON(on?.typed), "during": JSON(during?.typed),
      "first": text(\.firstText), "last": text(\.lastText),
      "in": JSON(filter.place), "of": JSON(filter.organisation),
      "kind": JSON(filter.kind?.rawValue),
    ]
  }
}

extension Question {
  /// The first and last day as ISO dates; nil for the infinities.
  fileprivate var firstText: String? { first.isFinite ? first.description : nil }
  fileprivate var lastText: String? { last.isFinite ? last.description : nil }
}
