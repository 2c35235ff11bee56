package import Chronology
package import Statements

/// Which missions a list is to show: the options of `annals missions`, as they stand in an address.
package struct MissionsQuestion: Hashable, Sendable {
  package var on: AskedDate?
  package var during: AskedDate?
  package var filter: Filter
  /// Whether missions that were not running are listed too.
  package var includesNo: Bool
  /// The day at whose end the register's knowledge is asked; nil for now.
  package var asOf: Day?

  package init(
    on: AskedDate? = nil, during: AskedDate? = nil, filter: Filter = .all,
    includesNo: Bool = false, asOf: Day? = nil
  ) {
    self.on = on
    self.during = during
    self.filter = filter
    self.includesNo = includesNo
    self.asOf = asOf
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
      ("all", includesNo ? "true" : nil), ("as-of", asOf?.description),
    ]
    return pairs.compactMap { name, value in value.map { (name, $0) } }
  }

  /// The question as every `--json` output and every twin repeats it.
  package var json: JSON {
    func text(_ day: KeyPath<Question, String?>) -> JSON {
      JSON(asked?[keyPath: day])
    }
    return [
      "on": JSON(on?.typed), "during": JSON(during?.typed),
      "first": text(\.firstText), "last": text(\.lastText),
      "in": JSON(filter.place), "host": JSON(filter.host?.name), "of": JSON(filter.organisation),
      "kind": JSON(filter.kind?.rawValue), "property": JSON(filter.property?.rawValue),
      "resting_on": JSON(filter.support?.rawValue), "as_of": JSON(asOf?.description),
    ]
  }
}

extension Question {
  /// The first and last day as ISO dates; nil for the infinities.
  fileprivate var firstText: String? { first.isFinite ? first.description : nil }
  fileprivate var lastText: String? { last.isFinite ? last.description : nil }
}
