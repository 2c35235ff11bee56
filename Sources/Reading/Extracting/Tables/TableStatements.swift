import Chronology
import Statements

/// What the rows of tables say of the missions that they name.
struct TableStatements {
  let text: LexedText
  let lexicon: Lexicon
  let roster: Roster

  func proposed(_ rows: [TableRule.MissionRow]) -> [Proposed] {
    rows.flatMap { row -> [Proposed] in
      guard let draft = roster.mission(of: row.naming) else { return [] }
      let sentence = text.bytes(of: text.blocks[row.block])
      let cue = row.head.map(text.bytes)
      var proposed: [Proposed] = []
      if let (tokens, edtf) = row.period {
        proposed.append(
          Proposed(
            draft: draft, property: .period, value: .date(edtf), valid: edtf,
            bytes: text.bytes(of: tokens), sentence: sentence, rule: "row of a table", cue: cue))
      }
      if let place = row.place {
        proposed.append(
          Proposed(
            draft: draft, property: .place,
            value: .text(lexicon.country(text, place) ?? text.words(place)), valid: nil,
            bytes: text.bytes(of: place), sentence: sentence, rule: "row of a table", cue: cue))
      }
      for (tokens, quantity, property) in row.counts {
        proposed.append(
          Proposed(
            draft: draft, property: property, value: .quantity(quantity), valid: nil,
            bytes: text.bytes(of: tokens), sentence: sentence, rule: "row of a table", cue: cue))
      }
      return proposed
    }
  }
}
