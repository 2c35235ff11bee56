/// A text that nobody guesses: 256 random bits. Only its digest is kept.
///
/// Source: RFC 4648, section 5 (base64url).
package enum Secret {
  /// A new one, of letters, digits, `-` and `_`.
  package static func random() -> String {
    // The system's source, which is made for secrets.
    var system = SystemRandomNumberGenerator()
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var text: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for _ in 0..<32 {
      bits = bits << 8 | UInt32(UInt8.random(in: .min ... .max, using: &system))
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> UInt32(count)) & 63])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count)) & 63]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// What is kept of a secret; nil where the text can be none.
  package static func digest(_ text: String) -> String? {
    text.utf8.count < 200 ? Digest.sha256(Array(text.utf8)) : nil
  }

  /// Whether two digests are the same, in a time that does not tell how far they are.
  package static func matches(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    return zip(left.utf8, right.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
