import ArgumentParser
import Chronology
import Keeping
import Publishing
import Statements

/// Which missions a command is about: the same options for every question, and each narrows what
/// the others let through.
struct FilterOptions: ParsableArguments {
  @OptionGroup var asked: QuestionOptions

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Only missions in this state or place.", valueName: "place"))
  var place: String?

  @Option(
    help: ArgumentHelp(
      "Only missions in this state, by its whole name or two letters.", valueName: "state"),
    transform: { try HostState(named: $0) })
  var host: HostState?

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("Only missions of this organisation.", valueName: "organisation"))
  var organisation: String?

  @Option(
    help: ArgumentHelp(
      "Only this kind: mission, operation, programme or presence.", valueName: "kind"),
    transform: { try Choice.of(Mission.Kind.self, named: $0) })
  var kind: Mission.Kind?

  @Option(
    help: ArgumentHelp(
      "Only missions of which this is stated, such as withdrawn.", valueName: "property"),
    transform: { try Choice.property(named: $0) })
  var property: Property?

  @Option(
    help: ArgumentHelp(
      "Only what rests on a single-source, an inherited period or a completed date.",
      valueName: "support"),
    transform: { try Choice.of(Support.self, named: $0) })
  var restingOn: Support?

  @OptionGroup var asOf: MomentOption

  /// Up to when the register is asked.
  var moment: Moment { asOf.moment }

  var filter: Filter {
    Filter(
      place: place, organisation: organisation, host: host, kind: kind, property: property,
      support: restingOn)
  }

  /// Whether a mission is asked about, certainly or possibly.
  func lets(_ account: Account) -> Bool {
    guard filter.matches(account) else { return false }
    return asked.question.map { Answer(to: $0, about: account).truth != .no } ?? true
  }

  /// The filter for a person to read: " in Iraq of NATO"; empty where there is none.
  var words: String {
    [
      kind.map { " of kind \($0.rawValue)" }, place.map { " in \($0)" },
      host.map { " in \($0.name)" }, organisation.map { " of \($0)" },
      property.map { " with a statement “\($0.rawValue)”" },
      restingOn.map { " resting on \($0.rawValue)" }, asOf.words,
    ].compactMap(\.self).joined()
  }

  /// What was asked, as pages have it as well.
  var question: MissionsQuestion {
    MissionsQuestion(on: asked.on, during: asked.during, filter: filter, asOf: asOf.day)
  }
}

extension FilterOptions {
  /// What to say where no mission is let through: the name that was probably meant, if one is
  /// misspelt.
  func none(
    in register: Register, _ option: RegisterOption, _ environment: [String: String]
  ) async throws -> Failure {
    guard try await register.page(limit: 0).count > 0 else {
      return option.holdsNothing(environment)
    }
    if let day = asOf.day, try await register.accounts(at: moment).isEmpty {
      return Failure(
        .negative, "the register knew of no mission on \(DateWords.of(day))",
        remedy: "What was read when is listed by: annals log\(option.words)")
    }
    try await checkNames(in: register)
    return asked.question == nil
      ? Failure(.negative, "there is no mission\(words)")
      : Failure(
        .negative, "no mission\(words) was running\(asked.words)",
        remedy: "Missions that were not are listed by: annals missions --all")
  }

  /// Says which name was probably meant where a filter names a place or an organisation that no
  /// mission has.
  /// - Throws: `Failure` with the outcome `negative`.
  func checkNames(in register: Register) async throws {
    var places: [String] = []
    if place != nil || host != nil { places = try await register.forms(of: .place) }
    var organisations: [String] = []
    if organisation != nil { organisations = try await register.forms(of: .organisation) }
    try checkNames(among: places, organisations)
  }

  // Apart from the waiting: in one function with it, the compiler's optimiser crashes (Swift 6.3.1).
  @inline(never)
  private func checkNames(among places: [String], _ organisations: [String]) throws {
    if let place, !places.contains(where: { Filter.name(place, isIn: $0) }) {
      throw FilterOptions.unknown(place, "in", places)
    }
    if let host, !places.contains(where: host.isNamed) {
      throw FilterOptions.unknown(host.name, "in", places)
    }
    if let organisation, !organisations.contains(where: { Filter.name(organisation, isIn: $0) }) {
      throw FilterOptions.unknown(organisation, "of", organisations)
    }
  }

  private static func unknown(
    _ name: String, _ preposition: String, _ known: [String]
  ) -> Failure {
    let some = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    return Failure(
      .negative,
      "no mission \(preposition) “\(name)” is known."
        + Suggestion.question(for: name, among: known),
      remedy: known.isEmpty ? nil : "Known: \(some).")
  }
}

/// Words from a closed list as values of options.
enum Choice {
  /// - Throws: `ValidationError` that names the words there are and the one probably meant.
  static func of<Word: RawRepresentable & CaseIterable>(
    _ type: Word.Type, named name: String
  ) throws -> Word where Word.RawValue == String {
    if let word = Word(rawValue: name) { return word }
    let known = Word.allCases.map(\.rawValue)
    throw ValidationError(
      "“\(name)” is none of \(known.joined(separator: ", "))."
        + Suggestion.question(for: name, among: known))
  }

  /// - Throws: `ValidationError` with the property that was probably meant.
  static func property(named name: String) throws -> Property {
    let known = try Labels().known
    guard known.contains(name) else {
      throw ValidationError(
        "there is no property “\(name)”." + Suggestion.question(for: name, among: known))
    }
    return Property(rawValue: name)
  }
}
