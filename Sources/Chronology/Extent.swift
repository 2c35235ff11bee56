/// The time spans that an EDTF value stands for: one, or the members of a set.
///
/// A one-of set (`[2004,2005]`) holds in one of its spans, nobody knows which; an all-of set
/// (`{2004,2006}`) in each of them.
public struct Extent: Hashable, Sendable {
  /// Whether there is one span, or several of which one holds, or all.
  public enum Quantifier: Hashable, Sendable { case only, oneOf, allOf }

  /// How the spans belong together.
  public let quantifier: Quantifier
  /// Never empty. A range of members (`1670..1672`) is one span, from the first to the last.
  public let spans: [TimeSpan]
  /// For each span of an all-of set how it divides into members, nil where it is one member;
  /// empty where all are.
  let runs: [Run?]

  init(_ quantifier: Quantifier, _ spans: [TimeSpan], runs: [Run?] = []) {
    self.quantifier = quantifier
    self.spans = spans
    self.runs = runs.contains { $0 != nil } ? runs : []
  }

  /// An extent of one span.
  public init(_ span: TimeSpan) { self.init(.only, [span]) }
}
