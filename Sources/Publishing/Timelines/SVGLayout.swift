internal import Chronology
internal import Statements

/// Where everything of a drawing stands, in user units from its top left corner.
struct SVGLayout {
  static let margin = 24.0
  static let barHeight = 14.0
  static let eventHeight = 17.0
  static let title = SVGText(size: 19, isBold: true)
  static let label = SVGText(size: 13, isBold: true)
  static let small = SVGText(size: 11)

  let style: SVGStyle
  let axis: Axis?
  let lanes: [SVGLane]
  /// The left edge and the width of the plot: nothing that stands for days lies outside.
  let plot: (x: Double, width: Double)
  let gutter: Double

  init(_ timeline: Timeline, _ style: SVGStyle) {
    self.style = style
    axis = timeline.axis
    let width = Double(style.width)
    gutter = min(290, max(140, width * 0.26))
    let leftEdge = timeline.axis?.runsLeft == true ? 20.0 : 0
    let ends = timeline.lanes.filter { $0.span?.endLatest.isFinite == false }
    let words = ends.map { SVGLayout.small.width(of: $0.endWords) + 26 }.max() ?? 0
    let x = SVGLayout.margin + gutter + 16 + leftEdge
    plot = (x, max(80, width - SVGLayout.margin - words - x))
    let (gutter, plot) = (gutter, plot)
    lanes =
      timeline.axis.map { axis in
        timeline.lanes.map {
          SVGLane($0, on: axis, plot: plot, gutter: gutter, right: width - SVGLayout.margin)
        }
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

/// One mission's place in the drawing; heights count from the lane's own top.
struct SVGLane {
  /// An event, or several alike, with where it stands.
  struct Event {
    let marks: [Timeline.Mark]
    /// The middles, and from where to where the date reaches.
    let places: [(middle: Double, from: Double, to: Double)]
    let text: String
    let textX: Double
    let row: Int
  }

  let lane: Timeline.Lane
  let labels: [String]
  let names: [String]
  let periods: [String]
  let events: [Event]
  /// The events for whose words there are too many rows already.
  let crowded: [Event]
  let eventRows: Int
  let height: Double

  static let padding = 9.0
  static let rowLimit = 9

  init(
    _ lane: Timeline.Lane, on axis: Axis, plot: (x: Double, width: Double), gutter: Double,
    right: Double
  ) {
    self.lane = lane
    let label = lane.label.printable
    let name = lane.name.printable
    labels = SVGLayout.label.lines(of: label, width: gutter, limit: 3)
    let setting = (lane.organisations + lane.places).map(\.printable).joined(separator: ", ")
    let small = SVGLayout.small
    names =
      (name == label ? [] : small.lines(of: name, width: gutter, limit: 3))
      + (setting.isEmpty ? [] : small.lines(of: setting, width: gutter, limit: 1))
    periods = small.lines(of: lane.periodAndBriefOrigin, width: gutter, limit: 3)

    var rows = Rows(gap: 12)
    if lane.span?.beginEarliest.isFinite == false {
      rows.take(plot.x...plot.x + small.width(of: lane.beginWords) + 4, in: 0)
    }
    var placed: [Event] = []
    var left: [Event] = []
    for marks in lane.marks.groupedByLabel {
      let places = marks[0].spans.compactMap { span in
        Bar.middle(of: span, on: axis).map { middle in
          (
            middle: plot.x + middle * plot.width,
            from: plot.x + axis.begin(of: span.beginEarliest) * plot.width,
            to: plot.x + axis.end(of: span.endLatest) * plot.width
          )
        }
      }
      guard let first = places.first, let last = places.last else { continue }
      let (low, high) = (min(first.from, first.middle - 6), max(last.to, last.middle + 6))
      let text = small.fitted(marks.words, width: right - plot.x - 30)
      let width = small.width(of: text)
      // The words stand to the right of the mark, or to the left where the drawing ends.
      let isRight = high + 5 + width <= right
      let isLeft = !isRight && low - 5 - width >= plot.x
      let textX = isRight ? high + 5 : isLeft ? low - 5 - width : max(plot.x, right - width)
      let extent = min(low, textX)...max(high, textX + width)
      // Words that fit on neither side take the row below their mark for themselves.
      let row = rows.place(extent)
      let event = Event(marks: marks, places: places, text: text, textX: textX, row: row)
      if row < SVGLane.rowLimit {
        rows.take(extent, in: row)
        placed.append(event)
      } else {
        left.append(event)
      }
    }
    events = placed
    crowded = left
    eventRows = rows.count + (left.isEmpty ? 0 : 1)
    let lines = Double(labels.count) * 17 + Double(names.count + periods.count) * 14
    let drawing = SVGLayout.barHeight + 4 + Double(eventRows) * SVGLayout.eventHeight
    height = max(lines, drawing) + 2 * SVGLane.padding
  }

  var crowdedWords: String {
    let count = crowded.reduce(0) { $0 + $1.marks.count }
    return "and \(count) more \(count == 1 ? "event" : "events"), told in the description"
  }
}

/// Rows that hold intervals without overlap.
private struct Rows {
  let gap: Double
  private var taken: [[ClosedRange<Double>]] = []

  init(gap: Double) { self.gap = gap }

  var count: Int { taken.count }

  /// The first row with room.
  func place(_ extent: ClosedRange<Double>) -> Int {
    taken.firstIndex { row in
      row.allSatisfy {
        extent.upperBound + gap <= $0.lowerBound || $0.upperBound + gap <= extent.lowerBound
      }
    } ?? taken.count
  }

  mutating func take(_ extent: ClosedRange<Double>, in row: Int) {
    while taken.count <= row { taken.append([]) }
    taken[row].append(extent)
  }
}

extension [Timeline.Mark] {
  /// Marks of the same kind and date together, in order of their dates.
  fileprivate var groupedByLabel: [[Timeline.Mark]] {
    reduce(into: [[Timeline.Mark]]()) { groups, mark in
      let index = groups.firstIndex {
        $0[0].date == mark.date && $0[0].property == mark.property
      }
      if let index { groups[index].append(mark) } else { groups.append([mark]) }
    }
  }

  /// `October 2018: decided`, `2002: extended, 3 times`.
  fileprivate var words: String {
    guard let first else { return "" }
    let times = count > 1 ? ", \(count) times" : ""
    return "\(Words.date(first.date)): \(first.property.words)\(times)".printable
  }
}

extension Timeline.Lane {
  /// What is said where the bar runs over the right edge.
  var endWords: String {
    switch end {
    case .open, .date: "goes on"
    case .unknown: "end unknown"
    case .unstated: "end not stated"
    }
  }

  var beginWords: String {
    switch start {
    case .open, .date: "began earlier"
    case .unknown: "begin unknown"
    case .unstated: "begin not stated"
    }
  }

  fileprivate var periodAndBriefOrigin: String {
    switch origin {
    case .stated: "\(periodWords) (stated)"
    case .events: "\(periodWords) (from dated events)"
    case .inherited: "\(periodWords) (inherited)"
    case .unstated: "period not stated"
    }
  }
}
