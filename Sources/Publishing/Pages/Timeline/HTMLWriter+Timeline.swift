extension HTMLWriter {
  /// Missions over time: a drawing whose lanes lead to their missions, and where there is no room for
  /// it, a narrow one. What both show must stand in the page in words as well.
  ///
  /// - Parameters:
  ///   - prefix: what the drawing's ids begin with, of which a page has one each.
  ///   - narrow: the address of the narrow drawing.
  mutating func timeline(
    _ timeline: Timeline, prefix: String, narrow: Link, _ frame: PageFrame
  ) {
    element(.figure, .class("drawing")) { out in
      let style = SVGStyle(width: 1_200, idPrefix: prefix)
      out.drawing(timeline.inlineDrawing(style) { frame.addresses.mission($0) })
      out.void(
        .img, .src(narrow), .loadedLate, .alt(timeline.heading.printable))
      out.element(.figcaption, .class("unseen")) { $0.reason(timeline.heading, frame) }
    }
  }
}
