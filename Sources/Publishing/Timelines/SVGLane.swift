internal import Chronology
internal import Statements

/// One mission's place in the drawing; heights count from the lane's own top.
struct SVGLane {
  /// What a lane must know of the drawing that it is part of.
  struct Frame {
    let plotX: Double
    let plotWidth: Double
    let gutter: Double
    /// Where words must end.
    let right: Double
    /// Whether there are so many missions that each gets little room.
    let isCompact: Bool
    /// Whether labels stand above the bars, and not beside them.
    let isStacked: Bool
    let shared: SharedSetting
    let say: @Sendable (String) -> String

    func x(_ place: Double) -> Double { plotX + place * plotWidth }
  }

  /// An event, or several alike, with where it stands.
  struct Event {
    let marks: [Timeline.Mark]
    let places: [Place]
    let text: String
    let textX: Double
    /// The row below the bar, from 0, and the one that the words stand in.
    let row: Int
    let textRow: Int
  }

  /// Where one span of an event's date stands.
  struct Place {
    let middle: Double
    /// From where to where the date reaches; the same twice where it names a day, which is as
    /// exact as dates get. A side that nothing bounds reaches `openReach` only: a line through half
    /// of the drawing would say no more.
    let from: Double
    let to: Double
    let isOpenLeft: Bool
    let isOpenRight: Bool

    static let openReach = 16.0

    init(from: Double, middle: Double, to: Double) {
      (self.from, self.middle, self.to) = (from, middle, to)
      (isOpenLeft, isOpenRight) = (false, false)
    }

    /// Nil where nothing bounds the span on either side.
    init?(_ span: TimeSpan, on axis: Axis, _ frame: Frame) {
      guard let place = Bar.middle(of: span, on: axis) else { return nil }
      let middle = frame.x(place)
      self.middle = middle
      isOpenLeft = !span.beginEarliest.isFinite
      isOpenRight = !span.endLatest.isFinite
      let isDay = span.beginEarliest == span.endLatest
      let first = isDay ? middle : frame.x(axis.begin(of: span.beginEarliest))
      let last = isDay ? middle : frame.x(axis.end(of: span.endLatest))
      from = isOpenLeft ? max(first, middle - Place.openReach) : first
      to = isOpenRight ? min(last, middle + Place.openReach) : last
    }
  }

  let lane: Timeline.Lane
  let labels: [String]
  let names: [String]
  let periods: [String]
  let events: [Event]
  /// The events that found no row of their own, and the lines that tell of them.
  let crowded: [Event]
  let crowdedLines: [String]
  /// The rows of events, without the lines of the crowded ones.
  let eventRows: Int
  let padding: Double
  let eventHeight: Double
  /// From the top of the labels to the bar.
  let barTop: Double
  let height: Double

  static let labelHeight = 17.0
  static let lineHeight = 14.0

  init(_ lane: Timeline.Lane, on axis: Axis, _ frame: Frame) {
    self.lane = lane
    let (small, isCompact) = (SVGLayout.small, frame.isCompact)
    padding = isCompact ? 5 : 9
    eventHeight = isCompact ? 15 : 17
    let label = lane.label.printable
    let name = lane.name.printable
    let setting = frame.shared.rest(of: lane)
    labels = SVGLayout.label.lines(of: label, width: frame.gutter, limit: isCompact ? 2 : 3)
    names =
      (name == label ? [] : small.lines(of: name, width: frame.gutter, limit: isCompact ? 1 : 3))
      + (setting.isEmpty || isCompact
        ? [] : small.lines(of: setting, width: frame.gutter, limit: 1))
    periods = small.lines(of: frame.say(lane.periodAndBriefOrigin), width: frame.gutter, limit: 3)

    // One row more than the limit takes no more room than a line that tells what did not fit.
    let limit = isCompact ? 5 : 9
    var rows = Rows(gap: 12)
    var (placed, left) = SVGLane.place(lane, on: axis, frame, limit: limit + 1, &rows)
    if !left.isEmpty { (placed, left) = SVGLane.place(lane, on: axis, frame, limit: limit, &rows) }
    events = placed
    crowded = left
    crowdedLines =
      left.isEmpty
      ? []
      : small.lines(
        of: frame.say("Also") + " " + left.map(\.text).joined(separator: "; "),
        width: frame.right - frame.plotX,
        limit: isCompact ? 1 : 4)
    eventRows = rows.count
    let lines =
      Double(labels.count) * SVGLane.labelHeight
      + Double(names.count + periods.count) * SVGLane.lineHeight
    let drawing =
      SVGLayout.barHeight + SVGLayout.barGap
      + Double(eventRows + crowdedLines.count) * eventHeight
    barTop = frame.isStacked ? lines + 4 : 0
    height = (frame.isStacked ? barTop + drawing : max(lines, drawing)) + 2 * padding
  }
}

