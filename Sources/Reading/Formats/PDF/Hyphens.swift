/// What joins a line to the next: a hyphen at a line's end may be the typesetter's or the word's.
struct Hyphens {
  enum Joint: Equatable {
    case space
    /// The hyphen is the word's own, and no space follows.
    case keep
    /// The hyphen, in so many bytes, is the typesetter's.
    case drop(Int)
  }

  /// The words of the document in lower case, those with hyphens as they are.
  private var words: Set<String> = []

  init(_ pages: [PDFWords.Page]) {
    // The two halves of a word that is broken are no words.
    var isBroken = false
    for line in pages.lazy.flatMap(\.blocks).joined() {
      let whole = line.words.dropFirst(isBroken ? 1 : 0)
      isBroken = line.words.last?.text.hasSuffix("-") ?? false
      add(isBroken ? whole.dropLast() : whole)
    }
  }

  private mutating func add(_ line: ArraySlice<PDFWords.Word>) {
    for word in line {
      let bare = word.text.lowercased().drop { !$0.isLetter }
      let end = bare.lastIndex { $0.isLetter }
      if let end { words.insert(String(bare[...end])) }
    }
  }

  func joint(_ before: [UInt8], _ after: [UInt8]) -> Joint {
    // U+00AD is a hyphen that is only seen at a line's end.
    if before.suffix(2).elementsEqual([0xC2, 0xAD]) { return .drop(2) }
    guard before.last == UInt8(ascii: "-"), before.count > 1 else { return .space }
    let left = before.dropLast().reversed().prefix {
      Hyphens.isLetter($0) || $0 == UInt8(ascii: "-")
    }
    guard let last = left.first, Hyphens.isLetter(last) else {
      // `2004-` and `2011`, or a dash that stands by itself.
      return before[before.count - 2] == 0x20 ? .space : .keep
    }
    guard let next = after.first, next >= 0x61 && next <= 0x7A || next >= 0x80 else { return .keep }
    let start = String(decoding: Array(left.reversed()), as: UTF8.self).lowercased()
    let end = String(decoding: after.prefix(while: Hyphens.isLetter), as: UTF8.self).lowercased()
    // Typesetters leave no single letter before a break and no two behind it.
    if start.count < 2 || end.count < 3 { return .keep }
    if words.contains(start + end) { return .drop(1) }
    if words.contains("\(start)-\(end)") { return .keep }
    // A compound is made of words that also stand alone; a syllable seldom does.
    return words.contains(start) && words.contains(end) ? .keep : .drop(1)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x80
  }
}
