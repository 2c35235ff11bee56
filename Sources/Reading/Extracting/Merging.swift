import Chronology
import Statements

/// Makes one statement of what is said twice.
struct Merging {
  let text: LexedText
  let ids: [MissionID]

  /// What two proposals share that say the same: words by the number of their text.
  private struct Key: Hashable {
    let sentence: Int
    let quote: Int
    let property: Property
    let value: Value
    let valid: EDTF?
    let draft: Int?

    /// Words and mission tell nearly all proposals apart; the rest is only compared.
    func hash(into hasher: inout Hasher) {
      hasher.combine(sentence)
      hasher.combine(quote)
      hasher.combine(draft)
    }
  }

  /// One statement for each thing said, with its explanation; a sentence that stands twice gives two
  /// passages, and its statement belongs to the mission under which it stands first.
  func merged(_ proposed: [Proposed]) -> (statements: [Statement], explanations: [Rationale?]) {
    var texts = EqualTexts(in: text.utf8)
    var places: [Key: Int] = [:]
    places.reserveCapacity(proposed.count)
    /// Of each group the first, and the bytes of those that say the same elsewhere.
    var groups: [(first: Proposed, others: [Range<Int>])] = []
    groups.reserveCapacity(proposed.count)
    for index in order(proposed) {
      let one = proposed[index]
      // What a heading or a name says, or one sentence of two missions, is said of its own mission.
      let isOfName = one.bytes == one.sentence && one.valid == nil
      let isHandover = one.property == .handedOver || one.property == .takeover || one.isShared
      let key = Key(
        sentence: texts.number(of: one.sentence), quote: texts.number(of: one.bytes),
        property: one.property, value: one.value, valid: one.valid,
        draft: isOfName || isHandover ? one.draft : nil)
      let place = places[key, default: groups.count]
      if place < groups.count {
        groups[place].others.append(one.bytes)
      } else {
        places[key] = place
        groups.append((one, []))
      }
    }
    var statements: [Statement] = []
    statements.reserveCapacity(groups.count)
    var explanations: [Rationale?] = []
    explanations.reserveCapacity(groups.count)
    for (first, others) in groups {
      guard let draft = first.draft else { continue }
      var seen: Set<Range<Int>> = others.isEmpty ? [] : [first.bytes]
      let elsewhere = others.filter { seen.insert($0).inserted }
      let passages = ([first.bytes] + elsewhere).compactMap {
        Passage(of: text.document, bytes: $0)
      }
      guard
        let statement = Statement(
          subject: ids[draft], property: first.property, value: first.value, valid: first.valid,
          passages: passages, rule: first.rule, note: first.note)
      else { continue }
      statements.append(statement)
      explanations.append(explanation(first))
    }
    return (statements, explanations)
  }

  /// The order in which proposals stand in the text, those of one place as they were made.
  private func order(_ proposed: [Proposed]) -> [Int] {
    proposed.indices.sorted {
      (proposed[$0].bytes.lowerBound, $0) < (proposed[$1].bytes.lowerBound, $1)
    }
  }

  /// What is said of some mission that the text does not name.
  func unattached(_ proposed: [Proposed]) -> [Unattached] {
    proposed.compactMap { one in
      Passage(of: text.document, bytes: one.bytes).map {
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
