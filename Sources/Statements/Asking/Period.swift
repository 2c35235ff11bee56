package import Chronology

/// When a mission ran, as far as its document supports it, and by which rule that is known.
///
/// A period is derived, never kept: its statements are what is kept.
package struct Period: Hashable, Sendable {
  /// Where a period comes from, strongest first.
  package enum Origin: String, Hashable, Sendable, CaseIterable {
    /// The text gives the period to the mission itself.
    case stated
    /// From dated events: established, launched, closed.
    case events
    /// From the section that the mission stands in, or from the dates of a table's rows about it: it
    /// ran at some time within that period.
    case inherited
    /// Nothing in the document dates it.
    case unstated
  }

  /// One end of a period. Open, unknown and not stated are three things.
  package enum Bound: Hashable, Sendable {
    case date(EDTF)
    /// The text says that it goes on ("since 2021", "to date").
    case open
    /// The text says that nobody knows.
    case unknown
    case unstated

    /// EDTF for one end of an interval; nil where nothing is stated.
    package var edtf: String? {
      switch self {
      case .date(let date): date.description
      case .open: ".."
      case .unknown: ""
      case .unstated: nil
      }
    }
  }

  package enum Edge: String, Hashable, Sendable { case start, end }

  /// A date that the document offers for one end, chosen or not.
  package struct Candidate: Hashable, Sendable {
    package let edge: Edge
    package let date: EDTF
    package let property: Property
    package let passage: Passage
    package let isChosen: Bool
    /// Why it was or was not chosen, in words.
    package let reason: String

    package init(
      edge: Edge, date: EDTF, property: Property, passage: Passage, isChosen: Bool, reason: String
    ) {
      self.edge = edge
      self.date = date
      self.property = property
      self.passage = passage
      self.isChosen = isChosen
      self.reason = reason
    }
  }

  package let start: Bound
  package let end: Bound
  package let origin: Origin
  /// The four points; nil where nothing is known of either end.
  package let span: TimeSpan?
  /// The day up to which the source speaks that says it goes on; nil where none says so or the
  /// source gives no such day.
  package let openUntil: Day?
  /// Whether documents contradict each other on an end, so that it is not settled and lies between
  /// what they say.
  package let isUnsettled: Bool
  /// The rule that gave it, in words: "stated in the heading", "inherited from the section
  /// 2011–2018".
  package let reason: String
  /// What the period was read from; empty only where it is unstated.
  package let passages: [Passage]
  /// All dates that were weighed, in document order.
  package let candidates: [Candidate]

  package init(
    start: Bound, end: Bound, origin: Origin, span: TimeSpan?, openUntil: Day? = nil,
    isUnsettled: Bool = false, reason: String, passages: [Passage], candidates: [Candidate]
  ) {
    self.start = start
    self.end = end
    self.origin = origin
    self.span = span
    self.openUntil = openUntil
    self.isUnsettled = isUnsettled
    self.reason = reason
    self.passages = passages
    self.candidates = candidates
  }
}
