/// A date as a source gives it, in the Extended Date/Time Format: ISO 8601-2:2019, levels 0 to 2,
/// as the Library of Congress states it (4 February 2019).
///
/// ```swift
/// let mandate = try EDTF("2004-08/2011-12-31")
/// mandate.level                 // .zero
/// mandate.bounds.latest         // .day(2011-12-31)
/// ```
///
/// The value is lossless: `description` is the text it was read from, byte for byte, and two
/// values are equal where their texts are. Only `canonical` folds spellings of one meaning.
/// It is not Comparable, since an imprecise date has no place in a line of days: sort by
/// `SortKey`, compare by predicates.
///
/// A plain date, a date-time and an interval are stored inline, without heap storage.
public struct EDTF: Hashable, Sendable {
  let storage: Storage

  init(_ storage: Storage) { self.storage = storage }

  /// The shapes a value can have. Years too long for an inline date are kept beside it.
  enum Storage: Hashable, Sendable {
    case date(PartialDate)
    case dateTime(PartialDate, TimeOfDay)
    case interval(PartialDate, PartialDate)
    case list(Quantifier, [Member])
    case vast(Vast)
  }

  /// One of the members, or all of them.
  enum Quantifier: Hashable, Sendable { case oneOf, allOf }

  /// A member of a set: a date, a date or anything before (or after) it, or a range of dates.
  struct Member: Hashable, Sendable {
    let first: PartialDate
    /// The other end of a range, which is never enumerated.
    let last: PartialDate?
  }
}

extension EDTF {
  /// Forms beyond the Library of Congress's text that a reader may ask for.
  public struct Extensions: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Interval ends such as `..2012/..`, "begun in 2012 or earlier" (ISO 8601-2:2019, 10.6).
    public static let boundedEnds = Extensions(rawValue: 1)
  }

  /// Reads a value from its text.
  /// - Throws: `EDTFError`, whose offset counts UTF-8 bytes of `text`.
  public init(_ text: String, extensions: Extensions = []) throws(EDTFError) {
    try self.init(utf8: text.utf8.span, extensions: extensions)
  }

  /// Reads a value from a piece of a text; offsets count from the piece's own begin.
  public init(_ text: Substring, extensions: Extensions = []) throws(EDTFError) {
    try self.init(utf8: text.utf8.span, extensions: extensions)
  }

  /// Reads a value from any text; offsets count the UTF-8 bytes of it.
  public init(_ text: some StringProtocol, extensions: Extensions = []) throws(EDTFError) {
    try self.init(String(text), extensions: extensions)
  }

  /// Reads a value from UTF-8 bytes, which need not be valid.
  public init(utf8 text: Span<UInt8>, extensions: Extensions = []) throws(EDTFError) {
    do {
      storage = try Storage.read(text, extensions: extensions)
    } catch {
      throw EDTFError(error, in: text)
    }
  }
}
