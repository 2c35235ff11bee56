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

  /// What is decided of one statement.
  static let decision = [
    Parameter(
      "verdict", "What is decided.", isRequired: true,
      schema: ["type": "string", "enum": ["accepted", "rejected", "amended"]]),
    Parameter.note,
    Parameter(
      "value", "Of an amendment: the value, as words, a number, or EDTF where it is a date.",
      longest: 2_000, takesEmpty: true,
      schema: [
        "type": ["string", "number"], "maxLength": 2_000, "pattern": "^[^\\u0000]*$",
      ]),
    Parameter(
      "valid", "Of an amendment: when it happened or held, as EDTF; empty for no date.",
      takesEmpty: true,
      schema: ["type": "string", "maxLength": 200, "pattern": "^[^\\u0000]*$"]),
    Parameter(
      "property", "Of an amendment: what the statement is about, such as launched.",
      schema: ["type": "string", "enum": JSON((try? Labels())?.known ?? []) { .string($0) }]),
    Parameter(
      "state", "What the page showed: refused where somebody decided otherwise since.",
      schema: ["type": "string", "enum": ["open", "accepted", "rejected", "amended"]]),
  ]

  /// What is decided of many: an amendment is of one.
  static let bulkVerdict = Parameter(
    "verdict", "What would be decided.", isRequired: true,
    schema: ["type": "string", "enum": ["accepted", "rejected"]])

  /// What a preview said, by which a decision on many knows that nothing changed since.
  static let seal = [
    Parameter(
      "count", "How many statements the preview said.", isRequired: true,
      schema: ["type": "integer", "minimum": 0, "maximum": 1_000_000_000]),
    Parameter(
      "seal", "The name that the preview gave to what would be decided.", isRequired: true,
      schema: ["type": "string", "pattern": "^[0-9a-f]{32}$"]),
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
