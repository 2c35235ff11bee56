import ArgumentParser
import Keeping
import Statements

/// Which missions a command is about.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Only missions in this state or place.", valueName: "place"))
  var place: String?

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("Only missions of this organisation.", valueName: "organisation"))
  var organisation: String?

  @Option(
    help: ArgumentHelp(
      "Only this kind: mission, operation, programme or presence.", valueName: "kind"),
    transform: { try Choice.of(Mission.Kind.self, named: $0) })
  var kind: Mission.Kind?

  var filter: Filter { Filter(place: place, organisation: organisation, kind: kind) }

  /// The filter for a person to read: " in Iraq of NATO"; empty where there is none.
  var words: String {
    (kind.map { " of kind \($0.rawValue)" } ?? "") + (place.map { " in \($0)" } ?? "")
      + (organisation.map { " of \($0)" } ?? "")
  }

  /// Says which name was probably meant where a filter names a place or an organisation that no
  /// mission has.
  /// - Throws: `Failure` with the outcome `negative`.
  func checkNames(in register: Register) async throws {
    for (name, property, preposition) in [
      (place, Property.place, "in"), (organisation, .organisation, "of"),
    ] {
      guard let name else { continue }
      let known = try await register.forms(of: property)
      try FilterOptions.check(name, preposition, known)
    }
  }

  private static func check(
    _ name: String, _ preposition: String, _ known: [String]
  ) throws(Failure) {
    guard !known.contains(where: { Filter.name(name, isIn: $0) }) else { return }
    let some = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
    throw Failure(
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
}