extension SVGLane {
  /// The events in rows below the bar, no more than `limit`, and those that found none.
  private static func place(
    _ lane: Timeline.Lane, on axis: Axis, _ frame: Frame, limit: Int, _ rows: inout Rows
  ) -> (placed: [Event], left: [Event]) {
    rows = Rows(gap: 12)
    if lane.span?.beginEarliest.isFinite == false {
      rows.take(
        frame.plotX...frame.plotX + SVGLayout.small.width(of: frame.say(lane.beginWords)), in: 0)
    }
    var (placed, left): ([Event], [Event]) = ([], [])
    for marks in lane.marks.groupedByLabel {
      guard let (event, extent) = Event.placed(marks, on: axis, frame, rows) else { continue }
      if event.textRow < limit {
        for row in event.row...event.textRow { rows.take(extent, in: row) }
        placed.append(event)
      } else {
        left.append(event)
      }
    }
    return (placed, left)
  }
}

extension SVGLane.Event {
  /// Finds the row for events alike, and the room that they take there; nil where the date has no
  /// place on an axis.
  fileprivate static func placed(
    _ marks: [Timeline.Mark], on axis: Axis, _ frame: SVGLane.Frame, _ rows: Rows
  ) -> (SVGLane.Event, ClosedRange<Double>)? {
    let small = SVGLayout.small
    let places = marks[0].spans.compactMap { SVGLane.Place($0, on: axis, frame) }
    guard let first = places.first, let last = places.last else { return nil }
    let (low, high) = (min(first.from, first.middle - 6), max(last.to, last.middle + 6))
    let text = small.fitted(frame.say(marks.words), width: min(300, frame.plotWidth - 30))
    let width = small.width(of: text)
    // The words stand to the right of the mark, or to the left where the drawing ends, or in the
    // row below where the date reaches so far that they fit on neither side.
    let isRight = high + 5 + width <= frame.right
    let isLeft = low - 5 - width >= frame.plotX
    let centred = min(max(frame.plotX, first.middle - width / 2), frame.right - width)
    let textX = isRight ? high + 5 : isLeft ? low - 5 - width : centred
    let extent = min(low, textX)...max(high, textX + width)
    let rowsNeeded = isRight || isLeft ? 1 : 2
    let row = rows.place(extent, rows: rowsNeeded)
    let event = SVGLane.Event(
      marks: marks, places: places, text: text, textX: textX, row: row,
      textRow: row + rowsNeeded - 1)
    return (event, extent)
  }
}

/// Rows that hold intervals without overlap.
private struct Rows {
  let gap: Double
  private var taken: [[ClosedRange<Double>]] = []

  init(gap: Double) { self.gap = gap }

  var count: Int { taken.count }

  /// The first row that has room, and the rows below it where several are needed.
  func place(_ extent: ClosedRange<Double>, rows: Int) -> Int {
    func isFree(_ row: Int) -> Bool {
      row >= taken.count
        || taken[row].allSatisfy {
          extent.upperBound + gap <= $0.lowerBound || $0.upperBound + gap <= extent.lowerBound
        }
    }
    let first = taken.indices.first { row in (row..<row + rows).allSatisfy(isFree) }
    return first ?? taken.count
  }

  mutating func take(_ extent: ClosedRange<Double>, in row: Int) {
    while taken.count <= row { taken.append([]) }
    taken[row].append(extent)
  }
}

/// What events have in common that share one mark.
private struct EventKind: Hashable {
  let date: EDTF
  let property: Property
}

extension [Timeline.Mark] {
  /// Marks of the same kind and date together, in order of their dates.
  fileprivate var groupedByLabel: [[Timeline.Mark]] {
    var groups: [[Timeline.Mark]] = []
    var places: [EventKind: Int] = [:]
    for mark in self {
      let kind = EventKind(date: mark.date, property: mark.property)
      if let place = places[kind] {
        groups[place].append(mark)
      } else {
        places[kind] = groups.count
        groups.append([mark])
      }
    }
    return groups
  }

  /// `October 2018: decided`, `2002: extended, 3 times`; an event of no special kind in the words
  /// of its clause.
  fileprivate var words: String {
    guard let first else { return "" }
    let times = count > 1 ? ", \(count) times" : ""
    let date = DateWords.of(first.date)
    guard first.property == .event, count == 1 else {
      return "\(date): \(first.property.words)\(times)".printable
    }
    // A clause that begins with its date ("2011: …", "In January 2017, …") needs no other.
    let clause = first.clause.printable
    return clause.prefix(date.count + 4).contains(date) ? clause : "\(date.printable): \(clause)"
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
