internal import Publishing
internal import Statements

extension Parameter {
  /// The parameters that say which statements a review is about: the options of `annals review`.
  static let reviewFilter = [
    Parameter("mission", "Only statements about this mission: its id, acronym or name."),
    property("Only statements of this property."),
    Parameter(
      "source",
      "Only from this document: its file's name, title, or the first digits of its id."),
    Parameter("rule", "Only what this extraction rule proposed."),
    choice("state", "How far they are decided; without it open.", of: ReviewFilter.State.self),
  ]

  /// A parameter that names a statement.
  static func statement(_ name: String, _ summary: String) -> Parameter {
    Parameter(name, summary, schema: ["type": "string", "pattern": "^[0-9a-f]{8,64}$"])
  }
}

extension ReviewFilter {
  /// - Throws: `Problem` with the name of the parameter that is wrong.
  init(_ arguments: Arguments) throws(Problem) {
    self.init(
      mission: arguments["mission"], property: try arguments.property("property"),
      source: arguments["source"], rule: arguments["rule"],
      state: try arguments.choice("state", of: State.self) ?? .open)
  }
}

extension Arguments {
  /// A statement's id, or its first digits.
  func statement(_ name: String) throws(Problem) -> StatementID? {
    try value(name) { text in
      guard (8...64).contains(text.utf8.count),
        text.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
      else {
        throw Problem.badParameter(
          name, "“\(name)” is the id of a statement: 8 to 64 digits of 0-9 and a-f.")
      }
      return StatementID(rawValue: text)
    }
  }
}
