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

/// One drawing of a timeline in the making.
private struct SVGDrawing {
  let timeline: Timeline
  let style: SVGStyle
  let layout: SVGLayout
  let axisHeight: Double
  let axisTop: Double

  init(timeline: Timeline, style: SVGStyle) {
    self.timeline = timeline
    self.style = style
    layout = SVGLayout(timeline, style)
    let titleLines = SVGLayout.title.lines(
      of: (style.title ?? timeline.heading).printable,
      width: Double(style.width) - 2 * SVGLayout.margin, limit: 3)
    titles = titleLines
    axisTop = SVGLayout.margin + Double(titleLines.count) * 25 + 8
    axisHeight = layout.axis == nil ? 0 : layout.ticks.contains { $0.year != nil } ? 36 : 22
  }

  let titles: [String]

  private var small: SVGText { SVGLayout.small }
  private var plotTop: Double { axisTop + axisHeight }
  private var plotBottom: Double { plotTop + layout.lanes.reduce(0) { $0 + $1.height } }
  private var right: Double { Double(style.width) - SVGLayout.margin }

  // MARK: Document

  var document: String {
    let id = style.idPrefix
    var body = XMLWriter()
    let height = draw(&body)
    var out = XMLWriter()
    out.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("id", id), ("role", "img"),
        ("aria-labelledby", "\(id)-title \(id)-desc"), ("width", "\(style.width)"),
        ("height", number(height)), ("viewBox", "0 0 \(style.width) \(number(height))"),
        (
          "font-family",
          "'Source Sans 3', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
        ), ("font-size", number(small.size)),
      ]
    ) { out in
      out.element("title", [("id", "\(id)-title")], text: titles.joined(separator: " "))
      out.element("desc", [("id", "\(id)-desc")], text: timeline.description)
      out.element("style", text: SVGPaint.styleSheet(id: id))
      definitions(&out)
      shape("rect", .ground, [("width", "\(style.width)"), ("height", number(height))], &out)
      out.append(body)
    }
    return out.text
  }

  private func definitions(_ out: inout XMLWriter) {
    let id = style.idPrefix
    out.element("defs") { out in
      let pattern = [
        ("id", "\(id)-hatch"), ("width", "6"), ("height", "6"),
        ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"),
      ]
      out.element("pattern", pattern) { out in
        shape("rect", .possible, [("width", "6"), ("height", "6")], &out)
        shape("path", .hatch, [("d", "M1 0V6")], &out)
      }
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
    var y = axisTop
    if layout.axis == nil {
      text(
        "No mission is dated: there is nothing to draw.", SVGLayout.margin, y + 8, small, .muted,
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
      let width = strong.width(of: tick.label)
      guard x > free, x + width <= right else { continue }
      free = x + width + 4
      text(tick.label, x, baseline, strong, tick.isMajor ? .ink : .muted, &out)
      if let year = tick.year {
        text(year, x, baseline - 14, SVGText(size: small.size, isBold: true), .ink, &out)
      }
    }
  }

  // MARK: Lanes

  private func draw(_ lane: SVGLane, top: Double, _ out: inout XMLWriter) {
    out.element("g") { out in
      let name = lane.lane.name == lane.lane.label ? "" : " (\(lane.lane.name))"
      out.element(
        "title", text: "\(lane.lane.label)\(name): \(lane.lane.periodAndOrigin)".printable)
      var y = top + SVGLane.padding + 12
      for line in lane.labels {
        text(line, SVGLayout.margin, y, SVGLayout.label, .ink, &out)
        y += 17
      }
      y -= 1
      for line in lane.names {
        text(line, SVGLayout.margin, y, small, .muted, &out)
        y += 14
      }
      for line in lane.periods {
        text(line, SVGLayout.margin, y, small, .ink, &out)
        y += 14
      }
      let barTop = top + SVGLane.padding
      drawBar(lane.lane, top: barTop, &out)
      drawEvents(lane, top: barTop, &out)
    }
  }

  private func drawBar(_ lane: Timeline.Lane, top: Double, _ out: inout XMLWriter) {
    guard let span = lane.span, let axis = layout.axis else { return }
    let bar = Bar(span, on: axis)
    let whole = pixels(bar.possible)
    if lane.origin == .inherited {
      box(whole, top: top, .inherited, &out)
      let words = SVGText(size: 10)
      if whole.upperBound - whole.lowerBound > words.width(of: "inherited") + 12 {
        text("inherited", whole.lowerBound + 6, top + 10.6, words, .muted, &out)
      }
    } else {
      let certain = bar.certain.map(pixels)
      if certain != whole {
        let fill = ("fill", "url(#\(style.idPrefix)-hatch)")
        out.element("rect", [fill] + edges(whole, top: top))
      }
      if let certain { box(certain, top: top, .certain, &out) }
      box(whole, top: top, .outline, &out)
    }
    if bar.runsRight { drawRightEnd(lane, top: top, &out) }
    if bar.runsLeft { drawLeftEnd(lane, top: top, &out) }
  }

  private func drawRightEnd(_ lane: Timeline.Lane, top: Double, _ out: inout XMLWriter) {
    let x = layout.plot.x + layout.plot.width
    let (middle, bottom) = (top + SVGLayout.barHeight / 2, top + SVGLayout.barHeight)
    if lane.end == .open {
      let path =
        "M\(number(x)) \(number(top - 2))L\(number(x + 14)) \(number(middle))"
        + "L\(number(x)) \(number(bottom + 2))Z"
      shape("path", .certain, [("d", path)], &out)
    } else {
      fade(x: x, top: top, isMirrored: false, &out)
    }
    text(lane.endWords, x + 20, top + 11, small, .ink, &out)
  }

  private func drawLeftEnd(_ lane: Timeline.Lane, top: Double, _ out: inout XMLWriter) {
    let x = layout.plot.x
    let (middle, bottom) = (top + SVGLayout.barHeight / 2, top + SVGLayout.barHeight)
    if lane.start == .open {
      let path =
        "M\(number(x)) \(number(top - 2))L\(number(x - 14)) \(number(middle))"
        + "L\(number(x)) \(number(bottom + 2))Z"
      shape("path", .certain, [("d", path)], &out)
    } else {
      fade(x: x, top: top, isMirrored: true, &out)
    }
    text(lane.beginWords, x, top + SVGLayout.barHeight + 14, small, .ink, &out)
  }

  private func fade(x: Double, top: Double, isMirrored: Bool, _ out: inout XMLWriter) {
    let turned = (
      "transform", "translate(\(number(x)) \(number(top)))" + (isMirrored ? " scale(-1 1)" : "")
    )
    out.element(
      "rect",
      [
        turned, ("width", "16"), ("height", number(SVGLayout.barHeight)),
        ("fill", "url(#\(style.idPrefix)-fade)"),
      ])
  }

  // MARK: Events

  private func drawEvents(_ lane: SVGLane, top: Double, _ out: inout XMLWriter) {
    for event in lane.events + lane.crowded {
      for place in event.places {
        // A notch in the bar, so that the eye finds the mark below it.
        let path = "M\(number(place.middle)) \(number(top - 2))v\(number(SVGLayout.barHeight + 4))"
        shape("path", .notch, [("d", path)], &out)
      }
    }
    for event in lane.events {
      let middle =
        top + SVGLayout.barHeight + 4 + (Double(event.row) + 0.5) * SVGLayout.eventHeight
      out.element("g") { out in
        out.element("title", text: event.marks.map(\.sentence).joined(separator: "\n"))
        for place in event.places { drawMark(place, y: middle, &out) }
        text(event.text, event.textX, middle + 4, small, .ink, &out)
      }
    }
    if !lane.crowded.isEmpty {
      let y = top + SVGLayout.barHeight + 4 + (Double(lane.eventRows) - 0.5) * SVGLayout.eventHeight
      out.element("g") { out in
        out.element(
          "title", text: lane.crowded.flatMap(\.marks).map(\.sentence).joined(separator: "\n"))
        text(lane.crowdedWords, layout.plot.x, y + 4, small, .muted, &out)
      }
    }
  }

  private func drawMark(
    _ place: (middle: Double, from: Double, to: Double), y: Double, _ out: inout XMLWriter
  ) {
    if place.to - place.from > 12 {
      let (from, to) = (number(place.from + 0.7), number(place.to - 0.7))
      let path =
        "M\(from) \(number(y - 3))v6m0 -3H\(to)m0 -3v6"
      shape("path", .whisker, [("d", path)], &out)
    }
    let path = "M\(number(place.middle - 5.5)) \(number(y))l5.5 -5.5l5.5 5.5l-5.5 5.5Z"
    shape("path", .event, [("d", path)], &out)
  }

  // MARK: Legend and notes

  /// A sample and its words for each sign that the drawing uses; returns where it ends.
  private func drawLegend(top: Double, _ out: inout XMLWriter) -> Double {
    let lanes = timeline.lanes
    let spans = lanes.filter { $0.origin != .inherited }.compactMap(\.span)
    let isFuzzy = spans.contains {
      $0.beginEarliest < $0.beginLatest || $0.endEarliest < $0.endLatest
    }
    let hasWhisker = layout.lanes.contains { lane in
      lane.events.contains { $0.places.contains { $0.to - $0.from > 12 } }
    }
    let entries: [(isUsed: Bool, words: String, draw: (Double, inout XMLWriter) -> Void)] = [
      (
        spans.contains { $0.beginLatest <= $0.endEarliest }, "certainly running",
        { x, out in
          box(x...x + 30, top: top, .certain, &out)
          box(x...x + 30, top: top, .outline, &out)
        }
      ),
      (
        isFuzzy, "possibly running: it began or ended in here",
        { x, out in
          out.element(
            "rect", [("fill", "url(#\(style.idPrefix)-hatch)")] + edges(x...x + 30, top: top))
          box(x...x + 30, top: top, .outline, &out)
        }
      ),
      (
        lanes.contains { $0.origin == .inherited && $0.span != nil },
        "inherited from a section: it ran at some time in here",
        { x, out in box(x...x + 30, top: top, .inherited, &out) }
      ),
      (
        layout.lanes.contains { !$0.events.isEmpty }, "dated event",
        { x, out in
          drawMark((x + 15, x + 15, x + 15), y: top + 7, &out)
        }
      ),
      (
        hasWhisker, "at some time between the bars",
        { x, out in drawMark((x + 15, x, x + 30), y: top + 7, &out) }
      ),
    ]
    var (x, row) = (SVGLayout.margin, 0.0)
    for entry in entries where entry.isUsed {
      let width = 38 + small.width(of: entry.words)
      if x > SVGLayout.margin, x + width > right { (x, row) = (SVGLayout.margin, row + 22) }
      let place = (x, row)
      out.element("g", row > 0 ? [("transform", "translate(0 \(number(row)))")] : []) { out in
        entry.draw(place.0, &out)
        text(entry.words, place.0 + 38, top + 11, small, .ink, &out)
      }
      x += width + 26
    }
    return top + row + 26
  }

  /// The missions that are not drawn, and the sources; returns the height of the whole.
  private func drawNotes(top: Double, _ out: inout XMLWriter) -> Double {
    let undated = timeline.undated.map(\.label.printable)
    let documents = timeline.documents
    let notes =
      (undated.isEmpty ? [] : ["Not dated: " + undated.joined(separator: "; ")])
      + (documents.isEmpty
        ? []
        : [(documents.count == 1 ? "Source: " : "Sources: ") + documents.joined(separator: "; ")])
    var y = top + 12
    for line in notes.flatMap({ small.lines(of: $0, width: right - SVGLayout.margin, limit: 6) }) {
      text(line, SVGLayout.margin, y, small, .muted, &out)
      y += 15
    }
    return y + SVGLayout.margin - 12
  }

  // MARK: Shapes

  private func shape(
    _ name: String, _ paint: SVGPaint, _ attributes: [(String, String)], _ out: inout XMLWriter
  ) {
    out.element(name, paint.attributes + attributes)
  }

  private func box(
    _ range: ClosedRange<Double>, top: Double, _ paint: SVGPaint, _ out: inout XMLWriter
  ) {
    shape("rect", paint, edges(range, top: top), &out)
  }

  private func edges(_ range: ClosedRange<Double>, top: Double) -> [(String, String)] {
    [
      ("x", number(range.lowerBound)), ("y", number(top)),
      ("width", number(range.upperBound - range.lowerBound)),
      ("height", number(SVGLayout.barHeight)),
    ]
  }

  /// A range of the axis in user units, widened to what can be seen, inside the plot.
  private func pixels(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let (low, high) = (layout.x(range.lowerBound), layout.x(range.upperBound))
    guard high - low < 3 else { return low...high }
    let begin = min(max(layout.plot.x, (low + high) / 2 - 1.5), layout.x(1) - 3)
    return begin...begin + 3
  }

  private func text(
    _ text: String, _ x: Double, _ y: Double, _ font: SVGText, _ paint: SVGPaint,
    _ out: inout XMLWriter
  ) {
    let size = font.size == small.size ? [] : [("font-size", number(font.size))]
    let weight = font.isBold ? [("font-weight", "bold")] : []
    out.element(
      "text", paint.attributes + [("x", number(x)), ("y", number(y))] + size + weight, text: text)
  }
}

/// A number with at most one decimal, the same everywhere.
private func number(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
  return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
}
