/// The few shapes that a drawing is made of.
extension SVGDrawing {
  func shape(
    _ name: String, _ paint: SVGPaint, _ attributes: [(String, String)], _ out: inout XMLWriter
  ) {
    out.element(name, paint.attributes + attributes)
  }

  func box(
    _ range: ClosedRange<Double>, top: Double, _ paint: SVGPaint, _ out: inout XMLWriter
  ) {
    shape("rect", paint, edges(range, top: top), &out)
  }

  func edges(_ range: ClosedRange<Double>, top: Double) -> [(String, String)] {
    [
      ("x", number(range.lowerBound)), ("y", number(top)),
      ("width", number(range.upperBound - range.lowerBound)),
      ("height", number(SVGLayout.barHeight)),
    ]
  }

  /// A range of the axis in user units, widened to what can be seen, inside the plot.
  func pixels(
    _ range: ClosedRange<Double>, atLeast minimum: Double
  ) -> ClosedRange<Double> {
    let (low, high) = (layout.x(range.lowerBound), layout.x(range.upperBound))
    guard high - low < minimum else { return low...high }
    let begin = min(max(layout.plot.x, (low + high - minimum) / 2), layout.x(1) - minimum)
    return begin...begin + minimum
  }

  func text(
    _ text: String, _ x: Double, _ y: Double, _ font: SVGText, _ paint: SVGPaint,
    _ out: inout XMLWriter
  ) {
    let size = font.size == small.size ? [] : [("font-size", number(font.size))]
    let weight = font.isBold ? [("font-weight", "bold")] : []
    out.element(
      "text", paint.attributes + [("x", number(x)), ("y", number(y))] + size + weight, text: text)
  }

  /// A number with at most one decimal, the same everywhere.
  func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
