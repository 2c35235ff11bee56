/// Which missions a question is about. What is nil lets every mission through.
package struct Filter: Hashable, Sendable {
  /// The host state or place, in any case and with or without diacritics.
  package var place: String?
  /// The lead organisation, in any case and with or without diacritics.
  package var organisation: String?
  package var kind: Mission.Kind?

  package init(place: String? = nil, organisation: String? = nil, kind: Mission.Kind? = nil) {
    self.place = place
    self.organisation = organisation
    self.kind = kind
  }

  /// Every mission.
  package static let all = Filter()

  /// Whether an account's statements say what is asked. A name matches where its words stand in
  /// the stated name in a row: `congo` finds "Democratic Republic of the Congo", `niger` does not
  /// find "Nigeria".
  package func matches(_ account: Account) -> Bool {
    if let kind, account.mission.kind != kind { return false }
    if let place, !states(.place, place, in: account) { return false }
    if let organisation, !states(.organisation, organisation, in: account) { return false }
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

extension [String] {
  /// Whether these words stand in a row somewhere among the words; never true of no words.
  fileprivate func hasRun(_ words: [String]) -> Bool {
    guard !words.isEmpty, words.count <= count else { return false }
    return (0...(count - words.count)).contains { start in
      self[start..<(start + words.count)].elementsEqual(words)
    }
  }
}
