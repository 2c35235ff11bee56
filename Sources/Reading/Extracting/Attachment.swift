/// Says which mission a clause is about.
struct Attachment {
  /// All forms of all missions, with the indices of those that go by it.
  let mentions: Phrases<[Int]>

  struct Context {
    /// The mission that the heading over the clause names.
    var heading: Int?
    /// The mission last spoken of in this section.
    var topic: Int?
    /// The mission that the whole document is about.
    var document: Int?
  }

  enum Subject {
    case mission(Int, note: String?)
    /// Two or more missions go by the name that the clause uses.
    case ambiguous([Int])
    case none
  }

  /// The mission that a clause of a sentence is about.
  ///
  /// - Parameter cue: where the clause's verb is; what stands before it is its subject.
  func subject(of sentence: [TextToken], clause: Range<Int>, cue: Int?, context: Context) -> Subject
  {
    let named = mentions.all(in: sentence)
    if let heading = context.heading {
      // Under a mission's own heading another one is the subject only where it alone is named,
      // before the verb.
      let others = named.filter { !$0.value.contains(heading) }
      guard let other = others.first, others.count == named.count, other.value.count == 1,
        let cue, other.tokens.upperBound <= cue, clause.contains(other.tokens.lowerBound)
      else { return .mission(heading, note: nil) }
      return .mission(other.value[0], note: "named in the clause, under another mission's heading")
    }
    let inClause = named.filter { clause.overlaps($0.tokens) }
    let before = named.last { $0.tokens.upperBound <= clause.lowerBound }
    if let mention = inClause.first ?? before ?? named.first {
      return mention.value.count == 1
        ? .mission(mention.value[0], note: nil) : .ambiguous(mention.value)
    }
    guard let word = Attachment.anaphor(in: sentence), let topic = context.topic ?? context.document
    else { return .none }
    return .mission(topic, note: "“\(word)” taken for the mission spoken of before")
  }

  /// The mission that the next sentence's "it" would mean: the sentence's subject, what an event
  /// befell in it, or the one that its subject "was followed by".
  ///
  /// - Parameter hasEvent: whether the sentence reports an event; the committee that "thanked the UN
  ///   Mission in Liberia" stays the subject.
  func topic(after sentence: [TextToken], hasEvent: Bool, context: Context) -> Int? {
    let named = mentions.all(in: sentence).filter { $0.value.count == 1 }
    guard let first = named.first else { return context.topic }
    let isDefined = sentence[first.tokens].contains { $0.text == "(" }
    guard hasEvent || isDefined || first.tokens.lowerBound <= 3 else { return nil }
    let successor = named.dropFirst().first { mention in
      Successor.isPassedOn(sentence[first.tokens.upperBound..<mention.tokens.lowerBound])
    }
    return (successor ?? first).value.first
  }

  /// The word by which a sentence speaks of a mission without naming it.
  static func anaphor(in sentence: [TextToken]) -> String? {
    for (index, token) in sentence.enumerated() {
      if ["it", "its"].contains(token.lower) { return token.text }
      guard ["the", "this"].contains(token.lower), index + 1 < sentence.count else { continue }
      for noun in sentence[(index + 1)...].prefix(2) where nouns.contains(noun.lower) {
        return "\(token.text) \(noun.text)"
      }
    }
    return nil
  }

  private static let nouns: Set<String> = [
    "mission", "operation", "force", "programme", "program", "mandate", "contingent", "deployment",
    "presence", "initiative", "mission's", "operation's",
  ]
}

/// Words between two missions that say which followed which.
enum Successor {
  /// "was followed by", "gave way to", "handed over to".
  static func isPassedOn(_ words: ArraySlice<TextToken>) -> Bool {
    holds(words, of: passing) || isPassive(words)
  }

  /// "took over from", "replaced", "as the successor of".
  static func isTakenOver(_ words: ArraySlice<TextToken>) -> Bool {
    holds(words, of: taking) && !isPassive(words)
  }

  /// "was followed on the same day by".
  private static func isPassive(_ words: ArraySlice<TextToken>) -> Bool {
    let lower = words.map(\.lower)
    return lower.contains("by")
      && zip(lower, lower.dropFirst()).contains {
        ["was", "were", "been", "being", "is"].contains($0)
          && ["followed", "replaced", "succeeded", "relieved"].contains($1)
      }
  }

  private static func holds(_ words: ArraySlice<TextToken>, of phrases: [[String]]) -> Bool {
    // Far apart, the words are about something else.
    guard words.count <= 14, !words.contains(where: { $0.text == ";" }) else { return false }
    let lower = words.map(\.lower)
    return phrases.contains { phrase in
      lower.indices.contains { start in
        lower[start...].starts(with: phrase)
      }
    }
  }

  private static let passing = [
    ["taken", "over", "by"], ["gave", "way", "to"], ["handed", "over", "to"],
    ["transferred", "to"],
    ["became"],
  ]

  private static let taking = [
    ["took", "over", "from"], ["taking", "over", "from"], ["replaced"], ["replacing"],
    ["relieved"], ["succeeded"], ["successor", "of"], ["successor", "to"],
    ["follow", "-", "on", "to"],
    ["followed"], ["in", "succession", "to"],
  ]
}
