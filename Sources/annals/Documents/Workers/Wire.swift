/// Writes values as bytes for another process.
///
/// Whole numbers are LEB128, texts and lists carry their length in front.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    repeat {
      let low = UInt8(rest & 0x7F)
      rest >>= 7
      bytes.append(rest == 0 ? low : low | 0x80)
    } while rest != 0
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ number: Double) {
    let bits = number.bitPattern
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.count)
  }

  mutating func write<Value>(_ value: Value?, _ body: (inout WireWriter, Value) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  mutating func write<Element>(_ list: [Element], _ body: (inout WireWriter, Element) -> Void) {
    write(list.count)
    for element in list { body(&self, element) }
  }
}

/// Reads what `WireWriter` wrote. Nothing of it is trusted: the writer may have been taken over by
/// the file that it read.
struct WireReader {
  /// The bytes are not what the other process should send.
  struct Malformed: Error {}

  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: some Collection<UInt8>) {
    self.bytes = Array(bytes)[...]
    at = 0
  }

  var isAtEnd: Bool { at == bytes.count }

  mutating func byte() throws(Malformed) -> UInt8 {
    guard at < bytes.count else { throw Malformed() }
    defer { at += 1 }
    return bytes[at]
  }

  mutating func int() throws(Malformed) -> Int {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw Malformed() }
      number |= UInt64(next & 0x7F) << shift
      if next & 0x80 == 0 { return Int(Int64(bitPattern: number)) }
      shift += 7
    }
  }

  mutating func count() throws(Malformed) -> Int {
    let count = try int()
    // Every element takes a byte at least, so that a lying length cannot fill the memory.
    guard count >= 0, count <= bytes.count - at else { throw Malformed() }
    return count
  }

  mutating func bool() throws(Malformed) -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw Malformed()
    }
  }

  mutating func double() throws(Malformed) -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) { bits |= UInt64(try byte()) << UInt64(shift) }
    return Double(bitPattern: bits)
  }

  mutating func string() throws(Malformed) -> String {
    let count = try count()
    guard let text = String(validating: bytes[at..<(at + count)], as: UTF8.self) else {
      throw Malformed()
    }
    at += count
    return text
  }

  mutating func range() throws(Malformed) -> Range<Int> {
    let start = try int()
    let count = try int()
    guard start >= 0, count >= 0, start < 1 << 40, count < 1 << 40 else { throw Malformed() }
    return start..<(start + count)
  }

  mutating func optional<Value>(
    _ body: (inout WireReader) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try bool() ? try body(&self) : nil
  }

  mutating func list<Element>(
    _ body: (inout WireReader) throws(Malformed) -> Element
  ) throws(Malformed) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }
}
