/// Gives ranges of a text numbers from 0, the same one where the bytes are the same, without a copy of
/// them.
struct EqualTexts {
  private let utf8: [UInt8]
  /// For each number the range that was met first.
  private var ranges: [Range<Int>] = []
  /// The numbers by a hash of the bytes; where two hashes are one, the next free hash is taken.
  private var numbers: [UInt64: Int] = [:]
  /// The number given last: what a text says is often asked of one sentence several times.
  private var last: (bytes: Range<Int>, number: Int)?

  init(in utf8: [UInt8]) { self.utf8 = utf8 }

  mutating func number(of bytes: Range<Int>) -> Int {
    if let last, last.bytes == bytes { return last.number }
    let number = find(bytes)
    last = (bytes, number)
    return number
  }

  private mutating func find(_ bytes: Range<Int>) -> Int {
    var hash = hash(of: bytes)
    while let number = numbers[hash] {
      if isEqual(ranges[number], bytes) { return number }
      hash &+= 1
    }
    numbers[hash] = ranges.count
    ranges.append(bytes)
    return ranges.count - 1
  }

  private func isEqual(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    let utf8 = utf8.span
    for offset in 0..<first.count
    where utf8[first.lowerBound + offset] != utf8[second.lowerBound + offset] {
      return false
    }
    return true
  }

  /// FNV-1a in four lanes, so that a byte need not wait for the one before it.
  private func hash(of bytes: Range<Int>) -> UInt64 {
    let prime: UInt64 = 0x100_0000_01B3
    let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    var (a, b, c, d) = (seed, seed &+ 1, seed &+ 2, seed &+ UInt64(bytes.count))
    let utf8 = utf8.span
    var at = bytes.lowerBound
    while at + 4 <= bytes.upperBound {
      a = (a ^ UInt64(utf8[at])) &* prime
      b = (b ^ UInt64(utf8[at + 1])) &* prime
      c = (c ^ UInt64(utf8[at + 2])) &* prime
      d = (d ^ UInt64(utf8[at + 3])) &* prime
      at += 4
    }
    while at < bytes.upperBound {
      a = (a ^ UInt64(utf8[at])) &* prime
      at += 1
    }
    return ((a &* prime ^ b) &* prime ^ c) &* prime ^ d
  }
}
