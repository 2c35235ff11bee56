import Statements

/// Says which mission a clause is about.
struct Attachment {
  let text: LexedText
  let lexicon: Lexicon
  let mentions: Mentions
  let drafts: [MissionDraft]
  /// The missions of each organisation, where a name or the form of an acronym tells.
  let missionsOf: [String: [Int]]

  private var tokens: [Token] { text.tokens }

  /// The mission that a clause of a sentence is about.
  ///
  /// - Parameter cue: where the clause's verb is; what stands before it is its subject.
  func subject(
    of sentence: Sentence, clause: Range<Int>, cue: Int?, context: Context
  ) -> Subject {
    guard !context.isOfStranger else { return .none }
    if let heading = context.heading {
      return underHeading(heading, sentence, clause, cue)
    }
    let named = subjects(sentence)
    let inClause = named.filter { clause.overlaps($0.tokens) }
    let before = named.last { $0.tokens.upperBound <= clause.lowerBound }
    if let meant = opening(clause, inClause, before, cue, context) { return meant }
    if let mention = nearest(inClause, cue) ?? before {
      return of(mention, others: named, context)
    }
    if let mention = named.first { return supposed(of(mention, others: named, context)) }
    if let found = described(in: clause) ?? described(in: sentence.range) { return found }
    if let word = anaphor(in: clause) ?? anaphor(in: sentence.range),
      let topic = (reaches(word, context) ? context.topic : nil) ?? context.section
        ?? context.document
    {
      return .mission(
        topic,
        Reference(
          strength: .meant, cue: word,
          note: "“\(text.words(word))” taken for the mission spoken of before"))
    }
    if let section = context.section {
      return .mission(
        section,
        Reference(strength: .supposed, cue: nil, note: "the only mission that its section names"))
    }
    if let topic = context.topic, context.isSameBlock {
      return .mission(
        topic,
        Reference(
          strength: .supposed, cue: nil, note: "the mission spoken of in the sentence before"))
    }
    if let document = context.document {
      return .mission(
        document,
        Reference(strength: .supposed, cue: nil, note: "the mission that the document is about"))
    }
    return .none
  }

  /// "Handed down by the United Nations Protection Force": what does something to the topic is not it.
  private func isAgent(_ mention: Mentions.Mention, _ sentence: Sentence) -> Bool {
    var before = mention.tokens.lowerBound - 1
    if before > sentence.range.lowerBound, tokens[before].isWord(.the) { before -= 1 }
    return before > sentence.range.lowerBound && tokens[before].isAny(of: [.by, .from, .with])
  }

  /// "A training mission": a kind of mission without a name of its own.
  func introducesStranger(_ range: Range<Int>) -> Bool {
    range.contains { index in
      guard tokens[index].isAny(of: [.a, .an, .another]) else { return false }
      let behind = index + 1..<min(index + 5, range.upperBound)
      guard
        let noun = lexicon.missionNouns.all(in: tokens, behind).first(where: \.value.isStrong),
        noun.value.kind == .mission || noun.value.kind == .operation
      else { return false }
      return behind.prefix { $0 <= noun.tokens.lowerBound }.allSatisfy {
        tokens[$0].kind == .word && !tokens[$0].isCapitalised && !tokens[$0].isAny(of: .inNames)
      }
    }
  }

  /// The mentions that may be a subject: not those that only say when ("during Operation Storm").
  private func subjects(_ sentence: Sentence) -> [Mentions.Mention] {
    sentence.mentions.filter { mention in
      guard mention.tokens.lowerBound > sentence.range.lowerBound else { return true }
      var before = mention.tokens.lowerBound - 1
      if tokens[before].isWord(.the), before > sentence.range.lowerBound { before -= 1 }
      return !tokens[before].isAny(of: [.during, .than, .at])
    }
  }

