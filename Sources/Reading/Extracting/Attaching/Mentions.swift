import Statements

/// Where a text names the missions of its roster, by whatever form.
struct Mentions {
  struct Mention {
    /// The missions that go by that name, usually one.
    let missions: [Int]
    let tokens: Range<Int>
  }

  /// A form under which missions go, with its tokens.
  private struct Form {
    let utf8: [UInt8]
    let tokens: [Token]
    var missions: [Int]
  }

  /// A way on from a node of the tree of forms: a token's length and its first bytes.
  private struct Step: Hashable {
    let node: Int
    let token: UInt64
  }

  private let text: LexedText
  /// The forms as a tree, token for token, so that thousands of missions are looked for at once: the
  /// nodes' ways on, and the forms that end at each node.
  private var steps: [Step: Int] = [:]
  private var ends: [[Form]] = [[]]
  /// For each byte that some form begins with the lengths of such a form's first token, a bit each.
  private var firsts = [UInt64](repeating: 0, count: 256)

  init(of drafts: [MissionDraft], in text: LexedText, lexicon: Lexicon, lexer: Lexer) {
    self.text = text
    let forms = MentionForms(lexicon: lexicon, lexer: lexer)
    for (index, draft) in drafts.enumerated() {
      for form in forms.forms(of: draft) { add(Array(form.utf8), of: index, lexer) }
    }
  }

  private mutating func add(_ utf8: [UInt8], of mission: Int, _ lexer: Lexer) {
    let tokens = lexer.tokens(of: utf8.span, in: 0..<utf8.count)
    guard let first = tokens.first else { return }
    firsts[Int(utf8[Int(first.start)])] |= Mentions.bit(first.count)
    var node = 0
    for token in tokens {
      let step = Step(node: node, token: Mentions.look(of: token, in: utf8))
      if let next = steps[step] {
        node = next
      } else {
        steps[step] = ends.count
        node = ends.count
        ends.append([])
      }
    }
    // Forms of one node that both fit differ by a dash; the lesser in the order of bytes comes first.
    let place = ends[node].firstIndex { !$0.utf8.lexicographicallyPrecedes(utf8) }
    if let place, ends[node][place].utf8 == utf8 {
      ends[node][place].missions.append(mission)
    } else {
      ends[node].insert(
        Form(utf8: utf8, tokens: tokens, missions: [mission]), at: place ?? ends[node].count)
    }
  }

  /// The mention that begins at a token and ends before `end`, the longest.
  func match(at index: Int, before end: Int) -> Mention? {
    let first = text.tokens[index]
    guard firsts[Int(text.utf8[Int(first.start)])] & Mentions.bit(first.count) != 0,
      first.kind != .mark || first.isMark("(")
    else { return nil }
    var found: Mention?
    var node = 0
    for at in index..<end {
      let step = Step(node: node, token: Mentions.look(of: text.tokens[at], in: text.utf8))
      guard let next = steps[step] else { break }
      node = next
      if let form = ends[node].first(where: { fits($0, at: index) }) {
        found = Mention(missions: form.missions, tokens: index..<at + 1)
      }
    }
    return found
  }

  private func fits(_ form: Form, at index: Int) -> Bool {
    form.tokens.indices.allSatisfy { part in
      let (own, other) = (form.tokens[part], text.tokens[index + part])
      // A dash stands for every dash.
      return own.isDash
        ? other.isDash : text.utf8[other.bytes].elementsEqual(form.utf8[own.bytes])
    }
  }

  /// A token's length and its first seven bytes, the same for every dash.
  private static func look(of token: Token, in utf8: [UInt8]) -> UInt64 {
    guard !token.isDash else { return 0 }
    let first = Int(token.start)
    var look = UInt64(truncatingIfNeeded: token.count)
    for at in first..<min(Int(token.end), first + 7) { look = look << 8 | UInt64(utf8[at]) }
    return look
  }

  private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

  /// The mentions in a range of tokens, none inside another.
  func all(in range: Range<Int>) -> [Mention] {
    var found: [Mention] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let mention = match(at: index, before: range.upperBound) {
        found.append(mention)
        index = mention.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }
}

/// The forms under which a text may mention a mission.
struct MentionForms {
  let lexicon: Lexicon
  let lexer: Lexer

  /// All forms but those of fewer than two letters.
  func forms(of draft: MissionDraft) -> [String] {
    var forms: [String] = []
    func add(_ form: String) {
      if form.utf8.count > 1, !forms.contains(form) { forms.append(form) }
    }
    for acronym in draft.acronyms { add(acronym) }
    for name in draft.names {
      add(name.name)
      add(name.written)
      for form in shortened(name.name) { add(form) }
    }
    return forms
  }

  /// Shorter forms of a name: without the organisation that leads it, without the noun that ends it
  /// ("Resolute Support"), and the code name alone ("Concordia").
  func shortened(_ name: String) -> [String] {
    let utf8 = Array(name.utf8)
    let tokens = lexer.tokens(of: utf8.span, in: 0..<utf8.count)
    func text(_ range: Range<Int>) -> String {
      guard let first = range.first else { return "" }
      return String(
        decoding: utf8[Int(tokens[first].start)..<Int(tokens[range.upperBound - 1].end)],
        as: UTF8.self)
    }
    var forms: [String] = []
    if let bare = withoutLead(tokens), text(bare).utf8.contains(0x20) { forms.append(text(bare)) }
    if let noun = lexicon.missionNouns.match(tokens, endingAt: tokens.count, from: 0),
      noun.value.isStrong, noun.tokens.lowerBound >= 2, isOwnWord(tokens, 0),
      lexicon.countries.first(in: tokens, 0..<noun.tokens.lowerBound) == nil
    {
      forms.append(text(0..<noun.tokens.lowerBound))
    }
    if tokens.count == 2, let code = tokens.last, code.isCapitalised, code.word == .unknown,
      tokens[0].isWord(.operation) || lexicon.form(of: text(0..<1)) != nil
    {
      forms.append(text(1..<2))
    }
    // "EUCAP" for "EUCAP Sahel Niger"
    if tokens.count >= 2, let form = lexicon.form(of: text(0..<1)), form.isBeginning,
      form.letters.elementsEqual(text(0..<1).utf8)
    {
      forms.append(text(0..<1))
    }
    return forms
  }

  /// Whether a name opens with a word that no list knows, as "Resolute" is and "International" is not.
  private func isOwnWord(_ tokens: [Token], _ index: Int) -> Bool {
    lexicon.organisations.match(tokens, at: index, before: tokens.count) == nil
      && lexicon.missionQualifiers.match(tokens, at: index, before: tokens.count) == nil
      && tokens[index].keyword == nil
  }

  /// A name without the organisation, and the country behind a dash, that it begins with: "NATO-Iraq
  /// Individual Partnership Programme" is also the "Individual Partnership Programme".
  private func withoutLead(_ tokens: [Token]) -> Range<Int>? {
    guard !tokens.isEmpty,
      let lead = lexicon.organisations.match(tokens, at: 0, before: tokens.count)
    else { return nil }
    var index = lead.tokens.upperBound
    while index < tokens.count {
      if tokens[index].isAny(of: [.and, .the]) {
        index += 1
      } else if tokens[index].isDash {
        index += 1
        if index < tokens.count,
          let country = lexicon.countries.match(tokens, at: index, before: tokens.count),
          country.value.form == .name
        {
          index = country.tokens.upperBound
        }
      } else {
        break
      }
    }
    guard index < tokens.count,
      tokens[index].isCapitalised || index == lead.tokens.upperBound
    else { return nil }
    return index..<tokens.count
  }
}
