internal import Chronology
internal import Statements

extension Timeline {
  /// The timeline as a standalone SVG document: no scripts, no references to anything outside it.
  ///
  /// The same timeline and style give the same bytes. Its `<desc>` says in words all that is
  /// drawn.
  package func svg(_ style: SVGStyle = SVGStyle()) -> String {
    SVGDrawing(timeline: self, style: style).document
  }
}

extension Timeline {
  /// The timeline as a part of a page, whose style sheet repaints it on dark screens; each lane leads
  /// to its mission by pointer. Keyboards and screen readers have the table of the same missions, so
  /// that nobody meets each of them twice.
  func inlineDrawing(
    _ style: SVGStyle, link: @escaping (MissionID) -> Link
  ) -> InlineDrawing {
    InlineDrawing(svg: SVGDrawing(timeline: self, style: style, link: link).part)
  }
}

/// A drawing that may stand in a page: it has no style sheet and no script, and what it says is escaped.
struct InlineDrawing {
  let svg: String

  fileprivate init(svg: String) { self.svg = svg }
}

/// One drawing of a timeline in the making.
struct SVGDrawing {
  let timeline: Timeline
  let style: SVGStyle
  /// Where a lane leads; nil in a drawing by itself.
  let link: ((MissionID) -> Link)?
  let layout: SVGLayout
  /// The lines of the title, and below them of what all missions share.
  let titles: [String]
  let settings: [String]
  let axisTop: Double
  let axisHeight: Double

  init(timeline: Timeline, style: SVGStyle, link: ((MissionID) -> Link)? = nil) {
    self.timeline = timeline
    self.style = style
    self.link = link
    layout = SVGLayout(timeline, style)
    let width = Double(style.width) - 2 * SVGLayout.margin
    titles = SVGLayout.title.lines(
      of: (style.title ?? style.say(timeline.heading)).printable, width: width, limit: 3)
    settings = SVGLayout.small.lines(of: layout.setting, width: width, limit: 2)
    axisTop = SVGLayout.margin + Double(titles.count) * 25 + Double(settings.count) * 15 + 8
    axisHeight = layout.axis == nil ? 0 : layout.ticks.contains { $0.year != nil } ? 36 : 22
  }

  var small: SVGText { SVGLayout.small }
  var plotTop: Double { axisTop + axisHeight }
  var plotBottom: Double { plotTop + layout.lanes.reduce(0) { $0 + $1.height } }
  var right: Double { Double(style.width) - SVGLayout.margin }

  // MARK: Document

  var document: String {
    let id = style.idPrefix
    let attributes = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("id", id), ("role", "img"),
      ("aria-labelledby", "\(id)-title \(id)-desc"),
    ]
    return drawing(attributes) { out in
      out.element("title", [("id", "\(id)-title")], text: titles.joined(separator: " "))
      out.element("desc", [("id", "\(id)-desc")], text: timeline.description)
      out.element("style", text: SVGPaint.styleSheet(id: id))
    }
  }

  /// The drawing as a part of a page.
  var part: String { drawing([("class", "timeline"), ("aria-hidden", "true")]) { _ in } }

  /// - Parameter head: writes what stands before all that is drawn.
  private func drawing(
    _ attributes: [(String, String)], head: (inout XMLWriter) -> Void
  ) -> String {
    var body = XMLWriter()
    let height = draw(&body)
    var out = XMLWriter()
    out.element(
      "svg",
      attributes + [
        ("width", "\(style.width)"), ("height", number(height)),
        ("viewBox", "0 0 \(style.width) \(number(height))"),
        (
          "font-family",
          "'Source Sans 3', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
        ), ("font-size", number(small.size)),
      ]
    ) { out in
      head(&out)
      definitions(&out)
      shape("rect", .ground, [("width", "\(style.width)"), ("height", number(height))], &out)
      out.append(body)
    }
    return out.text
  }

  private func definitions(_ out: inout XMLWriter) {
    let id = style.idPrefix
    out.element("defs") { out in
      SVGPaint.defineHatch(id: id, &out)
      out.element("linearGradient", [("id", "\(id)-fade")]) { out in
        for (offset, opacity) in [("0", "0.75"), ("1", "0")] {
          out.element(
            "stop",
            [
              ("class", "fade"), ("offset", offset), ("stop-color", "#5aa5d0"),
              ("stop-opacity", opacity),
            ])
        }
      }
    }
  }

  /// Draws all and returns the height that it takes.
  private func draw(_ out: inout XMLWriter) -> Double {
    for (index, line) in titles.enumerated() {
      text(
        line, SVGLayout.margin, SVGLayout.margin + 16 + Double(index) * 25, SVGLayout.title, .ink,
        &out)
    }
    for (index, line) in settings.enumerated() {
      let y = SVGLayout.margin + 12 + Double(titles.count) * 25 + Double(index) * 15
      text(line, SVGLayout.margin, y, small, .muted, &out)
    }
    var y = axisTop
    if layout.axis == nil {
      text(
        style.say("No mission is dated: there is nothing to draw."), SVGLayout.margin, y + 8, small,
        .muted,
        &out)
      y += 20
    } else {
      drawGround(&out)
      var top = plotTop
      for lane in layout.lanes {
        draw(lane, top: top, &out)
        top += lane.height
      }
      y = plotBottom
      // Far down the page, nobody sees the axis above any more.
      if plotBottom - plotTop > 600 {
        drawTickLabels(top: plotBottom + 2, &out)
        y += axisHeight
      }
      y = drawLegend(top: y + 20, &out)
    }
    return drawNotes(top: y, &out)
  }

  // MARK: Axis

  private func drawGround(_ out: inout XMLWriter) {
    var top = plotTop
    for (index, lane) in layout.lanes.enumerated() {
      if index.isMultiple(of: 2) {
        shape(
          "rect", .band,
          [
            ("x", number(SVGLayout.margin - 8)), ("y", number(top)),
            ("width", number(right - SVGLayout.margin + 16)), ("height", number(lane.height)),
          ], &out)
      }
      top += lane.height
    }
    guard let axis = layout.axis else { return }
    for tick in layout.ticks {
      let x = number(layout.x(axis.begin(of: tick.day)))
      let path = "M\(x) \(number(plotTop - 6))V\(number(plotBottom))"
      shape("path", tick.isMajor ? .major : .grid, [("d", path)], &out)
    }
    drawTickLabels(top: axisTop, &out)
  }

  private func drawTickLabels(top: Double, _ out: inout XMLWriter) {
    guard let axis = layout.axis else { return }
    let baseline = top + axisHeight - 8
    var free = -Double.infinity
    for tick in layout.ticks {
      let x = layout.x(axis.begin(of: tick.day))
      let strong = SVGText(size: small.size, isBold: tick.isMajor)
      let label = style.say(tick.label)
      let width = strong.width(of: label)
      guard x > free, x + width <= right else { continue }
      free = x + width + 4
      text(label, x, baseline, strong, tick.isMajor ? .ink : .muted, &out)
      if let year = tick.year {
        text(year, x, baseline - 14, SVGText(size: small.size, isBold: true), .ink, &out)
      }
    }
  }
}
