package import Statements

/// The word lists in the form that the rules look things up in.
package struct Lexicon: Sendable {
  struct MissionNoun: Sendable {
    let kind: Mission.Kind
    /// Whether the noun names a mission wherever it stands in a name.
    let isStrong: Bool
  }

  /// A country by any of its names, by its adjective or by its capital.
  struct Country: Sendable {
    enum Form: Sendable { case name, adjective, capital }
    let name: String
    let form: Form
  }

  let organisations: Phrases<String>
  let countries: Phrases<Country>
  let missionNouns: [String: MissionNoun]
  let cues: Phrases<Property>
  let units: [String: Property]
  let labels: Set<String>

  package init(vocabulary: Vocabulary) throws(VocabularyError) {
    organisations = try Lexicon.organisations(vocabulary)
    countries = try Lexicon.countries(vocabulary)
    missionNouns = try Lexicon.missionNouns(vocabulary)
    let known = Set(try vocabulary.table("properties")["key"])
    cues = try Lexicon.cues(vocabulary, properties: known)
    units = try Lexicon.units(vocabulary, properties: known)
    labels = Set(try vocabulary.table("section-labels")["label"])
  }

  private static func organisations(
    _ vocabulary: Vocabulary
  ) throws(VocabularyError) -> Phrases<String> {
    var phrases = Phrases<String>(caseSensitive: true)
    for record in try vocabulary.table("organisations").records {
      let name = record["name"] ?? ""
      for form in [name] + variants(record["other"]) { phrases.add(form, name) }
    }
    return phrases
  }

  private static func countries(
    _ vocabulary: Vocabulary
  ) throws(VocabularyError) -> Phrases<Country> {
    var phrases = Phrases<Country>(caseSensitive: true)
    for record in try vocabulary.table("countries").records {
      let name = record["name"] ?? ""
      let forms: [(Country.Form, [String])] = [
        (.name, [name] + variants(record["other"])), (.adjective, variants(record["adjective"])),
        (.capital, variants(record["capital"])),
      ]
      for (form, words) in forms {
        for word in words { phrases.add(word, Country(name: name, form: form)) }
      }
    }
    return phrases
  }

  private static func missionNouns(
    _ vocabulary: Vocabulary
  ) throws(VocabularyError) -> [String: MissionNoun] {
    let table = try vocabulary.table("mission-nouns")
    var nouns: [String: MissionNoun] = [:]
    for record in table.records {
      guard let kind = Mission.Kind(rawValue: record["kind"] ?? "") else {
        throw VocabularyError(
          list: table.name, line: 0,
          reason: .badCell(
            record["kind"] ?? "",
            expected: Mission.Kind.allCases.map(\.rawValue).joined(separator: ", ")))
      }
      nouns[record["noun"] ?? ""] = MissionNoun(
        kind: kind, isStrong: record["strength"] == "strong")
    }
    return nouns
  }

  private static func cues(
    _ vocabulary: Vocabulary, properties: Set<String>
  ) throws(VocabularyError) -> Phrases<Property> {
    var phrases = Phrases<Property>(caseSensitive: false)
    for record in try vocabulary.table("event-cues").records {
      let property = try property(record["property"], in: "event-cues", of: properties)
      phrases.add(record["cue"] ?? "", property)
    }
    return phrases
  }

  private static func units(
    _ vocabulary: Vocabulary, properties: Set<String>
  ) throws(VocabularyError) -> [String: Property] {
    var units: [String: Property] = [:]
    for record in try vocabulary.table("unit-nouns").records {
      units[record["noun"] ?? ""] = try property(
        record["property"], in: "unit-nouns", of: properties)
    }
    return units
  }

  private static func property(
    _ key: String?, in list: String, of properties: Set<String>
  ) throws(VocabularyError) -> Property {
    guard let key, properties.contains(key) else {
      throw VocabularyError(
        list: list, line: 0,
        reason: .badCell(key ?? "", expected: "a key of properties.tsv"))
    }
    return Property(rawValue: key)
  }

  private static func variants(_ cell: String?) -> [String] {
    (cell ?? "").split(separator: "|").map(String.init)
  }
}

extension Lexicon {
  /// The mission noun of a word, singular or nil; "Operations" names no mission.
  func missionNoun(_ token: TextToken) -> MissionNoun? {
    guard token.kind == .word else { return nil }
    var word = token.lower
    if word.hasSuffix("'s") { word.removeLast(2) }
    return missionNouns[word]
  }

  func organisation(in tokens: some Sequence<TextToken>) -> String? {
    organisations.all(in: Array(tokens)).first?.value
  }

  /// The first country named, not one that only lends its adjective.
  func country(in tokens: some Sequence<TextToken>) -> String? {
    countries.all(in: Array(tokens)).first { $0.value.form == .name }?.value.name
  }
}
