package import Chronology

/// Completes what a text leaves out of its dates, from what a careful reader would look at: the
/// date told last, the period of the section, the document's own date.
///
/// There are two clocks. Deictics ("last week") count from the document's date; dates without a
/// year, and "the following day", from the date told last in accounts of the past, and from the
/// document's date in news.
package struct Clock: Hashable, Sendable {
  let document: Day?
  /// The one year that the section's heading gives; nil where it gives several or none.
  let section: Int?
  /// Whether the document's date comes before the date told last, as in news.
  let isNews: Bool
  /// Whether day or month comes first in 04/05/2003, where the text settles it.
  let order: DayOrder?
  /// The date told last, complete as far as the text goes.
  private(set) var told: DatePoint?
  /// The year told last that was not in parentheses.
  private(set) var year: Int?
  /// The year that the last heading with one gave.
  private var heading: Int?
  /// A year that one date gave and that no second one has borne out.
  private var pending: Int?
  /// The quarter told last.
  private(set) var quarter: DatePoint?
  /// Whether the text writes its years BC.
  private(set) var isBC = false

  /// - Parameters:
  ///   - section: the one year that the section's heading gives; nil where it gives several.
  ///   - document: the document's own date.
  ///   - isNews: whether that date comes before the one told last.
  ///   - order: whether day or month comes first in numeric dates, where the text settles it.
  package init(
    section: Int? = nil, document: Day? = nil, isNews: Bool = false,
    order: DayOrder? = nil
  ) {
    self.order = order
    self.document = document
    self.section = section
    self.isNews = isNews
  }

  var documentYear: Int? { document?.date.map { Int($0.year) } }

  /// The date that relative expressions count from.
  func base(_ anchor: TimexGrammar.Anchor) -> DatePoint? {
    let written = document.map { DatePoint($0) }
    return anchor == .document ? written ?? told : told ?? written
  }

  /// Remembers a date that a text tells.
  ///
  /// A date far from the year told so far is an aside until a second one bears it out, unless a
  /// paragraph opens with it: "In November 2008 protesters burnt an effigy" does not move an account of
  /// 2003.
  ///
  /// - Parameters:
  ///   - isAside: whether it stands in parentheses or belongs to another event.
  ///   - isLead: whether it is the first date of its paragraph.
  mutating func see(_ point: DatePoint, isAside: Bool, isLead: Bool) {
    guard let year = point.year, point.era == .year, !isAside else { return }
    if case .quarter = point.part { quarter = point }
    if point.isWrittenBC { isBC = true }
    let isWritten = point.completion == nil || point.completion == .markup
    if isWritten, let known = self.year, abs(known - year) >= Clock.jump,
      !isLead || abs(known - year) > 60
    {
      guard let pending, abs(pending - year) < Clock.jump else {
        pending = year
        return
      }
    }
    pending = nil
    // A year that has turned, as from December to January, is told like one that is written.
    if isWritten || self.year.map({ year == $0 + 1 }) ?? true { self.year = year }
    told = point
  }

  /// How many years off a date is an aside at first; chosen on narratives.
  private static let jump = 5

  /// Begins a paragraph: under a heading with a year that year counts again.
  mutating func beginParagraph() {
    guard let heading, heading != year, !isNews else { return }
    year = heading
    told = DatePoint(year: heading)
    pending = nil
  }

  /// Takes what a heading gives: one year ("2003: Invasion"), which counts again with each paragraph
  /// under it, or several ("1973–1975"), which end an earlier heading's.
  mutating func head(_ years: ClosedRange<Int>) {
    heading = years.count == 1 ? years.lowerBound : nil
    year = years.lowerBound
    pending = nil
    told = DatePoint(year: years.lowerBound)
  }
}
