internal import Chronology
internal import Statements

/// Bars and events.
extension SVGDrawing {
  func draw(_ lane: SVGLane, top: Double, _ out: inout XMLWriter) {
    let link = link.map { [("href", $0(lane.lane.id).text), ("tabindex", "-1")] }
    out.element(link == nil ? "g" : "a", link ?? []) { out in
      let name = lane.lane.name == lane.lane.label ? "" : " (\(lane.lane.name))"
      out.element(
        "title", text: "\(lane.lane.label)\(name): \(lane.lane.periodAndOrigin)".printable)
      var y = top + lane.padding + 12
      for line in lane.labels {
        text(line, SVGLayout.margin, y, SVGLayout.label, .ink, &out)
        y += SVGLane.labelHeight
      }
      y -= 1
      for line in lane.names {
        text(line, SVGLayout.margin, y, small, .muted, &out)
        y += SVGLane.lineHeight
      }
      for line in lane.periods {
        text(line, SVGLayout.margin, y, small, .ink, &out)
        y += SVGLane.lineHeight
      }
      let barTop = top + lane.padding + lane.barTop
      drawBar(lane, top: barTop, &out)
      drawEvents(lane, top: barTop, &out)
    }
  }

  private func drawBar(_ row: SVGLane, top: Double, _ out: inout XMLWriter) {
    let lane = row.lane
    guard let span = lane.span, let axis = layout.axis else { return }
    let bar = Bar(span, on: axis)
    let whole = pixels(bar.possible, atLeast: 3)
    if lane.origin == .inherited {
      box(whole, top: top, .inherited, &out)
      drawInherited(row, within: whole, top: top, &out)
    } else {
      // A sliver of certainty inside a longer bar stays a sliver.
      let isAll = bar.certain == bar.possible
      let certain = bar.certain.map { pixels($0, atLeast: isAll ? 3 : 1.2) }
      if certain != whole { out.element("rect", [hatch] + edges(whole, top: top)) }
      if let certain { box(certain, top: top, .certain, &out) }
      box(whole, top: top, .outline, &out)
    }
    let isSure = bar.certain?.upperBound == 1 && lane.origin != .inherited
    let edge = layout.plot.x + layout.plot.width
    if bar.runsRight {
      drawEnd(x: edge, top: top, by: 1, isOpen: lane.end == .open, isSure: isSure, &out)
      if !style.isNarrow { text(style.say(lane.endWords), edge + 20, top + 11, small, .ink, &out) }
    }
    if bar.runsLeft {
      drawEnd(
        x: layout.plot.x, top: top, by: -1, isOpen: lane.start == .open, isSure: false, &out)
      let y = top + SVGLayout.barHeight + SVGLayout.barGap + row.eventHeight / 2 + 4
      text(style.say(lane.beginWords), layout.plot.x, y, small, .ink, &out)
    }
  }

  /// The word inside the box, where no notch of an event runs through it.
  private func drawInherited(
    _ row: SVGLane, within box: ClosedRange<Double>, top: Double, _ out: inout XMLWriter
  ) {
    let font = SVGText(size: 10)
    let word = style.say("inherited")
    let width = font.width(of: word)
    let notches = (row.events + row.crowded).flatMap(\.places).map(\.middle)
    let gaps = [box.lowerBound] + notches.filter(box.contains).sorted() + [box.upperBound]
    let gap = zip(gaps, gaps.dropFirst()).first { $1 - $0 >= width + 12 }
    guard let gap else { return }
    text(word, gap.0 + 6, top + 10.6, font, .muted, &out)
  }

  /// What shows that a bar runs over an edge: an arrow where the source says that it goes on, a
  /// fading box where it says nothing or that nobody knows.
  private func drawEnd(
    x: Double, top: Double, by direction: Double, isOpen: Bool, isSure: Bool,
    _ out: inout XMLWriter
  ) {
    let (middle, bottom) = (top + SVGLayout.barHeight / 2, top + SVGLayout.barHeight)
    guard isOpen else { return fade(x: x, top: top, isMirrored: direction < 0, &out) }
    let path =
      "M\(number(x)) \(number(top - 2))L\(number(x + 14 * direction)) \(number(middle))"
      + "L\(number(x)) \(number(bottom + 2))Z"
    if isSure {
      shape("path", .certain, [("d", path)], &out)
    } else {
      out.element("path", [hatch, ("d", path)])
    }
    shape("path", .outline, [("d", path)], &out)
  }

  var hatch: (String, String) { SVGPaint.hatched(id: style.idPrefix) }

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
    let bottom = top + SVGLayout.barHeight
    for place in (lane.events + lane.crowded).flatMap(\.places) {
      // A notch in the bar's lower edge, so that the eye finds the mark below it.
      shape("path", .notch, [("d", "M\(number(place.middle)) \(number(bottom - 4))v7")], &out)
    }
    func middle(ofRow row: Int) -> Double {
      bottom + SVGLayout.barGap + (Double(row) + 0.5) * lane.eventHeight
    }
    for event in lane.events {
      out.element("g") { out in
        out.element("title", text: event.marks.map(\.sentence).joined(separator: "\n"))
        for place in event.places { drawMark(place, y: middle(ofRow: event.row), &out) }
        text(event.text, event.textX, middle(ofRow: event.textRow) + 4, small, .ink, &out)
      }
    }
    guard !lane.crowded.isEmpty else { return }
    out.element("g") { out in
      let sentences = lane.crowded.flatMap(\.marks).map(\.sentence)
      out.element("title", text: sentences.joined(separator: "\n"))
      for (index, line) in lane.crowdedLines.enumerated() {
        let y = middle(ofRow: lane.eventRows + index) + 4
        text(line, layout.plot.x, y, small, .muted, &out)
      }
    }
  }

  func drawMark(
    _ place: SVGLane.Place, y: Double, _ out: inout XMLWriter
  ) {
    if place.to - place.from > 12 {
      let (from, to) = (number(place.from + 0.7), number(place.to - 0.7))
      // No end piece where nothing bounds the date.
      let left = place.isOpenLeft ? "M\(from) \(number(y))" : "M\(from) \(number(y - 3))v6m0 -3"
      let right = place.isOpenRight ? "" : "m0 -3v6"
      shape("path", .whisker, [("d", "\(left)H\(to)\(right)")], &out)
    }
    let path = "M\(number(place.middle - 5.5)) \(number(y))l5.5 -5.5l5.5 5.5l-5.5 5.5Z"
    shape("path", .event, [("d", path)], &out)
  }
}
