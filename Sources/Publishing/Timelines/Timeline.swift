package import Chronology
package import Statements

/// Missions over time, ready to be drawn: derived once, drawn by as many renderers as there are.
///
/// A value: it says nothing of pixels, columns or colours. `text(_:)` draws it for a terminal,
/// `svg(_:)` for paper and the web.
package struct Timeline: Hashable, Sendable {
  /// The missions of which something is dated, in chronological order; those without a period of
  /// their own, of which only events are dated, come last.
  package let lanes: [Lane]
  /// The missions of which nothing is dated: listed, not drawn. In order of their labels.
  package let undated: [Lane]
  /// The days that a drawing shows; nil where nothing is dated.
  package let axis: Axis?

  /// One mission's line in the drawing.
  package struct Lane: Hashable, Sendable, Identifiable {
    package let id: MissionID
    /// The acronym where there is one, else the name.
    package let label: String
    package let name: String
    package let kind: Mission.Kind
    /// In document order.
    package let organisations: [String]
    package let places: [String]
    /// The four points of the period; nil where nothing is known of either end.
    package let span: TimeSpan?
    package let start: Period.Bound
    package let end: Period.Bound
    package let origin: Period.Origin
    /// The rule that gave the period, in words.
    package let reason: String
    /// The name of the document and where in it the period stands; the place is nil where the period
    /// is not stated.
    package let document: String
    package let stand: Stand?
    /// Dated events, by date.
    package let marks: [Mark]
  }

  /// Where in a document something stands: the place for a person, and the line of its text, from
  /// 1, which orders what stands in one document.
  package struct Stand: Hashable, Sendable {
    package let place: Place
    package let line: Int
  }

  /// A dated event.
  package struct Mark: Hashable, Sendable {
    package let property: Property
    package let date: EDTF
    /// When it happened: one span, or several where the date is a set; none where its years are
    /// beyond counting.
    package let spans: [TimeSpan]
    /// The clause, in the source's words.
    package let clause: String
    package let document: String
    package let stand: Stand
  }
}
