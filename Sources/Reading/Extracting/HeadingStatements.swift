import Chronology
import Statements

/// What headings say of the missions that they name or hold.
struct HeadingStatements {
  let text: LexedText
  let lexicon: Lexicon
  let roster: Roster
  let headings: [Int: HeadingRule.Reading]
  /// The blocks that stand right under each heading.
  private let below: [Int: [Int]]

  init(
    text: LexedText, lexicon: Lexicon, roster: Roster, headings: [Int: HeadingRule.Reading]
  ) {
    self.text = text
    self.lexicon = lexicon
    self.roster = roster
    self.headings = headings
    var below: [Int: [Int]] = [:]
    for (index, block) in text.outline.blocks.enumerated() {
      if let heading = block.path.last { below[heading, default: []].append(index) }
    }
    self.below = below
  }

  func proposed(_ assembly: StatementAssembly) -> [Proposed] {
    var proposed: [Proposed] = []
    let headingsOf = Dictionary(grouping: roster.missionOfHeading.keys) {
      roster.missionOfHeading[$0]
    }
    for (draft, mission) in roster.drafts.enumerated() {
      let lead = lead(of: mission)
      if let lead {
        proposed.append(
          Proposed(
            draft: draft, property: .organisation, value: .text(lead.name), valid: nil,
            bytes: lead.bytes, sentence: lead.bytes, rule: "led by"))
      }
      proposed += assembly.organisationAndPlace(
        of: draft, context: context(of: mission), hasLead: lead != nil)
      for heading in (headingsOf[draft] ?? []).sorted() {
        proposed += periods(of: draft, heading)
      }
    }
    return proposed + periodsOverProse()
  }

  /// "Angola (1991–1995)" over the text of one mission alone: the period is that mission's. Over several
  /// it is the section's.
  private func periodsOverProse() -> [Proposed] {
    var proposed: [Proposed] = []
    let draftsIn = Dictionary(grouping: roster.drafts.indices) { roster.drafts[$0].section }
    for (heading, reading) in headings.sorted(by: { $0.key < $1.key }) {
      guard let period = reading.period, roster.missionOfHeading[heading] == nil,
        PlaceHeading(text: text, lexicon: lexicon).isPlace(heading, without: period.tokens)
      else { continue }
      let below = draftsIn[heading] ?? []
      for draft in below where roster.drafts[draft].heading == nil {
        let isOnly = below.count == 1
        proposed.append(
          statement(
            isOnly ? .period : .sectionPeriod, period, draft, heading,
            isOnly ? "period in the heading above" : "period of the section"))
      }
    }
    return proposed
  }

  private func periods(of draft: Int, _ heading: Int) -> [Proposed] {
    var proposed: [Proposed] = []
    if let period = headings[heading]?.period {
      proposed.append(
        statement(.period, period, draft, heading, "period in the heading"))
    }
    let sections = text.outline.blocks[heading].path.filter { roster.missionOfHeading[$0] == nil }
    if let section = sections.last(where: { headings[$0]?.period != nil }),
      let period = headings[section]?.period
    {
      proposed.append(statement(.sectionPeriod, period, draft, section, "period of the section"))
    }
    return proposed
  }

  private func statement(
    _ property: Property, _ period: Dated, _ draft: Int, _ block: Int, _ rule: String
  ) -> Proposed {
    let bytes = text.outline.blocks[block].bytes
    return Proposed(
      draft: draft, property: property, value: .date(period.expression.edtf), valid: nil,
      bytes: bytes, sentence: bytes, rule: rule,
      note: property == .period ? period.expression.completion : nil,
      cue: period.expression.bytes)
  }

  /// The headings over a mission that has its own, innermost first, where its organisation and
  /// place may stand. What prose names in passing may be anybody's.
  private func context(of mission: MissionDraft) -> [Range<Int>] {
    guard let heading = mission.heading else {
      // In a list of deployments by country the heading is the place.
      guard let section = mission.section,
        PlaceHeading(text: text, lexicon: lexicon).isPlace(
          section, without: headings[section]?.period?.tokens)
      else { return [] }
      return [text.blocks[section]]
    }
    return ([heading] + text.outline.blocks[heading].path.reversed()).map { text.blocks[$0] }
  }

  /// "A multinational force led by Australia", in a mission's own section.
  private func lead(of mission: MissionDraft) -> (name: String, bytes: Range<Int>)? {
    guard let heading = mission.heading else { return nil }
    for index in below[heading] ?? [] {
      let block = text.outline.blocks[index]
      let range = text.blocks[index]
      for at in range.dropFirst()
      where text.tokens[at].isWord(.by) && text.tokens[at - 1].isWord(.led) {
        let next = at + 1 < range.upperBound && text.tokens[at + 1].isWord(.the) ? at + 2 : at + 1
        guard next < range.upperBound else { continue }
        let name =
          lexicon.organisations.match(text.tokens, at: next, before: range.upperBound)?.value.name
          ?? lexicon.countries.match(text.tokens, at: next, before: range.upperBound)?.value.name
        if let name { return (name, block.bytes) }
      }
    }
    return nil
  }
}

/// A heading that names a country or a border, in a list of deployments by place.
struct PlaceHeading {
  let text: LexedText
  let lexicon: Lexicon

  /// - Parameter period: the date that the heading also gives.
  func isPlace(_ heading: Int, without period: Range<Int>?) -> Bool {
    var range = text.trimmed(text.blocks[heading])
    if let period, period.lowerBound > range.lowerBound {
      range = text.trimmed(range.lowerBound..<period.lowerBound - 1)
    }
    guard !range.isEmpty else { return false }
    let countries = lexicon.countries.all(in: text.tokens, range).filter {
      $0.value.form != .adjective
    }
    let covered = countries.reduce(0) { $0 + $1.tokens.count }
    return !countries.isEmpty && range.count - covered <= countries.count
      && lexicon.missionNouns.first(in: text.tokens, range) == nil
  }
}
