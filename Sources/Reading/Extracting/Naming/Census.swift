import Statements

/// Counts the missions of a document: asks every naming rule, headings and definitions first, and
/// brings together the names that are one mission's.
struct Census {
  let text: LexedText
  let lexicon: Lexicon
  let lexer: Lexer
  let parts: Parts
  let headings: [Int: HeadingRule.Reading]
  let rows: [TableRule.MissionRow]

  func roster() -> Roster {
    var roster = Roster(lexicon: lexicon, lexer: lexer)
    for (index, block) in text.outline.blocks.enumerated() where block.level != nil {
      guard let naming = headings[index]?.naming else { continue }
      roster.add(naming, heading: index, section: index)
    }
    let found = namings()
    for naming in found.filter({
      $0.rule.hasPrefix("name before") || $0.rule.hasPrefix("acronym before its")
    }) {
      add(naming, to: &roster)
    }
    let others = found.filter {
      !$0.rule.hasPrefix("name before") && !$0.rule.hasPrefix("acronym before its")
    }
    for naming in others where !isBareForm(naming) { add(naming, to: &roster) }
    for row in rows { add(row.naming, to: &roster) }
    // "EUCAP" alone is one of the missions whose names begin so, where there are any.
    for naming in others where isBareForm(naming) && !roster.hasName(openingWith: naming.name.name)
    {
      add(naming, to: &roster)
    }
    join(found, in: &roster)
    joinTitle(found, in: &roster)
    joinBarePatterns(&roster)
    joinParts(found, in: &roster)
    settleTitle(&roster)
    roster.sort()
    return roster
  }

  /// Whether a name is nothing but the beginning that several missions share: "EUFOR", "EUTM".
  private func isBareForm(_ naming: Naming) -> Bool {
    guard naming.rule == "form of an acronym", let form = lexicon.form(of: naming.name.name)
    else { return false }
    return form.isBeginning && form.letters.elementsEqual(naming.name.name.utf8)
  }

  private func add(_ naming: Naming, to roster: inout Roster) {
    let path = text.outline.blocks[naming.block].path
    let heading = path.last { roster.missionOfHeading[$0] != nil }
    roster.add(
      naming, section: path.last, preferred: heading.flatMap { roster.missionOfHeading[$0] })
  }

