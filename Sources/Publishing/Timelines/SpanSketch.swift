package import Chronology

/// A small drawing of time spans as lines of text on one scale: `░` where something may have been
/// going on, `█` where it certainly was, `◀` and `▶` where nothing bounds it, `?` where the source
/// says that nobody knows.
package struct SpanSketch: Sendable {
  /// A line for each span, without trailing spaces.
  package let rows: [String]
  /// The first and the last day of the scale under the columns they stand at; empty where no day
  /// bounds anything.
  package let scale: String
  /// The marks that the rows use, in the order of `Mark`.
  package let marks: [Mark]

  package enum Mark: Character, CaseIterable, Sendable {
    case certain = "█"
    case possible = "░"
    case openBegin = "◀"
    case openEnd = "▶"
    case unknown = "?"
  }

  /// Draws spans on a scale of so many columns.
  package init(_ spans: some Collection<TimeSpan>, width: Int = 64) {
    let width = max(width, 24)
    let days = spans.flatMap { [$0.beginEarliest, $0.beginLatest, $0.endEarliest, $0.endLatest] }
      .filter(\.isFinite)
    let hasOpenBegin = spans.contains { !$0.beginEarliest.isFinite }
    let hasOpenEnd = spans.contains { !$0.endLatest.isFinite }
    // An open side takes a sixth of the drawing, in which nothing has a scale.
    let margin = width / 6
    let columns = (hasOpenBegin ? margin : 0)..<(width - (hasOpenEnd ? margin : 0))
    let ruler = days.min().flatMap { first in
      days.max().map { Ruler(first: first.number, last: $0.number, columns: columns) }
    }
    let rows = spans.map { SpanSketch.row($0, ruler, columns, width) }
    self.rows = rows
    scale = ruler.map { $0.scale(width) } ?? ""
    marks = Mark.allCases.filter { mark in rows.contains { $0.contains(mark.rawValue) } }
  }

  private static func row(
    _ span: TimeSpan, _ ruler: Ruler?, _ columns: Range<Int>, _ width: Int
  ) -> String {
    var cells = [Character](repeating: " ", count: width)
    let first = span.beginEarliest.isFinite ? ruler?.column(span.beginEarliest) ?? 0 : 0
    let last = span.endLatest.isFinite ? ruler?.column(span.endLatest) ?? width - 1 : width - 1
    for column in first...max(first, last) { cells[column] = Mark.possible.rawValue }
    if span.beginLatest <= span.endEarliest,
      span.beginLatest.isFinite || span.endEarliest.isFinite
    {
      let from = span.beginLatest.isFinite ? ruler?.column(span.beginLatest) ?? first : first
      let to = span.endEarliest.isFinite ? ruler?.column(span.endEarliest) ?? last : last
      for column in from...max(from, to) { cells[column] = Mark.certain.rawValue }
      // What may have begun, or ended, on more days than one shows it, however small the scale.
      if span.beginEarliest < span.beginLatest { cells[first] = Mark.possible.rawValue }
      if span.endEarliest < span.endLatest { cells[last] = Mark.possible.rawValue }
    }
    if !span.beginEarliest.isFinite {
      cells[first] = (span.beginIsUnknown ? Mark.unknown : .openBegin).rawValue
    }
    if !span.endLatest.isFinite {
      cells[last] = (span.endIsUnknown ? Mark.unknown : .openEnd).rawValue
    }
    while cells.last == " " { cells.removeLast() }
    return String(cells)
  }

  /// Days spread evenly over columns.
  private struct Ruler {
    let first: Int64
    let last: Int64
    let columns: Range<Int>

    func column(_ day: Day) -> Int {
      guard last > first else { return (columns.lowerBound + columns.upperBound) / 2 }
      let (length, past) = (Double(last) - Double(first), Double(day.number) - Double(first))
      let offset = Int(past / length * Double(columns.count - 1) + 0.5)
      return min(max(columns.lowerBound + offset, columns.lowerBound), columns.upperBound - 1)
    }

    /// Both days, the last right-aligned at its column where there is room.
    func scale(_ width: Int) -> String {
      let (begin, end) = (Day(number: first), Day(number: last))
      let labels = first == last ? [begin.description] : [begin.description, end.description]
      let start = min(column(begin), max(0, width - labels[0].count))
      var line = String(repeating: " ", count: start) + labels[0]
      guard labels.count > 1 else { return line }
      let at = max(line.count + 1, column(end) + 1 - labels[1].count)
      line += String(repeating: " ", count: at - line.count) + labels[1]
      return line
    }
  }
}
