/// How a timeline is drawn as SVG.
package struct SVGStyle: Hashable, Sendable {
  /// Nil for one made from the missions' number and years.
  package let title: String?
  /// The width of the drawing in user units, which are pixels on a screen; at least 480.
  package let width: Int
  /// What the `id` attributes begin with, so that two drawings can stand in one page. Letters,
  /// digits and hyphens; others are dropped.
  package let idPrefix: String

  package init(title: String? = nil, width: Int = 1120, idPrefix: String = "timeline") {
    self.title = title
    self.width = max(480, width)
    let kept = idPrefix.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    self.idPrefix = kept.first?.isLetter == true ? kept : "timeline\(kept)"
  }
}
