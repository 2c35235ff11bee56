/// Which missions a question is about. What is nil lets every mission through.
package struct Filter: Hashable, Sendable {
  /// The host state or place, in any case and with or without diacritics.
  package var place: String?
  /// The lead organisation, in any case and with or without diacritics.
  package var organisation: String?
  /// The host state as a whole name.
  package var host: HostState?
  package var kind: Mission.Kind?
  /// Something is stated of it by this property.
  package var property: Property?
  /// Its period rests on this.
  package var support: Support?

  package init(
    place: String? = nil, organisation: String? = nil, host: HostState? = nil,
    kind: Mission.Kind? = nil, property: Property? = nil, support: Support? = nil
  ) {
    self.place = place
    self.organisation = organisation
    self.host = host
    self.kind = kind
    self.property = property
    self.support = support
  }

  /// Whether it names nothing that only an account tells: an index of places, host states,
  /// organisations and kinds decides as well.
  package var isIndexed: Bool { property == nil && support == nil }

  /// Every mission.
  package static let all = Filter()

  /// Whether an account's statements say what is asked. A name matches where its words stand in
  /// the stated name in a row: `congo` finds "Democratic Republic of the Congo", `niger` does not
  /// find "Nigeria".
  package func matches(_ account: Account) -> Bool {
    if let kind, account.mission.kind != kind { return false }
    if let place, !states(.place, place, in: account) { return false }
    if let organisation, !states(.organisation, organisation, in: account) { return false }
    if let host, !account.texts(.place).contains(where: host.isNamed) { return false }
    if let property, !account.statements.contains(where: { $0.property == property }) {
      return false
    }
    if let support, !account.periodRests(on: support) { return false }
    return true
  }

  private func states(_ property: Property, _ name: String, in account: Account) -> Bool {
    account.texts(property).contains { Filter.name(name, isIn: $0) }
  }

  /// Whether the words of a name stand in a stated name in a row.
  package static func name(_ name: String, isIn stated: String) -> Bool {
    Folding.words(of: stated).hasRun(Folding.words(of: name))
  }
}

/// A state that missions are in, by its whole name: Guinea is neither Guinea-Bissau nor Papua New
/// Guinea.
package struct HostState: Hashable, Sendable {
  /// The name as it was typed.
  package let name: String
  /// The folded words of the names that are meant.
  private let forms: Set<[String]>

  /// A state by its name or its two letters in ISO 3166-1; other names are taken as they are.
  /// - Throws: `VocabularyError` where the list of countries is no table.
  package init(named name: String) throws(VocabularyError) {
    self.name = name
    let words = Folding.words(of: name)
    var forms: Set<[String]> = [words]
    for country in try Vocabulary.builtIn().table("countries").records {
      guard let known = country["name"] else { continue }
      if country["iso"] == name.uppercased() || Folding.words(of: known) == words {
        forms.insert(Folding.words(of: known))
      }
    }
    self.forms = forms
  }

  /// Whether a stated place is this state.
  package func isNamed(_ place: String) -> Bool { forms.contains(Folding.words(of: place)) }
}

extension [String] {
  /// Whether these words stand in a row somewhere among the words; never true of no words.
  fileprivate func hasRun(_ words: [String]) -> Bool {
    guard !words.isEmpty, words.count <= count else { return false }
    return (0...(count - words.count)).contains { start in
      self[start..<(start + words.count)].elementsEqual(words)
    }
  }
}
