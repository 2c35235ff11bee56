import COpenSSL

/// SHA-256 in lower-case hexadecimal: the name of a document and the id of a statement.
///
/// Source: FIPS 180-4, through OpenSSL's EVP_Digest.
package enum Digest {
  package static func sha256(_ bytes: [UInt8]) -> String? {
    var digest = [UInt8](repeating: 0, count: 32)
    let done = unsafe EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
    guard done == 1 else { return nil }
    let hex = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }, as: UTF8.self)
  }
}
