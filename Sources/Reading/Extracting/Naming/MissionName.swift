import Statements

/// A mission's name as one place in a text writes it: "NATO Mission Iraq (NMI) II".
struct MissionName: Hashable {
  /// Without the acronym behind it, with the numeral: "NATO Mission Iraq II".
  let name: String
  /// With the numeral: "NMI II".
  let acronym: String?
  /// The acronym without the numeral, and acronyms inside the name.
  let otherAcronyms: [String]
  /// As written, for a mention: "NATO Mission Iraq (NMI) II".
  let written: String
  /// The numeral behind name or acronym, 1 for "I".
  let numeral: Int?
  /// The UTF-8 bytes of what is written.
  let bytes: Range<Int>
}

extension MissionName {
  /// Whether it says the same as another one, which may stand elsewhere.
  func says(_ other: MissionName) -> Bool {
    written == other.written && name == other.name && acronym == other.acronym
      && otherAcronyms == other.otherAcronyms && numeral == other.numeral
  }

  /// Reads a name from all of a range of tokens.
  ///
  /// The last acronym in parentheses that ends the range, or that only a numeral follows, is the
  /// mission's; one further in stays part of the name and names it too. "NATO Mission Iraq – NMI"
  /// writes the acronym behind a dash.
  init?(_ range: Range<Int>, in text: LexedText) {
    let range = text.trimmed(range)
    guard !range.isEmpty else { return nil }
    if let swapped = MissionName(acronymFirst: range, in: text) {
      self = swapped
      return
    }
    if let swapped = MissionName(acronymBeforeDash: range, in: text) {
      self = swapped
      return
    }
    var end = range.upperBound
    var numeral: Int?
    if range.count > 1, let value = Numeral.value(text.tokens[end - 1]) {
      numeral = value
      end -= 1
    }
    let groups = text.acronyms(in: range)
    var own = groups.last { $0.tokens.upperBound == end }
    if own == nil { own = MissionName.behindDash(range.lowerBound..<end, in: text) }
    let unclosed = own == nil ? MissionName.unclosed(range.lowerBound..<end, in: text) : nil
    own = own ?? unclosed
    let words = text.words(
      text.trimmed(range.lowerBound..<(own.map(\.tokens.lowerBound) ?? end)))
    guard !words.isEmpty else { return nil }
    let suffix = numeral.map { " " + Numeral.text($0) } ?? ""
    name = words + suffix
    acronym = own.map { $0.text + suffix } ?? text.acronym(range)
    // "NATO Mission Iraq II (NMI II)"
    let plain = own.map { numeral == nil && $0.numeral == nil ? [] : [$0.withoutNumeral] } ?? []
    otherAcronyms = groups.filter { $0 != own }.map(\.text) + plain
    written = unclosed.map { "\(words)\(suffix) (\($0.text))" } ?? text.words(range)
    self.numeral = numeral ?? own?.numeral
    bytes = text.bytes(of: range)
  }

  /// "NATO Mission Iraq – NMI": an acronym behind a dash that the words before it make.
  private static func behindDash(_ range: Range<Int>, in text: LexedText) -> Acronym? {
    guard
      let dash = range.dropFirst().last(where: {
        text.tokens[$0].isDash && !text.tokens[$0].touches
      }),
      dash + 1 < range.upperBound, !text.tokens[dash + 1].touches,
      let acronym = text.acronym(dash + 1..<range.upperBound)
    else { return nil }
    let words = (range.lowerBound..<dash).filter { text.tokens[$0].kind == .word }
      .map { text.quote($0..<$0 + 1) }
    guard Abbreviation.fits(acronym, words) else { return nil }
    return Acronym(text: acronym, tokens: dash..<range.upperBound)
  }