  /// "The operation had more than 15,000 soldiers, all of them from UNPROFOR": a clause that opens with
  /// "the operation" or "it" speaks of the mission spoken of before, whatever it names further on.
  private func opening(
    _ clause: Range<Int>, _ named: [Mentions.Mention], _ before: Mentions.Mention?, _ cue: Int?,
    _ context: Context
  ) -> Subject? {
    // "It is followed by a Training Programme, established in 2005": the participle is the other's.
    if let cue, let first = named.first, first.tokens.upperBound <= cue, tokens[cue - 1].isMark(",")
    {
      return nil
    }
    guard let first = named.first, before == nil, let topic = context.topic, context.isSameBlock,
      first.missions != [topic],
      let word = anaphor(in: clause.lowerBound..<first.tokens.lowerBound),
      word.lowerBound - clause.lowerBound <= 4,
      tokens[word.lowerBound].isAny(of: [.it, .the, .this])
    else { return nil }
    return .mission(
      topic,
      Reference(
        strength: .meant, cue: word,
        note: "“\(text.words(word))” taken for the mission spoken of before",
        rejected: [
          .init(what: text.words(first.tokens), why: "“\(text.words(word))” stands before it")
        ]))
  }

  /// Under a mission's own heading another one is the subject only where it alone is named, before
  /// the verb.
  private func underHeading(
    _ heading: Int, _ sentence: Sentence, _ clause: Range<Int>, _ cue: Int?
  ) -> Subject {
    let others = sentence.mentions.filter { !$0.missions.contains(heading) }
    let own = sentence.mentions.first { $0.missions.contains(heading) }
    guard let other = others.first, others.count == sentence.mentions.count,
      other.missions.count == 1, let cue, other.tokens.upperBound <= cue,
      clause.contains(other.tokens.lowerBound)
    else {
      var reference = Reference(
        strength: own == nil ? .meant : .named, cue: own?.tokens, note: nil)
      reference.rejected = others.map {
        .init(what: text.words($0.tokens), why: "the heading over it names another mission")
      }
      return .mission(heading, reference)
    }
    return .mission(
      other.missions[0],
      Reference(
        strength: .named, cue: other.tokens,
        note: "named in the clause, under another mission's heading"))
  }

  /// The mention that stands before the verb, the last one where it is a list's; else the first.
  private func nearest(_ mentions: [Mentions.Mention], _ cue: Int?) -> Mentions.Mention? {
    guard let cue else { return mentions.first }
    if cue > 0, tokens[cue - 1].isMark(",") {
      return mentions.last { $0.tokens.upperBound <= cue } ?? mentions.first
    }
    return mentions.first { $0.tokens.upperBound <= cue } ?? mentions.first
  }

  /// What only another clause of the sentence names may not be what this one is about.
  private func supposed(_ subject: Subject) -> Subject {
    guard case .mission(let mission, let reference) = subject else { return subject }
    return .mission(
      mission,
      Reference(
        strength: .supposed, cue: reference.cue, note: "named further on in the sentence",
        rejected: reference.rejected))
  }

  private func of(
    _ mention: Mentions.Mention, others: [Mentions.Mention], _ context: Context
  ) -> Subject {
    guard mention.missions.count == 1 else {
      // Of NMI I and NMI II, a sentence that also names the second means that one.
      let only = others.first { other in
        other.missions.count == 1 && mention.missions.contains(other.missions[0])
      }
      guard let only else {
        guard let document = context.document, mention.missions.contains(document)
        else { return .ambiguous(mention.missions, mention.tokens) }
        return .mission(
          document,
          Reference(
            strength: .named, cue: mention.tokens,
            note: "“\(text.words(mention.tokens))” taken for the one that the document is about"))
      }
      return .mission(only.missions[0], Reference(strength: .named, cue: only.tokens, note: nil))
    }
    var reference = Reference(strength: .named, cue: mention.tokens, note: nil)
    reference.rejected = others.filter { $0.missions != mention.missions }.map {
      .init(what: text.words($0.tokens), why: "“\(text.words(mention.tokens))” stands nearer")
    }
    return .mission(mention.missions[0], reference)
  }

