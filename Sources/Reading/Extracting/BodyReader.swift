import Chronology
import Statements

/// Goes through the sentences and rows of a document in order and asks the rules what they say of its
/// missions, keeping in mind whom the text speaks of.
///
/// A class that never changes, because each sentence's reader holds it.
final class BodyReader: Sendable {
  let text: LexedText
  let lexicon: Lexicon
  let dates: DateReader
  let roster: Roster
  let headings: [Int: HeadingRule.Reading]
  let parts: Parts
  let rows: [TableRule.MissionRow]
  let attachment: Attachment
  let ids: [MissionID]
  let isReport: Bool
  /// Where each part names missions.
  fileprivate let mentions: [[Mentions.Mention]]

  init(
    text: LexedText, lexicon: Lexicon, dates: DateReader, roster: Roster,
    headings: [Int: HeadingRule.Reading], parts: Parts, rows: [TableRule.MissionRow],
    attachment: Attachment, ids: [MissionID], isReport: Bool
  ) {
    self.isReport = isReport
    self.text = text
    self.lexicon = lexicon
    self.dates = dates
    self.roster = roster
    self.headings = headings
    self.parts = parts
    self.rows = rows
    self.attachment = attachment
    self.ids = ids
    mentions = parts.parts.map { attachment.mentions.all(in: $0.range) }
  }

  func read() -> (proposed: [Proposed], doubts: [Doubt]) {
    var proposed: [Proposed] = []
    var doubts: [Doubt] = []
    let setting = Setting(self)
    let utf8 = text.utf8
    let order = Tagger.settledOrder(utf8.span)
    var clock = Clock(order: order)
    var context = Context()
    var section: [Int]?
    var lastBlock: Int?
    var lastItem: Int?
    // The date that opens an entry of a chronology: "1 June 2004 – …".
    var entry: (block: Int, date: Dated)?
    for (index, part) in parts.parts.enumerated()
    where !parts.tableBlocks.contains(part.block) {
      let block = text.outline.blocks[part.block]
      if block.path != section {
        section = block.path
        clock = Clock(
          section: setting.year(of: block.path), document: text.document.source.asOf,
          isNews: isReport, order: order)
        context = setting.context(of: block.path)
      }
      context.isSameBlock = lastBlock == part.block
      if lastBlock != part.block { context.isOfStranger = false }
      lastBlock = part.block
      let found = dates.dates(in: part.range, clock: &clock)
      doubts += found.doubts
      let sentence = self.sentence(part, found.dates, mentions[index])
      if !sentence.mentions.isEmpty {
        context.isOfStranger = false
      } else if !context.isOwnSection, attachment.introducesStranger(sentence.range) {
        context.isOfStranger = true
      }
      let reader = SentenceReader(
        body: self, sentence: sentence, context: setting.context(context, of: part))
      reader.read(into: &proposed, &doubts)
      if lastItem != part.block, let listed = reader.listed(part.block) { proposed.append(listed) }
      lastItem = part.block
      if let dated = reader.entry { entry = (part.block, dated) }
      if let entry, entry.block == part.block, sentence.dates.isEmpty {
        proposed += reader.datedByEntry(entry.date)
      }
      let hasEvent = lexicon.cues.first(in: text.tokens, part.range) != nil
      let speaksOfIt =
        !sentence.mentions.isEmpty || attachment.anaphor(in: sentence.range) != nil
      context.topicAge = speaksOfIt ? 0 : context.topicAge + 1
      context.topic =
        block.kind == .row
        ? nil : topic(after: sentence, hasEvent, context)
    }
    proposed += TableStatements(text: text, lexicon: lexicon, roster: roster).proposed(rows)
    return (proposed, doubts)
  }

  /// The mission that the next sentence's "it" would mean: the one that this sentence names, or that its
  /// "the mission" meant.
  private func topic(after sentence: Sentence, _ hasEvent: Bool, _ context: Context) -> Int? {
    if sentence.mentions.isEmpty, context.heading == nil,
      case .mission(let meant, let reference) = attachment.subject(
        of: sentence, clause: sentence.range, cue: nil, context: context),
      reference.strength == .meant
    {
      return meant
    }
    return attachment.topic(after: sentence, hasEvent: hasEvent, context: context)
  }

  private func sentence(
    _ part: Parts.Part, _ dates: [Dated], _ mentions: [Mentions.Mention]
  ) -> Sentence {
    Sentence(
      range: part.range, dates: dates,
      clauses: Clauses(text: text).clauses(
        of: part.range, dates: dates.map(\.tokens), names: mentions.map(\.tokens)),
      mentions: mentions, label: part.label)
  }
}

