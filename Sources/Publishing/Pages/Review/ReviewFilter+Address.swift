package import Statements

extension ReviewFilter {
  /// The names and values of the address's query: those of the options of `annals review`.
  package var query: [(name: String, value: String)] {
    let pairs: [(String, String?)] = [
      ("mission", mission), ("property", property?.rawValue), ("source", source), ("rule", rule),
      ("state", state == .open ? nil : state.rawValue),
    ]
    return pairs.compactMap { name, value in value.map { (name, $0) } }
  }

  /// The filter as JSON answers repeat it.
  package var json: JSON {
    [
      "mission": JSON(mission), "property": JSON(property?.rawValue), "source": JSON(source),
      "rule": JSON(rule), "state": .string(state.rawValue),
    ]
  }
}

extension Addresses {
  /// The review, at the passage of the proposal that it shows.
  package func review(
    _ filter: ReviewFilter = ReviewFilter(), _ more: [(name: String, value: String)] = []
  ) -> Link {
    link(["review"], filter.query + more, fragment: ReviewExcerpt.anchor)
  }

  /// The review at one statement.
  package func review(_ filter: ReviewFilter, at id: StatementID) -> Link {
    review(filter, [("at", id.inAddress)])
  }
}

extension StatementID {
  /// As many digits as name it in an address.
  package var inAddress: String { String(rawValue.prefix(16)) }
}
