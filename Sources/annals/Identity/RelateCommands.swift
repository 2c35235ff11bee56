import ArgumentParser
import Statements

/// `annals same`: two accounts of one mission, and which may be.
struct SameCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "same",
    abstract: "Says that two missions of the register are one, or lists which may be.",
    discussion: """
      EXAMPLES:
        annals same                              which may be one, with what speaks for it
        annals same ntm-i@3f9a2c41 ntm-i@77b0e1d2 --by 'A. Reader' --note 'same mandate'
        annals same --decided                    what was decided

      Nothing is ever taken for one by its acronym; annals undo takes the decision back.
      """)

  @Argument(help: ArgumentHelp("Two missions, by id, acronym or name.", valueName: "mission"))
  var missions: [String] = []

  @Flag(help: "List what was decided about which missions are one, distinct or a part.")
  var decided = false

  @Flag(help: "List which may be one, as without any mission.")
  var suggest = false

  @OptionGroup var asOf: MomentOption
  @OptionGroup var act: ActOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    guard missions.isEmpty || missions.count == 2 else {
      throw ValidationError("Name two missions, or none to see which may be one.")
    }
    if !missions.isEmpty, decided || suggest || asOf.day != nil {
      throw ValidationError("A decision is of now; --decided, --suggest and --as-of only list.")
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    let relating = Relating(
      relation: .same, act: act, asOf: asOf, register: register, look: look)
    if decided { return try await relating.listDecided(on: &console) }
    if missions.isEmpty { return try await relating.suggest(on: &console) }
    return try await relating.decide(missions[0], missions[1], on: &console)
  }
}

/// `annals distinct`: two missions that only look like one.
struct DistinctCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "distinct",
    abstract: "Says that two missions of the register are not one, however alike they are called.",
    discussion: """
      EXAMPLES:
        annals distinct nmi@3f9a2c41 nmi@77b0e1d2 --by 'A. Reader' --note 'Iraq and Libya'

      The checks then no longer compare them; annals undo takes the decision back.
      """)

  @Argument(help: ArgumentHelp("A mission, by id, acronym or name.", valueName: "mission"))
  var mission: String

  @Argument(help: ArgumentHelp("The other.", valueName: "other"))
  var other: String

  @OptionGroup var act: ActOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    try await Relating(relation: .distinct, act: act, register: register, look: look)
      .decide(mission, other, on: &console)
  }
}

/// `annals part-of`: a phase or component of a mission.
struct PartOfCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "part-of",
    abstract: "Says that a mission of the register is a part of another.",
    discussion: """
      EXAMPLES:
        annals part-of unpol@3f9a2c41 unmit@3f9a2c41 --by 'A. Reader'

      The checks do not compare a part with the whole; annals undo takes the decision back.
      """)

  @Argument(help: ArgumentHelp("The part, by id, acronym or name.", valueName: "mission"))
  var mission: String

  @Argument(help: ArgumentHelp("The whole.", valueName: "other"))
  var other: String

  @OptionGroup var act: ActOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    try await Relating(relation: .partOf, act: act, register: register, look: look)
      .decide(mission, other, on: &console)
  }
}
