internal import Chronology
internal import Statements

/// What stands below the plot.
extension SVGDrawing {
  /// A sample and its words for each sign that the drawing uses; returns where it ends.
  func drawLegend(top: Double, _ out: inout XMLWriter) -> Double {
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
        isFuzzy, "possibly running: begin or end not known to the day",
        { x, out in
          out.element("rect", [hatch] + edges(x...x + 30, top: top))
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
          drawMark(SVGLane.Place(from: x + 15, middle: x + 15, to: x + 15), y: top + 7, &out)
        }
      ),
      (
        hasWhisker, "dated event, at some time between the bars",
        { x, out in drawMark(SVGLane.Place(from: x, middle: x + 15, to: x + 30), y: top + 7, &out) }
      ),
    ]
    var (x, row) = (SVGLayout.margin, 0.0)
    for entry in entries where entry.isUsed {
      let words = small.lines(
        of: style.say(entry.words), width: right - SVGLayout.margin - 38, limit: 3)
      let width = 38 + (words.map(small.width).max() ?? 0)
      if x > SVGLayout.margin, x + width > right { (x, row) = (SVGLayout.margin, row + 22) }
      let place = (x, row)
      out.element("g", row > 0 ? [("transform", "translate(0 \(number(row)))")] : []) { out in
        entry.draw(place.0, &out)
        for (index, line) in words.enumerated() {
          text(line, place.0 + 38, top + 11 + Double(index) * 14, small, .ink, &out)
        }
      }
      x += width + 26
      row += Double(words.count - 1) * 14
    }
    return top + row + 26
  }

  /// The missions that are not drawn, and the sources; returns the height of the whole.
  func drawNotes(top: Double, _ out: inout XMLWriter) -> Double {
    let undated = timeline.undated.map(\.label.printable)
    let documents = timeline.documents
    let notes =
      (undated.isEmpty ? [] : [style.say("Not dated:") + " " + undated.joined(separator: "; ")])
      + (documents.isEmpty
        ? []
        : [
          style.say(documents.count == 1 ? "Source:" : "Sources:") + " "
            + documents.joined(separator: "; ")
        ])
    var y = top + 12
    for line in notes.flatMap({ small.lines(of: $0, width: right - SVGLayout.margin, limit: 6) }) {
      text(line, SVGLayout.margin, y, small, .muted, &out)
      y += 15
    }
    return y + SVGLayout.margin - 12
  }
}
