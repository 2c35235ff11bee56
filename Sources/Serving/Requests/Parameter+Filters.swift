internal import Chronology
internal import Keeping
internal import Publishing
internal import Statements

extension Parameter {
  static let on = date(
    "on", "Which were running on this day; of a month or year, at any time in it.")

  /// The day whose knowledge is asked.
  static let asOf = Parameter(
    "as-of", "What the register knew at the end of this day (UTC): 2024-03-01.",
    schema: ["type": "string", "format": "date", "examples": ["2024-03-01"]])

  /// The width of a drawing.
  static let width = Parameter(
    "width", "The width of the drawing in pixels.",
    schema: ["type": "integer", "minimum": 320, "maximum": 2_400, "default": 1_200])

  /// Which missions a question is about, and when it is asked.
  static let question = [on] + filters

  /// The parameters that say which missions a question is about, besides `on`.
  static let filters = [
    date("during", "Which were running at any time in this period: 2011/2013."),
    Parameter("in", "Only missions in this state or place."),
    Parameter("host", "Only missions in this state, by its whole name or two letters."),
    Parameter("of", "Only missions of this organisation."),
    choice("kind", "Only this kind.", of: Mission.Kind.self),
    property("Only missions of which this is stated."),
    choice("resting-on", "Only what rests on this.", of: Support.self), asOf,
  ]

  static func property(_ summary: String) -> Parameter {
    Parameter(
      "property", summary,
      schema: ["type": "string", "enum": JSON((try? Labels())?.known ?? []) { .string($0) }])
  }

  /// A parameter that takes one word of a closed list.
  static func choice<Word: RawRepresentable & CaseIterable>(
    _ name: String, _ summary: String, of type: Word.Type
  ) -> Parameter where Word.RawValue == String {
    Parameter(
      name, summary,
      schema: ["type": "string", "enum": JSON(Word.allCases) { .string($0.rawValue) }])
  }
}

extension Arguments {
  /// The day whose knowledge is asked; nil for now.
  func asOf() throws(Problem) -> Day? {
    try value("as-of") { text in
      guard let asked = try? AskedDate(text), asked.isDay,
        Moment(endOf: asked.question.first) != nil
      else {
        throw Problem.badParameter("as-of", "“as-of” is a day, such as 2024-03-01.")
      }
      return asked.question.first
    }
  }

  func width() throws(Problem) -> Int { try number("width", in: 320...2_400, otherwise: 1_200) }
}

extension Filter {
  /// - Throws: `Problem` with the name of the parameter that is wrong.
  init(_ arguments: Arguments) throws(Problem) {
    self.init(
      place: arguments["in"], organisation: arguments["of"],
      host: try arguments.value("host") { try HostState(named: $0) },
      kind: try arguments.choice("kind", of: Mission.Kind.self),
      property: try arguments.property("property"),
      support: try arguments.choice("resting-on", of: Support.self))
  }
}

extension Arguments {
  /// What a statement is about, by its key.
  func property(_ name: String) throws(Problem) -> Property? {
    try value(name) { key in
      guard try Labels().known.contains(key) else {
        throw Problem.badParameter(
          name, "“\(name)” is a key of the list of properties, such as withdrawn.")
      }
      return Property(rawValue: key)
    }
  }
}
