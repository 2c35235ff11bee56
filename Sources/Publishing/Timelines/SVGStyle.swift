/// How a timeline is drawn as SVG.
package struct SVGStyle: Sendable {
  /// Nil for one made from the missions' number and years.
  package let title: String?
  /// The width of the drawing in user units, which are pixels on a screen; at least 320. Below 480
  /// the names of missions stand above their bars.
  package let width: Int
  /// What the `id` attributes begin with, so that two drawings can stand in one page. Letters,
  /// digits and hyphens; others are dropped.
  package let idPrefix: String

  /// What the drawing's own English words are in the language of who looks at it.
  let say: @Sendable (String) -> String

  var isNarrow: Bool { width < 480 }

  package init(
    title: String? = nil, width: Int = 1120, idPrefix: String = "timeline",
    say: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.title = title
    self.say = say
    self.width = max(320, width)
    let kept = idPrefix.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    self.idPrefix = kept.first?.isLetter == true ? kept : "timeline\(kept)"
  }
}
