/// The time spans that an EDTF value stands for: one, or the members of a set.
///
/// A one-of set (`[2004,2005]`) holds in one of its spans, nobody knows which; an all-of set
/// (`{2004,2006}`) in each of them.
public struct Extent: Hashable, Sendable {
  public enum Quantifier: Hashable, Sendable { case only, oneOf, allOf }

  public let quantifier: Quantifier
  /// Never empty.
  public let spans: [TimeSpan]

  init(_ quantifier: Quantifier, _ spans: [TimeSpan]) {
    self.quantifier = quantifier
    self.spans = spans
  }

  /// An extent of one span.
  public init(_ span: TimeSpan) { self.init(.only, [span]) }
}
