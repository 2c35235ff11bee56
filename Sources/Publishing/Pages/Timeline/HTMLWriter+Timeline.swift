extension HTMLWriter {
  /// Missions over time: a drawing whose lanes lead to their missions, and where there is no room for
  /// it, a narrow one. What both show must stand in the page in words as well.
  ///
  /// - Parameters:
  ///   - prefix: what the drawing's ids begin with, of which a page has one each.
  ///   - narrow: the address of a drawing of some width.
  mutating func timeline(
    _ timeline: Timeline, prefix: String, narrow: (Int) -> Link, _ frame: PageFrame
  ) {
    element(.figure, .class("drawing")) { out in
      let wording = frame.wording
      let style = SVGStyle(width: 1_200, idPrefix: prefix) { wording.reason($0) ?? $0 }
      out.drawing(timeline.inlineDrawing(style) { frame.addresses.mission($0) })
      out.element(.picture) { out in
        out.void(.source, .media(.phone), .srcset(narrow(340)))
        out.void(
          .img, .src(narrow(720)), .loadedLate,
          .alt((wording.reason(timeline.heading) ?? timeline.heading).printable))
      }
      out.element(.figcaption, .class("unseen")) { $0.reason(timeline.heading, frame) }
    }
  }
}