  /// The other missions of a list that one mention stands in: "INTERFET, UNTAET and UNAMET".
  func coordinated(with cue: Range<Int>, in sentence: Sentence) -> [Mentions.Mention] {
    let named = sentence.mentions.filter { $0.missions.count == 1 }
    guard named.count >= 2, let place = named.firstIndex(where: { $0.tokens == cue }) else {
      return []
    }
    func isJoined(_ left: Mentions.Mention, _ right: Mentions.Mention) -> Bool {
      let between = left.tokens.upperBound..<right.tokens.lowerBound
      return (1...3).contains(between.count)
        && between.allSatisfy { tokens[$0].isMark(",") || tokens[$0].isAny(of: [.and, .the]) }
    }
    var low = place
    while low > 0, isJoined(named[low - 1], named[low]) { low -= 1 }
    var high = place
    while high + 1 < named.count, isJoined(named[high], named[high + 1]) { high += 1 }
    // Two names with a comma between may be a name and its remark.
    guard high > low,
      (named[low].tokens.upperBound..<named[high].tokens.lowerBound)
        .contains(where: { tokens[$0].isWord(.and) })
    else { return [] }
    return (low...high).filter { $0 != place }.map { named[$0] }
  }

  // MARK: Without a name

  /// "The European military force", where one mission alone is the organisation's.
  private func described(in range: Range<Int>) -> Subject? {
    for index in range.dropLast() where tokens[index].isAny(of: [.the, .this]) {
      guard let lead = lexicon.organisations.match(tokens, at: index + 1, before: range.upperBound)
      else { continue }
      let behind = lead.tokens.upperBound..<min(lead.tokens.upperBound + 3, range.upperBound)
      guard let noun = lexicon.missionNouns.first(in: tokens, behind), noun.value.isStrong,
        !(behind.lowerBound..<noun.tokens.lowerBound).contains(where: { tokens[$0].kind == .mark })
      else { continue }
      let fitting = missionsOf[lead.value.name] ?? []
      let cue = index..<noun.tokens.upperBound
      guard fitting.count == 1 else { continue }
      return .mission(
        fitting[0],
        Reference(
          strength: .meant, cue: cue,
          note: "“\(text.words(cue))” taken for the only mission of \(lead.value.name)"))
    }
    return nil
  }

  /// The words by which a range speaks of a mission without naming it.
  func anaphor(in range: Range<Int>) -> Range<Int>? {
    for index in range {
      let token = tokens[index]
      guard token.kind == .word, token.word != .unknown else { continue }
      if token.isAny(of: [.it, .its]) {
        // Further on, "it" is whatever was named in between.
        guard index - range.lowerBound <= 4 || isFresh(index) else { continue }
        return index..<index + 1
      }
      guard token.isAny(of: [.the, .this]) else { continue }
      if token.isWord(.this), index + 1 < range.upperBound, tokens[index + 1].isWord(.one) {
        return index..<index + 2
      }
      for next in index + 1..<min(index + 3, range.upperBound)
      where lexicon.references.match(tokens, at: next, before: range.upperBound) != nil {
        return index..<next + 1
      }
    }
    return nil
  }

  /// Whether the mission spoken of before may be meant: "it" does not look back into another paragraph,
  /// "the mission" does.
  private func reaches(_ word: Range<Int>, _ context: Context) -> Bool {
    !tokens[word.lowerBound].isAny(of: [.it, .its])
      || context.isSameBlock && context.topicAge <= 1 || context.topic == context.document
  }

  /// Whether a word begins a clause: behind a comma, "and" or "that".
  private func isFresh(_ index: Int) -> Bool {
    let before = tokens[index - 1]
    return before.isMark(",") || before.isMark(";") || before.isMark(":") || before.isMark("-")
      || before.isAny(of: [.and, .that, .but, .when, .while, .which, .whereupon])
  }

  /// The mission that the next sentence's "it" would mean: the sentence's subject, what an event
  /// befell in it, or the one that its subject "was followed by".
  ///
  /// - Parameter hasEvent: whether the sentence reports an event; the committee that "thanked the UN
  ///   Mission in Liberia" stays the subject.
  func topic(after sentence: Sentence, hasEvent: Bool, context: Context) -> Int? {
    let all = sentence.mentions.filter { $0.missions.count == 1 }
    guard let first = all.first(where: { !isAgent($0, sentence) }) else { return context.topic }
    let isDefined = first.tokens.contains { tokens[$0].isMark("(") }
    guard hasEvent || isDefined || first.tokens.lowerBound - sentence.range.lowerBound <= 3
    else { return context.topic == first.missions[0] ? context.topic : nil }
    let succession = SuccessionRule(text: text, lexicon: lexicon)
    let successor = all.first { mention in
      succession.sense(between: first.tokens, and: mention.tokens)?.sense == .passedOn
    }
    return (successor ?? first).missions.first
  }
}
