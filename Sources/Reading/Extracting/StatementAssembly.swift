import Chronology
import Statements

/// Turns what rules found into missions and statements with passages.
struct StatementAssembly {
  /// A statement before its mission has an id.
  struct Proposed {
    let draft: Int
    let property: Property
    let value: Value
    let valid: EDTF?
    /// UTF-8 bytes of the quote.
    let bytes: Range<Int>
    /// UTF-8 bytes of the sentence around it: two statements are one where sentence and quote say
    /// the same word for word.
    let sentence: Range<Int>
    let rule: String
    let note: String?
  }

  let document: Document
  let drafts: [MissionDraft]
  let lexicon: Lexicon
  let ids: [MissionID]

  init(document: Document, drafts: [MissionDraft], lexicon: Lexicon) {
    self.document = document
    self.drafts = drafts
    self.lexicon = lexicon
    var used: Set<String> = []
    ids = drafts.map { draft in
      let slug = StatementAssembly.slug(draft.acronym ?? draft.best?.name ?? "mission")
      var name = slug
      var number = 2
      while !used.insert(name).inserted {
        name = "\(slug)-\(number)"
        number += 1
      }
      return MissionID(rawValue: "\(name)@\(document.id.short)")
    }
  }

  /// Lower-case ASCII letters and digits with single hyphens between: `ntm-i`, `nmi-ii`.
  static func slug(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        slug.unicodeScalars.append(scalar)
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug += "-"
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    return slug.isEmpty ? "mission" : String(slug.prefix(40))
  }

  // MARK: From names

  /// The organisation and the place that a mission's names, else the headings over it, tell.
  ///
  /// - Parameter hasLead: whether the text itself says who leads; then headings do not.
  func organisationAndPlace(of draft: Int, context: [[TextToken]], hasLead: Bool) -> [Proposed] {
    var proposed: [Proposed] = []
    let names = drafts[draft].names
    let sources = names.map { TextToken.tokens(of: document.text, in: $0.bytes) } + context
    if let found = first(in: sources, { lexicon.organisation(in: $0) }),
      !hasLead || found.source < names.count
    {
      proposed.append(named(draft, .organisation, found, names.count, "organisation"))
    }
    if let found = first(in: sources, { lexicon.country(in: $0) }) {
      proposed.append(named(draft, .place, found, names.count, "place"))
    }
    return proposed
  }

  private typealias Found = (value: String, bytes: Range<Int>, source: Int)

  private func first(in sources: [[TextToken]], _ look: ([TextToken]) -> String?) -> Found? {
    for (index, tokens) in sources.enumerated() {
      guard let value = look(tokens), let first = tokens.first, let last = tokens.last else {
        continue
      }
      return (value, first.bytes.lowerBound..<last.bytes.upperBound, index)
    }
    return nil
  }

  private func named(
    _ draft: Int, _ property: Property, _ found: Found, _ names: Int, _ what: String
  ) -> Proposed {
    Proposed(
      draft: draft, property: property, value: .text(found.value), valid: nil, bytes: found.bytes,
      sentence: found.bytes,
      rule: found.source < names ? "\(what) in the name" : "\(what) in the heading above", note: nil
    )
  }

  /// NMI I, NMI II: of missions that differ by their numeral alone, each follows the one before.
  func successions() -> [Proposed] {
    var proposed: [Proposed] = []
    for (index, draft) in drafts.enumerated() {
      guard let name = draft.best, let numeral = name.numeral,
        let next = drafts.firstIndex(where: { other in
          guard let best = other.best else { return false }
          return best.numeral == numeral + 1
            && StatementAssembly.base(best) == StatementAssembly.base(name)
        }), let successor = drafts[next].best
      else { continue }
      proposed.append(
        Proposed(
          draft: index, property: .followOn, value: .mission(ids[next]), valid: nil,
          bytes: successor.bytes, sentence: successor.bytes, rule: "numbered successor", note: nil))
      proposed.append(
        Proposed(
          draft: next, property: .predecessor, value: .mission(ids[index]), valid: nil,
          bytes: name.bytes, sentence: name.bytes, rule: "numbered successor", note: nil))
    }
    return proposed
  }

  private static func base(_ name: MissionName) -> String {
    guard let numeral = name.numeral else { return name.name }
    return String(name.name.dropLast(Numeral.text(numeral).count + 1))
  }

  // MARK: Proposals

  /// The proposals of the document, without missions that nothing is said of.
  func proposals(_ proposed: [Proposed], doubts: [Doubt]) -> Proposals {
    let spokenOf = Set(
      proposed.filter { ![.organisation, .place].contains($0.property) }.map(\.draft))
    let kept = drafts.indices.filter { spokenOf.contains($0) }
    let statements = merged(proposed.filter { kept.contains($0.draft) })
    return Proposals(
      document: document, missions: kept.compactMap(mission), statements: statements,
      doubts: doubts)
  }

  private func mission(_ index: Int) -> Mission? {
    let draft = drafts[index]
    guard let best = draft.best, let first = draft.names.first,
      let passage = Passage(of: document, bytes: first.bytes)
    else { return nil }
    var aliases = draft.names.flatMap { [$0.name, $0.written] } + draft.acronyms.sorted()
    let bare = MissionDraft.withoutLead(best.name, lexicon)
    if bare.split(separator: " ").count >= 2 { aliases.append(bare) }
    var seen: Set<String> = [best.name, draft.acronym ?? ""]
    return Mission(
      id: ids[index], name: best.name, acronym: draft.acronym,
      aliases: aliases.filter { seen.insert($0).inserted }, kind: draft.kind, passage: passage)
  }

  private struct Key: Hashable {
    let sentence: String
    let quote: String
    let property: Property
    let value: Value
    let valid: EDTF?
    let draft: Int?
  }

  /// One statement for each thing said; a sentence that stands twice gives two passages, and its
  /// statement belongs to the mission under which it stands first.
  private func merged(_ proposed: [Proposed]) -> [Statement] {
    var order: [Key] = []
    var groups: [Key: [Proposed]] = [:]
    for one in proposed.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      guard let sentence = document.text(of: one.sentence), let quote = document.text(of: one.bytes)
      else { continue }
      // What a heading or a name says is said of its own mission only.
      let isOfName = one.bytes == one.sentence && one.valid == nil
      let key = Key(
        sentence: sentence, quote: quote, property: one.property, value: one.value,
        valid: one.valid, draft: isOfName ? one.draft : nil)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(one)
    }
    return order.compactMap { key in
      guard let group = groups[key], let first = group.first else { return nil }
      var seen: Set<Range<Int>> = []
      let passages = group.filter { seen.insert($0.bytes).inserted }
        .compactMap { Passage(of: document, bytes: $0.bytes) }
      return Statement(
        subject: ids[first.draft], property: first.property, value: first.value,
        valid: first.valid, passages: passages, rule: first.rule, note: first.note)
    }
  }
}
