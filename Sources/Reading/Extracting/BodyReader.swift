import Chronology
import Statements

/// Reads dated events and quantities out of paragraphs and list items.
struct BodyReader {
  let document: Document
  let outline: Outline
  let tokens: [[TextToken]]
  let lexicon: Lexicon
  let tagger: Tagger
  let drafts: [MissionDraft]
  let missionOfHeading: [Int: Int]
  let headings: [Int: HeadingReader.Reading]
  let ids: [MissionID]

  private typealias Proposed = StatementAssembly.Proposed

  /// A sentence with its dates and the clause of each.
  private struct Sentence {
    let tokens: [TextToken]
    let expressions: [DateExpression]
    let dates: [Range<Int>]
    let clauses: [Range<Int>]

    var bytes: Range<Int> { bytes(of: tokens.indices) }

    func bytes(of range: Range<Int>) -> Range<Int> {
      tokens[range.lowerBound].bytes.lowerBound..<tokens[range.upperBound - 1].bytes.upperBound
    }
  }

  func read(
    _ assembly: StatementAssembly
  ) -> (proposed: [StatementAssembly.Proposed], doubts: [Doubt]) {
    let attachment = Attachment(mentions: mentions())
    var proposed: [Proposed] = []
    var doubts: [Doubt] = []
    var clock = Clock()
    var context = Attachment.Context()
    var section: [Int]?
    let subject = subjectOfDocument(attachment.mentions)
    for (index, block) in outline.blocks.enumerated()
    where block.level == nil && block.kind != .label {
      if block.path != section {
        section = block.path
        clock = Clock(section: year(of: block.path), document: document.source.asOf)
        let heading = block.path.last { missionOfHeading[$0] != nil }
        context = Attachment.Context(
          heading: heading.flatMap { isTitle($0) ? nil : missionOfHeading[$0] },
          document: heading.flatMap { missionOfHeading[$0] } ?? subject)
      }
      for range in Sentences.split(tokens[index]) {
        let (sentence, found) = tagged(Array(tokens[index][range]), &clock)
        doubts += found
        read(
          sentence, attachment, &context, isRow: block.kind == .row, into: &proposed, &doubts)
      }
    }
    return (proposed, doubts)
  }

  /// The one mission that a document keeps coming back to, which "it" then means.
  private func subjectOfDocument(_ mentions: Phrases<[Int]>) -> Int? {
    guard drafts.count == 1 else { return nil }
    return tokens.reduce(0) { $0 + mentions.all(in: $1).count } > 2 ? 0 : nil
  }

  /// A title over several missions is not the heading of each sentence below it.
  private func isTitle(_ heading: Int) -> Bool {
    outline.blocks[heading].level == 1 && drafts.count > 1
  }

  private func mentions() -> Phrases<[Int]> {
    var missions: [String: [Int]] = [:]
    for (index, draft) in drafts.enumerated() {
      for form in draft.forms(lexicon) { missions[form, default: []].append(index) }
    }
    var phrases = Phrases<[Int]>(caseSensitive: true)
    for (form, indices) in missions.sorted(by: { $0.key < $1.key }) { phrases.add(form, indices) }
    return phrases
  }

  /// The one year that the nearest dated heading gives; nil where it gives several.
  private func year(of path: [Int]) -> Int? {
    for heading in path.reversed() {
      guard let period = headings[heading]?.period else { continue }
      return period.edtf.description.utf8.count == 4 ? Int(period.edtf.description) : nil
    }
    return nil
  }

  private func tagged(_ tokens: [TextToken], _ clock: inout Clock) -> (Sentence, [Doubt]) {
    let tags = tagger.tag(tokens, of: document.text, clock: &clock)
    let dates = tags.expressions.compactMap { expression -> Range<Int>? in
      guard
        let low = tokens.firstIndex(where: { $0.bytes.lowerBound >= expression.bytes.lowerBound }),
        let high = tokens.lastIndex(where: { $0.bytes.upperBound <= expression.bytes.upperBound })
      else { return nil }
      return low..<high + 1
    }
    let sentence = Sentence(
      tokens: tokens, expressions: tags.expressions, dates: dates,
      clauses: Clauses.clauses(of: tokens, dates: dates))
    let doubts = tags.doubts.compactMap { doubt in
      Passage(of: document, bytes: doubt.bytes).map { Doubt(passage: $0, reason: doubt.reason) }
    }
    return (sentence, doubts)
  }

  private func read(
    _ sentence: Sentence, _ attachment: Attachment, _ context: inout Attachment.Context,
    isRow: Bool, into proposed: inout [Proposed], _ doubts: inout [Doubt]
  ) {
    let typing = EventTyping(lexicon: lexicon)
    let reader = QuantityReader(document: document, lexicon: lexicon)
    let quantities = reader.quantities(in: sentence.tokens, dates: sentence.dates)
    let rule = StatedPeriod(lexicon: lexicon, mentions: attachment.mentions)
    for (index, expression) in sentence.expressions.enumerated() {
      let clause = sentence.clauses[index]
      let date = sentence.dates[index]
      let typed = typing.property(
        of: sentence.tokens, clause: clause, date: date, isPeriod: expression.isPeriod)
      let subject = attachment.subject(
        of: sentence.tokens, clause: clause, cue: typed?.cue.lowerBound, context: context)
      switch subject {
      case .mission(let draft, let note):
        let isStated =
          expression.isPeriod
          && rule.holds(
            for: date, in: sentence.tokens, cue: typed, quantities: quantities.map(\.tokens),
            isRow: isRow)
        let other = typed?.property == .period ? Property.event : typed?.property ?? .event
        proposed.append(
          event(
            expression, isStated ? .period : other, draft, sentence, clause,
            [expression.completion, note].compactMap(\.self)))
      case .ambiguous(let candidates):
        let names = candidates.compactMap { drafts[$0].best?.name }.joined(separator: " or ")
        if let passage = Passage(of: document, bytes: sentence.bytes(of: clause)) {
          doubts.append(Doubt(passage: passage, reason: "may be about \(names)"))
        }
      case .none: break
      }
    }
    readQuantities(sentence, quantities, attachment, context, into: &proposed)
    proposed += successions(sentence, attachment, heading: context.heading)
    let hasEvent = !lexicon.cues.all(in: sentence.tokens).isEmpty
    context.topic =
      isRow
      ? nil : attachment.topic(after: sentence.tokens, hasEvent: hasEvent, context: context)
  }

