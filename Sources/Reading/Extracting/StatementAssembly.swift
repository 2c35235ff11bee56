import Chronology
import Statements

/// Turns what rules found into missions and statements with passages.
struct StatementAssembly {
  let text: LexedText
  let drafts: [MissionDraft]
  let lexicon: Lexicon
  let lexer: Lexer
  let ids: [MissionID]
  /// The fullest name of each mission.
  private let names: [MissionName]

  init(text: LexedText, drafts: [MissionDraft], lexicon: Lexicon, lexer: Lexer) {
    self.text = text
    self.drafts = drafts
    self.lexicon = lexicon
    self.lexer = lexer
    let names = drafts.map(\.best)
    self.names = names
    var used: Set<String> = []
    ids = zip(drafts, names).map { draft, best in
      let slug = StatementAssembly.slug(draft.acronym ?? best.name)
      var name = slug
      var number = 2
      while !used.insert(name).inserted {
        name = "\(slug)-\(number)"
        number += 1
      }
      return MissionID(rawValue: "\(name)@\(text.document.id.short)")
    }
  }

  /// Lower-case ASCII letters and digits with single hyphens between: `ntm-i`, `nmi-ii`.
  static func slug(_ text: String) -> String {
    var slug: [UInt8] = []
    for byte in text.lowercased().utf8 {
      if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
        slug.append(byte)
      } else if let last = slug.last, last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return slug.isEmpty ? "mission" : String(decoding: slug.prefix(40), as: UTF8.self)
  }

  // MARK: From names

  /// The organisation that a mission's names or the form of its acronym tell.
  private func organisation(of draft: MissionDraft) -> String? {
    draft.namings.lazy.compactMap { lexicon.organisation(text, $0.tokens) }.first
      ?? draft.organisation
  }

  /// The missions whose organisation is told, by its name.
  func missionsByOrganisation() -> [String: [Int]] {
    var missions: [String: [Int]] = [:]
    for (index, draft) in drafts.enumerated() {
      if let name = organisation(of: draft) { missions[name, default: []].append(index) }
    }
    return missions
  }

  /// The organisation and the place that a mission's names, else the headings over it, tell.
  ///
  /// - Parameter hasLead: whether the text itself says who leads; then headings do not.
  func organisationAndPlace(of draft: Int, context: [Range<Int>], hasLead: Bool) -> [Proposed] {
    var proposed: [Proposed] = []
    let names = drafts[draft].namings.map(\.tokens)
    let sources = names + context
    if let found = first(in: sources, { lexicon.organisation(text, $0) }),
      !hasLead || found.source < names.count
    {
      proposed.append(named(draft, .organisation, found, names.count, "organisation"))
    } else if !hasLead, let naming = drafts[draft].namings.first(where: { $0.organisation != nil })
    {
      let bytes = naming.name.bytes
      proposed.append(
        Proposed(
          draft: draft, property: .organisation, value: .text(naming.organisation ?? ""),
          valid: nil,
          bytes: bytes, sentence: bytes, rule: "form of an acronym"))
    }
    if let found = first(in: sources, { lexicon.country(text, $0) }) {
      proposed.append(named(draft, .place, found, names.count, "place"))
    }
    return proposed
  }

  private typealias Found = (value: String, tokens: Range<Int>, source: Int)

  private func first(in sources: [Range<Int>], _ look: (Range<Int>) -> String?) -> Found? {
    for (index, tokens) in sources.enumerated() {
      if let value = look(tokens) { return (value, tokens, index) }
    }
    return nil
  }

  private func named(
    _ draft: Int, _ property: Property, _ found: Found, _ names: Int, _ what: String
  ) -> Proposed {
    let bytes = text.bytes(of: found.tokens)
    return Proposed(
      draft: draft, property: property, value: .text(found.value), valid: nil, bytes: bytes,
      sentence: bytes,
      rule: found.source < names ? "\(what) in the name" : "\(what) in the heading above")
  }

  /// NMI I, NMI II: of missions that differ by their numeral alone, each follows the one before.
  func successions() -> [Proposed] {
    var proposed: [Proposed] = []
    for (index, name) in names.enumerated() {
      guard let numeral = name.numeral,
        let next = names.firstIndex(where: { other in
          other.numeral == numeral + 1
            && StatementAssembly.base(other) == StatementAssembly.base(name)
        })
      else { continue }
      let successor = names[next]
      for (draft, property, other, bytes) in [
        (index, Property.followOn, next, successor.bytes), (next, .predecessor, index, name.bytes),
      ] {
        proposed.append(
          Proposed(
            draft: draft, property: property, value: .mission(ids[other]), valid: nil, bytes: bytes,
            sentence: bytes, rule: "numbered successor"))
      }
    }
    return proposed
  }

  private static func base(_ name: MissionName) -> String {
    guard let numeral = name.numeral, name.name.hasSuffix(" " + Numeral.text(numeral))
    else { return name.name }
    return String(name.name.dropLast(Numeral.text(numeral).count + 1))
  }

  // MARK: Proposals

  /// The proposals of the document, without missions that nothing is said of.
  func proposals(_ proposed: [Proposed], doubts: [Doubt]) -> Proposals {
    let silent: [Property] = [
      .organisation, .place, .mandatedBy, .requestedBy, .endCause, .partOf,
    ]
    var isSpokenOf = [Bool](repeating: false, count: drafts.count)
    for index in proposed.indices {
      guard let draft = proposed[index].draft else { continue }
      let property = proposed[index].property
      if !silent.contains(property) { isSpokenOf[draft] = true }
    }
    let kept = drafts.indices.filter { isSpokenOf[$0] }
    let merging = Merging(text: text, ids: ids)
    let merged = merging.merged(
      proposed, proposed.indices.filter { proposed[$0].draft.map { isSpokenOf[$0] } ?? false })
    return Proposals(
      document: text.document, missions: kept.compactMap(mission), statements: merged.statements,
      doubts: doubts, unattached: merging.unattached(proposed),
      explanations: merged.explanations,
      missionExplanations: Dictionary(uniqueKeysWithValues: kept.map { (ids[$0], explanation($0)) })
    )
  }

  private func mission(_ index: Int) -> Mission? {
    let draft = drafts[index]
    let best = names[index]
    guard let passage = Passage(of: text.document, bytes: draft.namings[0].name.bytes)
    else { return nil }
    let forms = MentionForms(lexicon: lexicon, lexer: lexer)
    let aliases =
      draft.names.flatMap { [$0.name, $0.written] } + draft.acronyms.sorted()
      + forms.shortened(best.name)
    var seen = [best.name, draft.acronym ?? ""]
    for alias in aliases where !seen.contains(alias) { seen.append(alias) }
    return Mission(
      id: ids[index], name: best.name,
      acronym: draft.acronym == best.name ? best.name : draft.acronym,
      aliases: Array(seen.dropFirst(2)), kind: draft.kind, passage: passage)
  }

  private func explanation(_ index: Int) -> Rationale {
    let draft = drafts[index]
    return Rationale(
      rule: draft.namings[0].rule,
      cue: Passage(of: text.document, bytes: draft.namings[0].name.bytes),
      rejected: draft.rejected)
  }
}
