package import Chronology

/// How many missions were running, stretch after stretch of time: what is drawn where there are too
/// many to draw each.
package struct Tally: Sendable {
  package struct Stretch: Sendable {
    package let first: Day
    /// Inclusive.
    package let last: Day
    package let label: String
    package let certainly: Int
    package let possibly: Int

    package init(first: Day, last: Day, label: String, certainly: Int, possibly: Int) {
      self.first = first
      self.last = last
      self.label = label
      self.certainly = certainly
      self.possibly = possibly
    }
  }

  /// One after the other, without gaps.
  package let stretches: [Stretch]

  package init(_ stretches: [Stretch]) { self.stretches = stretches }

  /// A window cut into at most sixty stretches of round length: years or many of them, months, or
  /// days.
  package static func cuts(from first: Day, to last: Day) -> [(first: Day, last: Day)] {
    guard let begin = first.date, let end = last.date, first <= last else { return [] }
    let days = last.number - first.number
    if days <= 60 { return (0...days).map { (first.advanced(by: $0), first.advanced(by: $0)) } }
    var cuts: [(first: Day, last: Day)] = []
    if days <= 1_800 {
      var (year, month) = (begin.year, begin.month)
      while (year, month) <= (end.year, end.month) {
        if let from = Day(year: year, month: month, day: 1),
          let to = Day.last(ofMonth: month, year: year)
        {
          cuts.append((max(first, from), min(last, to)))
        }
        (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
      }
      return cuts
    }
    let years = end.year - begin.year + 1
    let step = Int64(1).roundSteps.first { years / $0 < 60 } ?? years
    // The stretch that the first year lies in, which for years before the era begins below it.
    var year = (begin.year >= 0 ? begin.year : begin.year - step + 1) / step * step
    while year <= end.year {
      if let from = Day(year: year, month: 1, day: 1),
        let to = Day(year: year + step - 1, month: 12, day: 31)
      {
        cuts.append((max(first, from), min(last, to)))
      }
      year += step
    }
    return cuts
  }
}

extension Int64 {
  /// 1, 2, 5, 10, 20, 50, … years.
  fileprivate var roundSteps: [Int64] {
    (0..<15).flatMap { power -> [Int64] in
      let ten = (0..<power).reduce(self) { product, _ in product * 10 }
      return [ten, 2 * ten, 5 * ten]
    }
  }
}

extension Tally {
  /// The tally as a standalone SVG document: a column for each stretch, what is certain solid, what
  /// is possible hatched above it.
  package func svg(title: String, width: Int) -> String {
    let (width, height, base) = (Double(max(width, 480)), 240.0, 200.0)
    let most = Double(stretches.map { $0.certainly + $0.possibly }.max() ?? 0)
    let step = stretches.isEmpty ? 0 : (width - 48) / Double(stretches.count)
    let every = max(1, Int((70 / max(step, 1)).rounded(.up)))
    var out = XMLWriter()
    out.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("id", "tally"), ("role", "img"),
        ("width", Tally.number(width)), ("height", Tally.number(height)),
        ("viewBox", "0 0 \(Tally.number(width)) \(Tally.number(height))"),
        ("font-family", "'Source Sans 3', Arial, 'DejaVu Sans', sans-serif"), ("font-size", "11"),
      ]
    ) { out in
      out.element("title", text: title)
      out.element("style", text: SVGPaint.styleSheet(id: "tally"))
      SVGPaint.defineHatch(id: "tally", &out)
      rect(0, 0, width, height, .ground, &out)
      for (index, stretch) in stretches.enumerated() {
        let x = 24 + Double(index) * step
        let heights = [stretch.certainly, stretch.possibly].map {
          most > 0 ? Double($0) / most * 170 : 0
        }
        rect(x + 1, base - heights[0], step - 2, heights[0], .certain, &out)
        rect(x + 1, base - heights[0] - heights[1], step - 2, heights[1], .hatched, &out)
        rect(x + 1, base - heights[0] - heights[1], step - 2, heights[1], .outlined, &out)
        if index % every == 0 {
          out.element(
            "text",
            [("x", Tally.number(x)), ("y", "216")] + SVGPaint.muted.attributes,
            text: stretch.label.printable)
        }
      }
      out.element(
        "text", [("x", "24"), ("y", "18")] + SVGPaint.ink.attributes, text: title.printable)
    }
    return out.text
  }

  private enum Fill { case ground, certain, hatched, outlined }

  private func rect(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: Fill,
    _ out: inout XMLWriter
  ) {
    let paint =
      switch fill {
      case .ground: SVGPaint.ground.attributes
      case .certain: SVGPaint.certain.attributes
      case .hatched: [SVGPaint.hatched(id: "tally")]
      case .outlined: SVGPaint.outline.attributes
      }
    out.element(
      "rect",
      [
        ("x", Tally.number(x)), ("y", Tally.number(y)), ("width", Tally.number(max(0, width))),
        ("height", Tally.number(max(0, height))),
      ] + paint)
  }

  private static func number(_ value: Double) -> String {
    String(Int((value * 10).rounded()) / 10)
  }

  package var json: JSON {
    JSON(stretches) { stretch in
      [
        "first": .string(stretch.first.description), "last": .string(stretch.last.description),
        "certainly": JSON(stretch.certainly), "possibly": JSON(stretch.possibly),
      ]
    }
  }
}
