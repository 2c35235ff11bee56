internal import Publishing
internal import Statements

extension Parameter {
  /// The parameters that say which missions a question is about, besides `on`.
  static let filters = [
    date("during", "Which were running at any time in this period: 2011/2013."),
    Parameter("in", "Only missions in this state or place."),
    Parameter("host", "Only missions in this state, by its whole name or two letters."),
    Parameter("of", "Only missions of this organisation."),
    choice("kind", "Only this kind.", of: Mission.Kind.self),
    Parameter(
      "property", "Only missions of which this is stated.",
      schema: ["type": "string", "enum": JSON((try? Labels())?.known ?? []) { .string($0) }]),
    choice("resting-on", "Only what rests on this.", of: Support.self),
  ]

  /// A parameter that takes one word of a closed list.
  static func choice<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ summary: String, of type: Word.Type
  ) -> Parameter where Word.RawValue == String {
    Parameter(
      name, summary,
      schema: ["type": "string", "enum": JSON(Word.allCases) { .string($0.rawValue) }])
  }
}

extension Filter {
  /// - Throws: `Problem` with the name of the parameter that is wrong.
  init(_ arguments: Arguments) throws(Problem) {
    self.init(
      place: arguments["in"], organisation: arguments["of"],
      host: try arguments.value("host") { try HostState(named: $0) },
      kind: try arguments.choice("kind", of: Mission.Kind.self),
      property: try arguments.value("property") { name in
        guard try Labels().known.contains(name) else {
          throw Problem.badParameter(
            "property", "“property” is a key of the list of properties, such as withdrawn.")
        }
        return Property(rawValue: name)
      }, support: try arguments.choice("resting-on", of: Support.self))
  }
}