  /// Of two missions that a sentence names with "was followed by" or "took over from" between them,
  /// which followed which.
  private func successions(
    _ sentence: Sentence, _ attachment: Attachment, heading: Int?
  ) -> [Proposed] {
    var named = attachment.mentions.all(in: sentence.tokens).filter { $0.value.count == 1 }
    var proposed: [Proposed] = []
    // "Took up its work as the follow-on to …": the heading's mission is the subject.
    if let heading, let other = named.first, other.value != [heading] {
      named.insert(
        ([heading], max(0, other.tokens.lowerBound - 5)..<max(0, other.tokens.lowerBound - 5)),
        at: 0)
    }
    for (left, right) in zip(named, named.dropFirst()) where left.value[0] != right.value[0] {
      let between = sentence.tokens[left.tokens.upperBound..<right.tokens.lowerBound]
      let isPassedOn = Successor.isPassedOn(between)
      guard isPassedOn || Successor.isTakenOver(between) else { continue }
      let (old, new) =
        isPassedOn
        ? (left.value[0], right.value[0]) : (right.value[0], left.value[0])
      let bytes = sentence.bytes(
        of: withoutEmphasis(left.tokens.lowerBound..<right.tokens.upperBound, sentence.tokens))
      for (draft, property, other) in [(old, Property.followOn, new), (new, .predecessor, old)] {
        proposed.append(
          Proposed(
            draft: draft, property: property, value: .mission(ids[other]), valid: nil,
            bytes: bytes, sentence: sentence.bytes, rule: "succession in prose", note: nil))
      }
    }
    return proposed
  }

  private func event(
    _ expression: DateExpression, _ property: Property, _ draft: Int, _ sentence: Sentence,
    _ clause: Range<Int>, _ notes: [String]
  ) -> StatementAssembly.Proposed {
    let bytes = sentence.bytes(of: withoutEmphasis(clause, sentence.tokens))
    let quote = document.text(of: bytes) ?? ""
    return Proposed(
      draft: draft, property: property,
      value: property == .period ? .date(expression.edtf) : .text(quote),
      valid: expression.edtf, bytes: bytes, sentence: sentence.bytes,
      rule: property == .period ? "period in prose" : "dated clause",
      note: notes.isEmpty ? nil : notes.joined(separator: "; "))
  }

  /// Without the stars, underscores and bars that Markdown puts around all of the words; stars
  /// around some of them stay in pairs.
  private func withoutEmphasis(_ clause: Range<Int>, _ tokens: [TextToken]) -> Range<Int> {
    let isMark = { (index: Int) in ["*", "_", "|"].contains(tokens[index].text) }
    var low = clause.lowerBound
    var high = clause.upperBound
    while low + 1 < high, isMark(low) { low += 1 }
    while low + 1 < high, isMark(high - 1) { high -= 1 }
    let hasStars = (low..<high).contains { ["*", "_"].contains(tokens[$0].text) }
    return hasStars ? clause : low..<high
  }

  // MARK: Quantities

  private func readQuantities(
    _ sentence: Sentence, _ quantities: [QuantityReader.Found], _ attachment: Attachment,
    _ context: Attachment.Context, into proposed: inout [Proposed]
  ) {
    for found in quantities {
      let index = sentence.clauses.firstIndex { $0.overlaps(found.tokens) }
      let clause = index.map { sentence.clauses[$0] } ?? sentence.tokens.indices
      guard
        case .mission(let draft, let note) = attachment.subject(
          of: sentence.tokens, clause: clause, cue: found.tokens.lowerBound, context: context)
      else { continue }
      let isTraining = found.property == .strength && speaksOfTraining(sentence.tokens[clause])
      let property = isTraining ? .trained : found.property
      let asOf = index.map { sentence.expressions[$0].edtf }
      let quantity = Quantity(
        value: found.value, upper: found.upper, hedge: found.hedge, unit: found.unit, asOf: asOf,
        isCumulative: property == .trained || property == .casualties)
      proposed.append(
        Proposed(
          draft: draft, property: property, value: .quantity(quantity), valid: asOf,
          bytes: sentence.bytes(of: found.tokens), sentence: sentence.bytes, rule: "counted noun",
          note: note))
    }
  }

  private func speaksOfTraining(_ clause: ArraySlice<TextToken>) -> Bool {
    clause.contains { token in
      [
        "trained", "train", "trains", "course", "courses", "graduated", "instructed", "taught",
        "graduates",
      ].contains(token.lower)
    }
  }
}
