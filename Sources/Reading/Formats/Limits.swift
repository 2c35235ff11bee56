/// How much a file may ask for before it is refused.
///
/// These are the reader's own limits; those on memory and time are the process's.
package struct Limits: Hashable, Sendable, Codable {
  /// Bytes of the file.
  package var file = 64 << 20
  /// UTF-8 bytes of the text in it.
  package var text = 32 << 20
  /// Bytes that one part of an archive may unpack to.
  package var unpacked = 256 << 20
  /// How deep JSON may nest. Markup is limited by its parser.
  package var depth = 256

  package init() {}
}
