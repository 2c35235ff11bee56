/// Completes a date that lacks its year from what a careful reader would look at: the year last
/// mentioned in the running text, else the period of the section, else the document's own date.
package struct Clock: Hashable, Sendable {
  private var lastYear: Int?
  private let section: Int?
  private let documentYear: Int?
  private let prefersDocument: Bool

  /// - Parameters:
  ///   - section: the one year that the section's heading gives; nil where it gives several.
  ///   - documentYear: the year of the document's own date.
  ///   - prefersDocument: whether that year comes before the one last mentioned, as in news.
  package init(section: Int? = nil, documentYear: Int? = nil, prefersDocument: Bool = false) {
    self.section = section
    self.documentYear = documentYear
    self.prefersDocument = prefersDocument
  }

  func completed(_ point: DatePoint) -> DatePoint {
    guard point.year == nil else { return point }
    var point = point
    if let lastYear, !(prefersDocument && documentYear != nil) {
      point.year = lastYear
      point.completion = "year \(lastYear) completed from the text before"
    } else if let section, !(prefersDocument && documentYear != nil) {
      point.year = section
      point.completion = "year \(section) completed from the heading"
    } else if let documentYear {
      point.year = documentYear
      point.completion = "year \(documentYear) completed from the document's date"
    }
    return point
  }

  /// Remembers the years that a text mentions.
  mutating func see(_ points: [DatePoint]) {
    for point in points where point.completion == nil && !point.isDecade {
      lastYear = point.year ?? lastYear
    }
  }
}
