/// Why a file could not be read. `description` names the remedy.
package struct ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    case empty
    /// A byte that no text has, at this offset.
    case binary(offset: Int)
    /// The first byte that fits none of the encodings that are known.
    case unknownEncoding(offset: Int)
    /// An encoding that the file declares and that is not read.
    case otherEncoding(String)
    /// The encoding that the file declares, which its bytes are not in.
    case notAsDeclared(String, offset: Int)
    /// The language that the text seems to be in.
    case notEnglish(String)
    case tooLarge(bytes: Int, limit: Int)
    case tooMuchText(limit: Int)
    case unsupportedFormat
    /// A format that is known and not read, with the remedy, in words.
    case unread(String)
    /// The file's ending promises what its content is not: both in words.
    case otherFormat(promised: String, found: String)
    /// What is wrong inside it, in words.
    case damaged(String)
    /// What it asks for that no document needs, in words.
    case hostile(String)
    /// A table without a mapping of its columns.
    case unmapped
    /// A mapping that does not fit its table, in words.
    case wrongMapping(String)
  }

  package let reason: Reason

  package init(_ reason: Reason) { self.reason = reason }

  package var description: String {
    switch reason {
    case .empty: "the file is empty: there is nothing to read; check that it was saved"
    case .binary(let offset):
      "not a text file (control byte at byte \(offset)); save it as plain text or Markdown"
    case .unknownEncoding(let offset):
      "neither UTF-8 nor UTF-16 nor Windows-1252 text (at byte \(offset)); save it as UTF-8, "
        + "for example with `iconv -f ENCODING -t UTF-8`"
    case .otherEncoding(let name): "the text is in \(name), which is not read; save it as UTF-8"
    case .notAsDeclared(let name, let offset):
      "the file says that it is \(name), but byte \(offset) is not; save it as UTF-8"
    case .notEnglish(let language):
      "not English: the text reads as \(language); only English is read so far"
    case .tooLarge(let bytes, let limit):
      "the file has \(bytes) bytes, more than the limit of \(limit); split it"
    case .tooMuchText(let limit):
      "the file holds more than \(limit >> 20) MB of text; split it"
    case .unsupportedFormat:
      "not a format that can be read; use one of "
        + Format.endings.map { ".\($0)" }.joined(separator: ", ")
    case .unread(let what): "not read: \(what)"
    case .otherFormat(let promised, let found):
      "its ending promises \(promised), but it is \(found); give it the ending that it deserves"
    case .damaged(let what): "damaged: \(what); save it anew with the program it was made with"
    case .hostile(let what): "refused: \(what); no document needs that, do not trust the file"
    case .unmapped:
      "a table needs to be told what its columns mean: --map FILE; --guess-map proposes one"
    case .wrongMapping(let what): "the mapping does not fit: \(what)"
    }
  }
}
