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

  /// What is asked of each mission: both at once where both are given; nil where nothing is.
  package var asked: Question? {
    guard let on else { return during?.question }
    return during.map { on.question.and($0.question) } ?? on.question
  }

  /// The names and values of the address's query.
  package var query: [(name: String, value: String)] {
    let pairs: [(String, String?)] = [
      ("on", on?.typed), ("during", during?.typed), ("in", filter.place),
      ("host", filter.host?.name), ("of", filter.organisation), ("kind", filter.kind?.rawValue),
      ("property", filter.property?.rawValue), ("resting-on", filter.support?.rawValue),
      ("all", includesNo ? "true" : nil),
    ]
    return pairs.compactMap { name, value in value.map { (name, $0) } }
  }

  /// The question as JSON answers repeat it.
  package var json: JSON {
    func text(_ day: KeyPath<Question, String?>) -> JSON {
      JSON(asked?[keyPath: day])
    }
    return [
      "on": JSON(on?.typed), "during": JSON(during?.typed),
      "first": text(\.firstText), "last": text(\.lastText),
      "in": JSON(filter.place), "host": JSON(filter.host?.name), "of": JSON(filter.organisation),
      "kind": JSON(filter.kind?.rawValue), "property": JSON(filter.property?.rawValue),
      "resting_on": JSON(filter.support?.rawValue),
    ]
  }
}

extension Question {
  /// The first and last day as ISO dates; nil for the infinities.
  fileprivate var firstText: String? { first.isFinite ? first.description : nil }
  fileprivate var lastText: String? { last.isFinite ? last.description : nil }
}