  /// The namings of all sentences, in document order.
  private func namings() -> [Naming] {
    let definitions = DefinitionRule(text: text, lexicon: lexicon)
    let acronyms = AcronymRule(text: text, lexicon: lexicon)
    let patterns = PatternRule(text: text, lexicon: lexicon)
    var all: [Naming] = []
    for part in parts.parts where !parts.tableBlocks.contains(part.block) {
      if let label = part.label, label.role == .name || label.role == .acronym,
        let naming = boxed(part, label)
      {
        all.append(naming)
        continue
      }
      var found = definitions.namings(in: part.range, block: part.block)
      found += acronyms.namings(in: part.range, block: part.block, taken: found.map(\.tokens))
      found += patterns.namings(in: part.range, block: part.block, taken: found.map(\.tokens))
      all += found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
    return all
  }

  /// "Name: European Union Monitoring Mission", "Short name | UNCRO |".
  private func boxed(_ part: Parts.Part, _ label: FactLabel) -> Naming? {
    let range = text.trimmed(label.tokens.upperBound..<part.range.upperBound)
    guard !range.isEmpty, range.count <= 16, let name = MissionName(range, in: text),
      text.tokens[range.lowerBound].isCapitalised
    else { return nil }
    let form = lexicon.form(of: name.acronym ?? name.name)
    let noun = lexicon.missionNouns.all(in: text.tokens, range).last?.value
    guard form != nil || noun != nil || label.role == .acronym && name.acronym != nil
    else { return nil }
    return Naming(
      name: name, kind: form?.kind ?? noun?.kind ?? .mission, rule: "fact box", block: part.block,
      tokens: range, organisation: form?.organisation)
  }

  /// Joins names that a sentence says are one mission's.
  private func join(_ found: [Naming], in roster: inout Roster) {
    let rule = JoinRule(text: text, lexicon: lexicon)
    for (left, right) in zip(found, found.dropFirst()) where left.block == right.block {
      guard rule.cue(left, right) != nil || rule.isNewName(right, in: text.blocks[right.block]),
        let first = roster.mission(of: left),
        let second = roster.mission(of: right)
      else { continue }
      roster.join(first, second)
    }
    // Labels of one box name one mission, which a heading over it may name too.
    let boxed = found.filter { $0.rule == "fact box" }
    for naming in boxed where naming.name.acronym != nil {
      let path = text.outline.blocks[naming.block].path
      guard let heading = path.last(where: { roster.missionOfHeading[$0] != nil }),
        let over = roster.missionOfHeading[heading], let mission = roster.mission(of: naming),
        roster.drafts[over].acronym == nil
          || roster.drafts[over].acronym == naming.name.acronym
      else { continue }
      roster.join(over, mission)
    }
    for (left, right) in zip(boxed, boxed.dropFirst())
    where text.outline.blocks[left.block].path == text.outline.blocks[right.block].path {
      guard let first = roster.mission(of: left), let second = roster.mission(of: right),
        left.name.acronym == nil || right.name.acronym == nil
          || left.name.acronym == right.name.acronym
      else { continue }
      roster.join(first, second)
    }
  }

  /// Joins to the title's mission the acronym on the line below it, and what a fact box calls its full
  /// name.
  private func joinTitle(_ found: [Naming], in roster: inout Roster) {
    guard
      let title = text.outline.blocks.indices.first(where: { text.outline.blocks[$0].level == 1 }),
      let titled = roster.missionOfHeading[title], roster.drafts[titled].acronym == nil
    else { return }
    let below = found.first { naming in
      let range = text.blocks[naming.block]
      return (title + 1...title + 3).contains(naming.block) && naming.tokens == range
        && range.count <= 3 && naming.name.acronym != nil
    }
    if title + 1 < text.outline.blocks.count, let next = roster.missionOfHeading[title + 1],
      next != titled, text.blocks[title + 1].count <= 3, roster.drafts[next].acronym != nil
    {
      roster.join(titled, next)
      return
    }
    let box = found.first { $0.rule == "fact box" && isFullName($0) }
    for naming in [below, box].compactMap(\.self) {
      guard let over = roster.missionOfHeading[title], let mission = roster.mission(of: naming),
        over != mission, roster.drafts[over].acronym == nil
      else { continue }
      roster.join(over, mission)
    }
  }

  /// Whether the label before a name says that it is the whole of one: "Full name", "Official title".
  private func isFullName(_ naming: Naming) -> Bool {
    let block = text.blocks[naming.block]
    return (block.lowerBound..<naming.tokens.lowerBound).contains {
      text.tokens[$0].isAny(of: [.full, .name])
    }
  }

  /// "The Assistance Group" is the mission whose acronym AG its words make.
  private func joinBarePatterns(_ roster: inout Roster) {
    let acronyms = Set(roster.drafts.compactMap(\.acronym))
    var index = 0
    while index < roster.drafts.count {
      let draft = roster.drafts[index]
      let words = draft.acronym == nil ? Abbreviation.words(of: draft.best.name) : []
      let initials = String(decoding: words.compactMap(\.utf8.first), as: UTF8.self)
      if words.count >= 2, acronyms.contains(initials),
        let other = roster.drafts.firstIndex(where: { $0.acronym == initials })
      {
        roster.join(index, other)
      } else {
        index += 1
      }
    }
  }

  /// "Congo Peacekeeping Mission (1960–1962)" over "a contingent sent as part of the United Nations
  /// Operation in the Congo": a country's name for its part in a mission.
  private func joinParts(_ found: [Naming], in roster: inout Roster) {
    for naming in found where text.tokens[naming.tokens.lowerBound].isCapitalised {
      let low = naming.tokens.lowerBound
      guard low >= 3, text.tokens[low - 1].isWord(.the) || text.tokens[low - 1].isWord(.of) else {
        continue
      }
      let before = max(text.blocks[naming.block].lowerBound, low - 3)..<low
      guard before.contains(where: { text.tokens[$0].isWord(.part) }),
        let heading = text.outline.blocks[naming.block].path.last,
        let over = roster.missionOfHeading[heading], let mission = roster.mission(of: naming),
        over != mission, roster.drafts[over].acronym == nil,
        roster.drafts[over].namings.allSatisfy({ lexicon.organisation(text, $0.tokens) == nil })
      else { continue }
      roster.join(over, mission)
    }
  }

  /// Whether the text goes on to speak of "the Mission", by the noun that the title names it with.
  private func isSpokenOf(_ title: Int) -> Bool {
    let nouns = lexicon.missionNouns.all(in: text.tokens, text.blocks[title])
    guard let noun = nouns.first(where: \.value.isStrong), noun.tokens.count == 1 else {
      return false
    }
    let word = text.tokens[noun.tokens.lowerBound].word
    var times = 0
    for index in text.tokens.indices.dropFirst()
    where text.tokens[index].word == word && text.tokens[index].isCapitalised
      && text.tokens[index - 1].isWord(.the)
    {
      times += 1
      if times == 2 { return true }
    }
    return false
  }

  /// A title spells out the code name with which the text goes on ("EUFOR Concordia"); one that names
  /// a subject rather than a mission, over several missions, is none.
  private func settleTitle(_ roster: inout Roster) {
    guard
      let title = text.outline.blocks.indices.first(where: { text.outline.blocks[$0].level == 1 }),
      let draft = roster.missionOfHeading[title], roster.drafts[draft].acronym == nil,
      roster.drafts.count > 1, roster.drafts[draft].namings.count == 1
    else { return }
    let body = roster.drafts.indices.filter { $0 != draft }.min {
      roster.drafts[$0].firstToken < roster.drafts[$1].firstToken
    }
    if let body, roster.drafts[body].namings.allSatisfy({ $0.rule == "form of an acronym" }),
      let organisation = roster.drafts[body].organisation,
      organisation == lexicon.organisation(text, text.blocks[title])
    {
      roster.join(draft, body)
    } else if !isSpokenOf(title) {
      roster.remove(draft)
    }
  }
}
