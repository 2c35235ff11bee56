import Chronology
import Statements

/// Makes one statement of what is said twice.
struct Merging {
  let text: LexedText
  let ids: [MissionID]

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
  func merged(_ proposed: [Proposed]) -> (
    statements: [Statement], explanations: [Statement: Rationale]
  ) {
    var order: [Key] = []
    var groups: [Key: [Proposed]] = [:]
    for one in proposed.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
      // What a heading or a name says, or one sentence of two missions, is said of its own mission.
      let isOfName = one.bytes == one.sentence && one.valid == nil
      let isHandover = one.property == .handedOver || one.property == .takeover
      let key = Key(
        sentence: string(one.sentence), quote: string(one.bytes), property: one.property,
        value: one.value, valid: one.valid, draft: isOfName || isHandover ? one.draft : nil)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(one)
    }
    var explanations: [Statement: Rationale] = [:]
    let statements = order.compactMap { key -> Statement? in
      guard let group = groups[key], let first = group.first, let draft = first.draft
      else { return nil }
      var seen: Set<Range<Int>> = []
      let passages = group.filter { seen.insert($0.bytes).inserted }
        .compactMap { Passage(of: text.document, bytes: $0.bytes) }
      let statement = Statement(
        subject: ids[draft], property: first.property, value: first.value, valid: first.valid,
        passages: passages, rule: first.rule, note: first.note)
      if let statement { explanations[statement] = explanation(first) }
      return statement
    }
    return (statements, explanations)
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

  private func string(_ bytes: Range<Int>) -> String {
    String(decoding: text.utf8[bytes], as: UTF8.self)
  }
}