/// What stands around the sentences of a section.
private struct Setting {
  let body: BodyReader
  /// The mission that the document is about.
  private let subject: Int?
  private var hasPlaces = false
  /// The missions that each section without a mission's heading names.
  private var missions: [[Int]: Set<Int>] = [:]
  /// The mission of a fact box, by its section.
  private var boxes: [[Int]: Int] = [:]

  /// The country that the sections of most missions name, in a list of one country's part in them.
  private let nation: String?

  /// The country named under half of the missions' headings at least, and under three.
  private static func nation(_ body: BodyReader) -> String? {
    var sections: [String: Set<Int>] = [:]
    for (index, block) in body.text.outline.blocks.enumerated() {
      guard let heading = block.path.last, body.roster.missionOfHeading[heading] != nil,
        block.level == nil
      else { continue }
      for country in body.lexicon.countries.all(in: body.text.tokens, body.text.blocks[index])
      where country.value.form != .capital {
        sections[country.value.name, default: []].insert(heading)
      }
    }
    // What the missions are named after is their host and not who sends to them.
    for draft in body.roster.drafts {
      for naming in draft.namings {
        for host in body.lexicon.countries.all(in: body.text.tokens, naming.tokens) {
          sections[host.value.name] = nil
        }
      }
    }
    let most = sections.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let most, most.value.count >= 3,
      most.value.count * 2 >= body.roster.missionOfHeading.count
    else { return nil }
    return most.key
  }

  init(_ body: BodyReader) {
    nation = Setting.nation(body)
    self.body = body
    var counts: [Int: Int] = [:]
    for (part, mentions) in zip(body.parts.parts, body.mentions) {
      let path = body.text.outline.blocks[part.block].path
      for mention in mentions where mention.missions.count == 1 {
        counts[mention.missions[0], default: 0] += 1
        missions[path, default: []].insert(mention.missions[0])
      }
      if let label = part.label, label.role == .name || label.role == .acronym,
        let mention = mentions.first
      {
        boxes[path] = mention.missions.first
      }
    }
    let total = counts.values.reduce(0, +)
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let title = body.text.outline.blocks.firstIndex { $0.level == 1 }
    if body.roster.drafts.count == 1, total > 1 {
      subject = 0
    } else if let title, let mission = body.roster.missionOfHeading[title] {
      subject = mission
    } else if let most, most.value >= 3, most.value * 3 >= total * 2 {
      subject = most.key
    } else {
      subject = nil
    }
    hasPlaces = body.text.outline.blocks.indices.contains {
      body.text.outline.blocks[$0].level != nil && isPlace($0)
    }
  }

  func context(of path: [Int]) -> Context {
    let heading = path.last { body.roster.missionOfHeading[$0] != nil }
    let isTitle = heading.map {
      body.text.outline.blocks[$0].level == 1 && body.roster.drafts.count > 1
    }
    var context = Context()
    context.isOwnSection = heading == nil || heading == path.last
    context.heading = heading.flatMap { isTitle == true ? nil : body.roster.missionOfHeading[$0] }
    context.isOfPlaces = hasPlaces
    context.nation = nation
    context.document = heading.flatMap { body.roster.missionOfHeading[$0] } ?? subject
    guard context.heading == nil else { return context }
    if let last = path.last {
      context.isPlace = isPlace(last)
      if let named = missions[path], named.count == 1, context.isPlace {
        context.section = named.first
      }
    }
    return context
  }

  /// Under a fact box's labels its own mission is meant.
  func context(_ context: Context, of part: Parts.Part) -> Context {
    guard part.label != nil, context.heading == nil,
      let box = boxes[body.text.outline.blocks[part.block].path] ?? context.document
        ?? context.topic
    else { return context }
    var context = context
    context.heading = box
    return context
  }

  private func isPlace(_ heading: Int) -> Bool {
    PlaceHeading(text: body.text, lexicon: body.lexicon)
      .isPlace(heading, without: body.headings[heading]?.period?.tokens)
  }

  /// The one year that the nearest dated heading gives; nil where it gives several.
  func year(of path: [Int]) -> Int? {
    for heading in path.reversed() {
      guard let period = body.headings[heading]?.period else { continue }
      let text = period.expression.edtf.description
      return text.utf8.count == 4 ? Int(text) : nil
    }
    return nil
  }
}
