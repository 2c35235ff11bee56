import Chronology
import Statements

/// Makes one statement of what is said twice.
struct Merging {
  let text: LexedText
  let ids: [MissionID]

  /// The words that two proposals share that say the same, by the numbers of their texts.
  private struct Words: Hashable {
    let sentence: Int
    let quote: Int
  }

  /// Proposals that say the same: the first, and the bytes of the others.
  private struct Group {
    let first: Int
    /// The mission that they must be of, where others may not say it too.
    let draft: Int?
    var others: [Range<Int>] = []
    /// The group before it with the same words.
    let before: Int?
  }

  /// One statement for each thing said, with its explanation; a sentence that stands twice gives two
  /// passages, and its statement belongs to the mission under which it stands first.
  ///
  /// - Parameter indices: the proposals that are to be merged.
  func merged(
    _ proposed: [Proposed], _ indices: [Int]
  ) -> (statements: [Statement], explanations: [Rationale?]) {
    let groups = groups(proposed, indices)
    var statements: [Statement] = []
    statements.reserveCapacity(groups.count)
    var explanations: [Rationale?] = []
    explanations.reserveCapacity(groups.count)
    for group in groups {
      let first = proposed[group.first]
      guard let draft = first.draft,
        let statement = Statement(
          subject: ids[draft], property: first.property, value: first.value, valid: first.valid,
          passages: passages(first.bytes, group.others), rule: first.rule, note: first.note)
      else { continue }
      statements.append(statement)
      explanations.append(explanation(first))
    }
    return (statements, explanations)
  }

  private func groups(_ proposed: [Proposed], _ indices: [Int]) -> [Group] {
    var texts = EqualTexts(in: text.utf8)
    /// The last group of the same words.
    var places: [Words: Int] = [:]
    places.reserveCapacity(indices.count)
    var groups: [Group] = []
    groups.reserveCapacity(indices.count)
    for index in order(proposed, indices) {
      // What a heading or a name says, or one sentence of two missions, is said of its own mission.
      let bytes = proposed[index].bytes
      let isOfName = bytes == proposed[index].sentence && proposed[index].valid == nil
      let property = proposed[index].property
      let isHandover =
        property == .handedOver || property == .takeover || proposed[index].isShared
      let draft = isOfName || isHandover ? proposed[index].draft : nil
      let words = Words(
        sentence: texts.number(of: proposed[index].sentence), quote: texts.number(of: bytes))
      var place = places[words]
      while let at = place,
        groups[at].draft != draft || !says(proposed[groups[at].first], proposed[index])
      {
        place = groups[at].before
      }
      if let place {
        groups[place].others.append(bytes)
      } else {
        groups.append(Group(first: index, draft: draft, before: places[words]))
        places[words] = groups.count - 1
      }
    }
    return groups
  }

  private func says(_ first: Proposed, _ second: Proposed) -> Bool {
    first.property == second.property && first.valid == second.valid && first.value == second.value
  }

  /// The passages of a statement, each place once.
  private func passages(_ first: Range<Int>, _ others: [Range<Int>]) -> [Passage] {
    guard !others.isEmpty else {
      return Passage(of: text.document, bytes: first).map { [$0] } ?? []
    }
    var seen: Set<Range<Int>> = []
    return ([first] + others).filter { seen.insert($0).inserted }.compactMap {
      Passage(of: text.document, bytes: $0)
    }
  }

  /// The order in which proposals stand in the text, those of one place as they were made.
  private func order(_ proposed: [Proposed], _ indices: [Int]) -> [Int] {
    indices.sorted {
      (proposed[$0].bytes.lowerBound, $0) < (proposed[$1].bytes.lowerBound, $1)
    }
  }

  /// What is said of some mission that the text does not name.
  func unattached(_ proposed: [Proposed]) -> [Unattached] {
    proposed.indices.filter { proposed[$0].draft == nil }.compactMap { index in
      let one = proposed[index]
      return Passage(of: text.document, bytes: one.bytes).map {
        Unattached(
          property: one.property, value: one.value, valid: one.valid, passage: $0, rule: one.rule,
          note: one.note)
      }
    }
  }

  private func explanation(_ one: Proposed) -> Rationale {
    Rationale(
      rule: one.rule, cue: one.cue.flatMap { Passage(of: text.document, bytes: $0) },
      rejected: one.rejected)
  }
}