  /// "AU Mission in Somalia (AMISOM", before ", 2007–2022)".
  private static func unclosed(_ range: Range<Int>, in text: LexedText) -> Acronym? {
    guard let open = range.last(where: { text.tokens[$0].isMark("(") }), open > range.lowerBound,
      !(open..<range.upperBound).contains(where: { text.tokens[$0].isMark(")") }),
      let acronym = text.acronym(open + 1..<range.upperBound)
    else { return nil }
    return Acronym(text: acronym, tokens: open..<range.upperBound)
  }

  /// "UNMISET (UN Mission of Support in East Timor)"; nil where the parenthesis holds no name.
  private init?(acronymFirst range: Range<Int>, in text: LexedText) {
    let last = range.upperBound - 1
    guard text.tokens[last].isMark(")"),
      let open = range.first(where: { text.tokens[$0].isMark("(") }), open > range.lowerBound,
      let acronym = text.acronym(range.lowerBound..<open)
    else { return nil }
    let inner = open + 1..<last
    let words = inner.filter { text.tokens[$0].kind == .word }
    guard words.count(where: { text.tokens[$0].isCapitalised }) >= 2,
      Abbreviation.fits(acronym, words.map { text.quote($0..<$0 + 1) })
    else { return nil }
    name = text.words(inner)
    self.acronym = acronym
    otherAcronyms = []
    written = text.words(range)
    numeral = nil
    bytes = text.bytes(of: range)
  }

  /// "UNDOF – United Nations Disengagement Observer Force"; nil where the words do not make the acronym.
  private init?(acronymBeforeDash range: Range<Int>, in text: LexedText) {
    guard
      let dash = range.dropFirst().first(where: {
        text.tokens[$0].isDash && !text.tokens[$0].touches
      }), dash + 2 < range.upperBound, !text.tokens[dash + 1].touches,
      let acronym = text.acronym(range.lowerBound..<dash)
    else { return nil }
    // "… for Iraq (Guard Unit)"
    let end =
      (dash + 1..<range.upperBound).first { text.tokens[$0].isMark("(") } ?? range.upperBound
    let words = (dash + 1..<end).filter { text.tokens[$0].kind == .word }
    guard words.count >= 2, Abbreviation.fits(acronym, words.map { text.quote($0..<$0 + 1) })
    else { return nil }
    name = text.words(dash + 1..<end)
    self.acronym = acronym
    otherAcronyms = []
    written = text.words(range)
    numeral = nil
    bytes = text.bytes(of: range)
  }

  /// What of the name decides identity: its words without small ones, numeral and acronym, with
  /// organisations and countries under one name each. "NATO Training Mission-Iraq" and "the NATO
  /// Training Mission in Iraq" have one key.
  func key(_ lexicon: Lexicon, _ lexer: Lexer) -> [String] {
    let utf8 = Array(name.utf8)
    let tokens = lexer.tokens(of: utf8.span, in: 0..<utf8.count)
    var key: [String] = []
    var index = 0
    while index < tokens.count {
      if let found = lexicon.organisations.match(tokens, at: index, before: tokens.count) {
        key.append(found.value.name.lowercased())
        index = found.tokens.upperBound
      } else if let found = lexicon.countries.match(tokens, at: index, before: tokens.count),
        found.value.form == .name
      {
        key.append(found.value.name.lowercased())
        index = found.tokens.upperBound
      } else {
        let token = tokens[index]
        let isNumeral = index == tokens.count - 1 && index > 0 && Numeral.value(token) != nil
        if token.kind != .mark, !token.isAny(of: .inNames), !isNumeral, !token.isWord(.the) {
          key.append(String(decoding: utf8[token.bytes], as: UTF8.self).lowercased())
        }
        index += 1
      }
    }
    return key
  }
}

/// A name with how it was met.
struct Naming {
  let name: MissionName
  let kind: Mission.Kind
  /// The rule that found it.
  let rule: String
  /// The index of the block it stands in.
  let block: Int
  /// The token range of what is written.
  let tokens: Range<Int>
  /// The organisation that the form of its acronym tells.
  var organisation: String?
  /// Names that a phrase such as "under the name of" joins to this one.
  var others: [MissionName] = []
}
