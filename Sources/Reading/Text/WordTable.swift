/// The words that lists know, each with a number, so that rules compare numbers and not letters.
///
/// Words are folded: ASCII and Latin-1 letters to lower case, typographic apostrophes made straight.
/// Open addressing with linear probing; at most half of the slots are taken.
package struct WordTable: Sendable {
  private struct Slot: Sendable {
    var hash: UInt32 = 0
    /// 0 is an empty slot.
    var word: Int32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)
  /// The folded letters of all words, one after the other, and where each begins.
  private var letters: [UInt8] = []
  private var starts: [Int32] = [0, 0]

  package init() {}

  /// How many words there are, with the unknown one.
  package var count: Int { starts.count - 1 }

  /// The number of a word, which is given one where it has none. The word is taken as a lexer finds
  /// it: letters, with apostrophes inside.
  @discardableResult
  package mutating func insert(_ text: some StringProtocol) -> Word {
    var bytes: [UInt8] = []
    var hash = WordTable.seed
    for byte in text.utf8 {
      WordTable.fold(byte, into: &bytes)
    }
    for byte in bytes { hash = WordTable.hash(hash, byte) }
    if let known = bytes.withSpan({ find(hash, $0, 0..<$0.count) }) { return known }
    if count * 2 > slots.count { grow() }
    let word = Int32(count)
    letters += bytes
    starts.append(Int32(letters.count))
    place(Slot(hash: hash, word: word))
    return Word(rawValue: word)
  }

  /// The number of a word in lower case with straight apostrophes; `.unknown` where it has none.
  package subscript(text: String) -> Word {
    var bytes: [UInt8] = []
    for byte in text.utf8 { WordTable.fold(byte, into: &bytes) }
    var hash = WordTable.seed
    for byte in bytes { hash = WordTable.hash(hash, byte) }
    return bytes.withSpan { find(hash, $0, 0..<$0.count) } ?? .unknown
  }

  /// A word's folded letters.
  package func text(of word: Word) -> String {
    let index = Int(word.rawValue)
    guard index > 0, index < count else { return "" }
    return String(decoding: letters[Int(starts[index])..<Int(starts[index + 1])], as: UTF8.self)
  }

  /// The word whose letters, unfolded, stand at a range of a text.
  ///
  /// - Parameter isASCII: whether the letters are known to be ASCII, which is quicker.
  func find(
    _ hash: UInt32, _ text: Span<UInt8>, _ range: Range<Int>, isASCII: Bool = false
  ) -> Word? {
    let mask = slots.count - 1
    var index = Int(hash) & mask
    while true {
      let slot = slots[index]
      guard slot.word != 0 else { return nil }
      if slot.hash == hash,
        isASCII ? isEqualASCII(slot.word, text, range) : isEqual(slot.word, text, range)
      {
        return Word(rawValue: slot.word)
      }
      index = (index + 1) & mask
    }
  }

  private func isEqualASCII(_ word: Int32, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let start = Int(starts[Int(word)])
    guard Int(starts[Int(word) + 1]) - start == range.count else { return false }
    for offset in 0..<range.count
    where text[range.lowerBound + offset] | 0x20 != letters[start + offset] {
      return false
    }
    return true
  }

  private func isEqual(_ word: Int32, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var letter = Int(starts[Int(word)])
    let end = Int(starts[Int(word) + 1])
    var at = range.lowerBound
    while at < range.upperBound, letter < end {
      var byte = text[at]
      if byte == 0xE2, at + 2 < range.upperBound, text[at + 1] == 0x80, text[at + 2] == 0x99 {
        byte = UInt8(ascii: "'")
        at += 2
      } else {
        byte = WordTable.folded(byte, after: at > range.lowerBound ? text[at - 1] : 0)
      }
      guard byte == letters[letter] else { return false }
      at += 1
      letter += 1
    }
    return at == range.upperBound && letter == end
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(slot.hash) & (slots.count - 1)
    while slots[index].word != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.word != 0 { place(slot) }
  }
}

extension WordTable {
  static let seed: UInt32 = 2_166_136_261

  /// FNV-1a over folded bytes.
  @inline(__always)
  static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  /// A letter's byte in lower case: ASCII, and the second byte of Latin-1's capitals.
  @inline(__always)
  static func folded(_ byte: UInt8, after before: UInt8) -> UInt8 {
    if byte < 0x80 { return byte &- 0x41 < 26 ? byte | 0x20 : byte }
    if before == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 { return byte + 0x20 }
    return byte
  }

  private static func fold(_ byte: UInt8, into bytes: inout [UInt8]) {
    bytes.append(folded(byte, after: bytes.last ?? 0))
    if bytes.count >= 3, bytes.suffix(3) == [0xE2, 0x80, 0x99] {
      bytes.removeLast(3)
      bytes.append(UInt8(ascii: "'"))
    }
  }
}

extension Array where Element == UInt8 {
  /// Lends the bytes as a span.
  @inline(__always)
  fileprivate func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result { body(span) }
}
