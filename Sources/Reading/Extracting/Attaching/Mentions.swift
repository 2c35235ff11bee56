import Statements

/// Where a text names the missions of its roster, by whatever form.
struct Mentions {
  struct Mention {
    /// The missions that go by that name, usually one.
    let missions: [Int]
    let tokens: Range<Int>
  }

  private struct Form {
    /// The bytes of its tokens; a dash stands for every dash.
    let parts: [[UInt8]]
    let missions: [Int]
  }

  private let text: LexedText
  /// The forms by their first token's bytes, the longest first.
  private var forms: [[UInt8]: [Form]] = [:]
  /// For each byte that some form begins with the lengths of such a form's first token, a bit each.
  private var firsts = [UInt64](repeating: 0, count: 256)

  init(of drafts: [MissionDraft], in text: LexedText, lexicon: Lexicon, lexer: Lexer) {
    self.text = text
    var missions: [String: [Int]] = [:]
    for (index, draft) in drafts.enumerated() {
      for form in MentionForms(lexicon: lexicon, lexer: lexer).forms(of: draft) {
        missions[form, default: []].append(index)
      }
    }
    for (form, indices) in missions.sorted(by: { $0.key < $1.key }) {
      let utf8 = Array(form.utf8)
      let parts = lexer.tokens(of: utf8.span, in: 0..<utf8.count).map { token in
        token.isDash ? [UInt8(ascii: "-")] : Array(utf8[token.bytes])
      }
      guard let first = parts.first else { continue }
      forms[first, default: []].append(Form(parts: parts, missions: indices))
      forms[first]?.sort { $0.parts.count > $1.parts.count }
      firsts[Int(first[0])] |= Mentions.bit(first.count)
    }
  }

  /// The mention that begins at a token and ends before `end`, the longest.
  func match(at index: Int, before end: Int) -> Mention? {
    let token = text.tokens[index]
    guard firsts[Int(text.utf8[Int(token.start)])] & Mentions.bit(token.count) != 0,
      token.kind != .mark || token.isMark("("),
      let candidates = forms[Array(text.utf8[token.bytes])]
    else { return nil }
    for form in candidates where index + form.parts.count <= end {
      let fits = form.parts.indices.dropFirst().allSatisfy { part in
        let other = text.tokens[index + part]
        return form.parts[part] == [UInt8(ascii: "-")]
          ? other.isDash
          : text.utf8[other.bytes].elementsEqual(form.parts[part])
      }
      if fits { return Mention(missions: form.missions, tokens: index..<index + form.parts.count) }
    }
    return nil
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
  func forms(of draft: MissionDraft) -> Set<String> {
    var forms = draft.acronyms
    for name in draft.names {
      forms.insert(name.name)
      forms.insert(name.written)
      forms.formUnion(shortened(name.name))
    }
    return forms.filter { $0.utf8.count > 1 }
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
    if let bare = withoutLead(tokens), text(bare).contains(" ") { forms.append(text(bare)) }
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
