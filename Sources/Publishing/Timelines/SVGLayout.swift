internal import Chronology
internal import Statements

/// Where everything of a drawing stands, in user units from its top left corner.
struct SVGLayout {
  static let margin = 24.0
  static let barHeight = 14.0
  /// From the bar to the first row of events.
  static let barGap = 4.0
  static let title = SVGText(size: 19, isBold: true)
  static let label = SVGText(size: 13, isBold: true)
  static let small = SVGText(size: 11)

  let style: SVGStyle
  let axis: Axis?
  let lanes: [SVGLane]
  /// Organisations and places that all missions share, said once under the title.
  let setting: String
  /// The left edge and the width of the plot: nothing that stands for days lies outside.
  let plot: (x: Double, width: Double)
  let gutter: Double

  init(_ timeline: Timeline, _ style: SVGStyle) {
    self.style = style
    axis = timeline.axis
    let width = Double(style.width)
    gutter = style.isNarrow ? width - 2 * SVGLayout.margin : min(290, max(140, width * 0.26))
    let leftEdge = timeline.axis?.runsLeft == true ? 20.0 : 0
    let ends = timeline.lanes.filter { $0.span?.endLatest.isFinite == false }
    // Where there is little room, the period in words and the shape of the bar's end say it.
    let words =
      ends.map {
        style.isNarrow ? 18 : SVGLayout.small.width(of: style.say($0.endWords)) + 26
      }.max() ?? 0
    let x = SVGLayout.margin + (style.isNarrow ? 0 : gutter + 16) + leftEdge
    plot = (x, max(80, width - SVGLayout.margin - words - x))
    let shared = SharedSetting(timeline.lanes + timeline.undated)
    setting = shared.words
    let frame = SVGLane.Frame(
      plotX: x, plotWidth: plot.width, gutter: gutter, right: width - SVGLayout.margin,
      isCompact: timeline.lanes.count > 24, isStacked: style.isNarrow, shared: shared,
      say: style.say)
    lanes =
      timeline.axis.map { axis in
        timeline.lanes.map { SVGLane($0, on: axis, frame) }
      } ?? []
  }

  /// A place on the axis as a distance from the left edge of the drawing.
  func x(_ place: Double) -> Double { plot.x + place * plot.width }

  /// The ticks whose labels stand clear of each other.
  var ticks: [Axis.Tick] {
    guard let axis else { return [] }
    let widest = axis.ticks(atMost: 12).map { SVGLayout.small.width(of: $0.label) }.max() ?? 30
    return axis.ticks(atMost: max(2, Int(plot.width / (widest + 12))))
  }
}

/// What all missions of a timeline have in common and therefore none of them needs to repeat.
struct SharedSetting {
  let organisations: [String]?
  let places: [String]?

  init(_ lanes: [Timeline.Lane]) {
    func shared(_ values: [[String]]) -> [String]? {
      values.count > 1 && Set(values).count == 1 ? values[0] : nil
    }
    organisations = shared(lanes.map(\.organisations))
    places = shared(lanes.map(\.places))
  }

  var words: String {
    ((organisations ?? []) + (places ?? [])).map(\.printable).joined(separator: ", ")
  }

  /// Organisations and places of a mission but for what is shared.
  func rest(of lane: Timeline.Lane) -> String {
    ((organisations == nil ? lane.organisations : []) + (places == nil ? lane.places : []))
      .map(\.printable).joined(separator: ", ")
  }
}
