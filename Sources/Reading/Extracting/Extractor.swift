import Chronology
import Statements

/// Reads missions and statements out of a document's outline.
struct Extractor {
  let document: Document
  let outline: Outline
  let lexicon: Lexicon
  let tagger: Tagger
  /// The tokens of each block.
  private let tokens: [[TextToken]]
  private var drafts: [MissionDraft] = []
  /// What each heading says, by the block's index.
  private var headings: [Int: HeadingReader.Reading] = [:]
  /// The mission that a heading names, by the block's index.
  private var missionOfHeading: [Int: Int] = [:]

  init(_ document: Document, outline: Outline, lexicon: Lexicon, tagger: Tagger) {
    self.document = document
    self.outline = outline
    self.lexicon = lexicon
    self.tagger = tagger
    tokens = outline.blocks.map { TextToken.tokens(of: document.text, in: $0.bytes) }
  }

  mutating func proposals() -> Proposals {
    readHeadings()
    readDefinitions()
    dropTitle()
    let assembly = StatementAssembly(
      document: document, drafts: drafts, lexicon: lexicon)
    var statements = statementsOfHeadings(assembly)
    let body = BodyReader(
      document: document, outline: outline, tokens: tokens, lexicon: lexicon, tagger: tagger,
      drafts: drafts, missionOfHeading: missionOfHeading, headings: headings, ids: assembly.ids)
    let (read, doubts) = body.read(assembly)
    statements += read
    statements += assembly.successions()
    return assembly.proposals(statements, doubts: doubts)
  }

  // MARK: Missions

  private mutating func readHeadings() {
    let reader = HeadingReader(document: document, lexicon: lexicon, tagger: tagger)
    for (index, block) in outline.blocks.enumerated() {
      guard let level = block.level else { continue }
      let reading = reader.read(tokens[index], isTitle: level == 1 && block.path.isEmpty)
      headings[index] = reading
      guard let mission = reading.mission else { continue }
      if let known = drafts.firstIndex(where: { $0.isNamed(by: mission.name) }) {
        missionOfHeading[index] = known
        drafts[known].names.append(mission.name)
      } else {
        missionOfHeading[index] = drafts.count
        drafts.append(
          MissionDraft(mission.name, kind: mission.kind, heading: index, section: index))
      }
    }
  }

  private mutating func readDefinitions() {
    let reader = DefinitionReader(document: document, lexicon: lexicon)
    for (index, block) in outline.blocks.enumerated() where block.level == nil {
      let section = (block.path.last { missionOfHeading[$0] != nil }).flatMap {
        missionOfHeading[$0]
      }
      for definition in reader.definitions(in: tokens[index]) {
        if let section, drafts[section].isNamed(by: definition.name) {
          drafts[section].names.append(definition.name)
        } else if let known = drafts.firstIndex(where: { $0.isNamed(by: definition.name) }) {
          drafts[known].names.append(definition.name)
        } else {
          drafts.append(
            MissionDraft(
              definition.name, kind: definition.kind, heading: nil, section: block.path.last))
        }
      }
    }
  }

  /// A title that names a subject rather than a mission, over sections that name missions, is none.
  private mutating func dropTitle() {
    guard let title = outline.blocks.indices.first(where: { outline.blocks[$0].level == 1 }),
      let draft = missionOfHeading[title], drafts[draft].acronym == nil, drafts.count > 1,
      drafts[draft].names.count == 1
    else { return }
    missionOfHeading[title] = nil
    drafts.remove(at: draft)
    missionOfHeading = missionOfHeading.mapValues { $0 > draft ? $0 - 1 : $0 }
  }

  // MARK: Headings' statements

  private func statementsOfHeadings(_ assembly: StatementAssembly) -> [StatementAssembly.Proposed] {
    var proposed: [StatementAssembly.Proposed] = []
    for (draft, mission) in drafts.enumerated() {
      let lead = lead(of: mission)
      if let lead {
        proposed.append(
          .init(
            draft: draft, property: .organisation, value: .text(lead.name), valid: nil,
            bytes: lead.bytes, sentence: lead.bytes, rule: "led by", note: nil))
      }
      proposed += assembly.organisationAndPlace(
        of: draft, context: context(of: mission), hasLead: lead != nil)
      guard let heading = mission.heading else { continue }
      if let period = headings[heading]?.period {
        proposed.append(
          .init(
            draft: draft, property: .period, value: .date(period.edtf), valid: nil,
            bytes: outline.blocks[heading].bytes, sentence: outline.blocks[heading].bytes,
            rule: "period in the heading", note: period.completion))
      }
      let sections = outline.blocks[heading].path.filter { missionOfHeading[$0] == nil }
      if let section = sections.last(where: { headings[$0]?.period != nil }),
        let period = headings[section]?.period
      {
        proposed.append(
          .init(
            draft: draft, property: .sectionPeriod, value: .date(period.edtf), valid: nil,
            bytes: outline.blocks[section].bytes, sentence: outline.blocks[section].bytes,
            rule: "period of the section", note: nil))
      }
    }
    return proposed
  }

  /// The headings over a mission that has its own, innermost first, where its organisation and
  /// place may stand. What prose names in passing may be anybody's.
  private func context(of mission: MissionDraft) -> [[TextToken]] {
    guard let heading = mission.heading else { return [] }
    return ([heading] + outline.blocks[heading].path.reversed()).map { tokens[$0] }
  }

  /// "A multinational force led by Australia", in a mission's own section.
  private func lead(of mission: MissionDraft) -> (name: String, bytes: Range<Int>)? {
    guard let heading = mission.heading else { return nil }
    for (index, block) in outline.blocks.enumerated() where block.path.last == heading {
      let words = tokens[index]
      for at in words.indices.dropFirst()
      where words[at].lower == "by" && words[at - 1].lower == "led" {
        guard at + 1 < words.count else { continue }
        let next = words[at + 1].lower == "the" ? at + 2 : at + 1
        guard next < words.count else { continue }
        let name =
          lexicon.organisations.match(words, at: next)?.value
          ?? lexicon.countries.match(words, at: next)?.value.name
        if let name { return (name, block.bytes) }
      }
    }
    return nil
  }
}
