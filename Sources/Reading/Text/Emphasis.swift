/// Markup at the ends of a passage: a quote that holds one end of `**bold**` holds the other.
struct Emphasis {
  /// The text, and the same with its markup made blank.
  let source: [UInt8]
  let prose: [UInt8]

  /// The bytes with the marks that stand directly before and behind them and have their other end
  /// inside.
  func balanced(_ bytes: Range<Int>) -> Range<Int> {
    var low = bytes.lowerBound
    while low > 0, isMark(low - 1), isOpening(source[low - 1]) { low -= 1 }
    var high = bytes.upperBound
    while high < source.count, isMark(high), isClosing(source[high]) { high += 1 }
    guard low < bytes.lowerBound || high > bytes.upperBound else { return bytes }
    let before = source[low..<bytes.lowerBound]
    let inside = bytes.lazy.filter { isMark($0) }.map { source[$0] }
    let opens = before.allSatisfy { mark in
      inside.contains(mark == UInt8(ascii: "[") ? UInt8(ascii: "]") : mark)
    }
    let start = opens ? low : bytes.lowerBound
    let left = Array(source[start..<bytes.lowerBound]) + inside
    let behind = source[bytes.upperBound..<high]
    // What the marks inside leave open ends behind.
    let closes = behind.first.map { mark in
      left.count { $0 == mark } % (2 * behind.count) == behind.count
    }
    return start..<(closes == true ? high : bytes.upperBound)
  }

  private func isMark(_ index: Int) -> Bool { prose[index] == 0x20 && source[index] != 0x20 }

  private func isOpening(_ byte: UInt8) -> Bool { isClosing(byte) || byte == UInt8(ascii: "[") }

  private func isClosing(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`")].contains(byte)
  }
}
