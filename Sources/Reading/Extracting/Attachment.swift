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
  func subject(
    of sentence: [Token], clause: Range<Int>, cue: Int?, context: inout Context
  ) -> Subject {
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
    if let mention = inClause.first ?? named.last(where: { $0.tokens.upperBound <= clause.lowerBound })
      ?? named.first
    {
      guard mention.value.count == 1 else { return .ambiguous(mention.value) }
      context.topic = mention.value[0]
      return .mission(mention.value[0], note: nil)
    }
    guard refersBack(sentence) else { return .none }
    if let topic = context.topic ?? context.document {
      return .mission(topic, note: "“\(Attachment.anaphor(in: sentence) ?? "it")” taken for the mission spoken of before")
    }
    return .none
  }

  /// Whether a sentence speaks of a mission without naming it.
  private func refersBack(_ sentence: [Token]) -> Bool {
    Attachment.anaphor(in: sentence) != nil
  }

  static func anaphor(in sentence: [Token]) -> String? {
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
