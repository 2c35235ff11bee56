internal import Statements

/// What one column of a terminal shows of a lane.
enum TerminalCell: Hashable {
  case empty, grid
  case certain, possible, inherited
  /// No bound on that side: the source says that it goes on, or does not say when it ended.
  case openLeft, openRight, vagueLeft, vagueRight
  /// So many dated events.
  case events(Int)

  func glyph(_ glyphs: TerminalStyle.Glyphs) -> String {
    let isASCII = glyphs == .ascii
    return switch self {
    case .empty: " "
    case .grid: isASCII ? ":" : "┊"
    case .certain: isASCII ? "#" : "█"
    case .possible: isASCII ? "-" : "░"
    case .inherited: isASCII ? "." : "·"
    case .openLeft: isASCII ? "<" : "◀"
    case .openRight: isASCII ? ">" : "▶"
    case .vagueLeft, .vagueRight: "?"
    case .events(1): isASCII ? "*" : "◆"
    case .events(let count): count < 10 ? String(count) : "+"
    }
  }

  /// The ANSI attributes that set it apart where there is colour.
  var attributes: String? {
    switch self {
    case .empty: nil
    case .grid: "2"
    case .certain, .openLeft, .openRight: "36"
    case .possible: "36"
    case .inherited, .vagueLeft, .vagueRight: "2"
    case .events: "1;33"
    }
  }

  /// Whether it is part of the bar itself.
  fileprivate var isBar: Bool {
    switch self {
    case .empty, .grid, .events: false
    default: true
    }
  }

  fileprivate var isArrow: Bool {
    switch self {
    case .openLeft, .openRight, .vagueLeft, .vagueRight: true
    default: false
    }
  }
}

extension Timeline.Lane {
  /// The lane in so many columns: one row, or two where the events would hide the bar.
  func terminalRows(on axis: Axis, columns: Int, grid: Set<Int>) -> [[TerminalCell]] {
    let background = (0..<columns).map { grid.contains($0) ? TerminalCell.grid : .empty }
    let bar = barCells(on: axis, over: background)
    let counts = eventCounts(on: axis, columns: columns)
    guard !counts.isEmpty else { return [bar] }
    var row = bar
    for (column, count) in counts {
      let isOverArrow = row[column].isArrow
      let place = isOverArrow ? (column == 0 ? 1 : column - 1) : column
      if case .events(let others) = row[place] {
        row[place] = .events(others + count)
      } else {
        row[place] = .events(count)
      }
    }
    let hidden = Set(bar.filter(\.isBar)).subtracting(row)
    guard !hidden.isEmpty else { return [row] }
    var events = background
    for (column, count) in counts { events[column] = .events(count) }
    return [bar, events]
  }

  private func eventCounts(on axis: Axis, columns: Int) -> [(column: Int, count: Int)] {
    let middles = marks.flatMap { mark in mark.spans.compactMap { Bar.middle(of: $0, on: axis) } }
    let places = middles.map { min(columns - 1, Int($0 * Double(columns))) }
    return Dictionary(places.map { ($0, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
      .map { (column: $0.key, count: $0.value) }
  }

  /// Each column shows what holds for most of its days. What is shorter than that keeps a column,
  /// unless it would take the place of what holds for longer.
  private func barCells(on axis: Axis, over background: [TerminalCell]) -> [TerminalCell] {
    guard let span else { return background }
    let bar = Bar(span, on: axis)
    let columns = Double(background.count)
    let (possible, certain): (TerminalCell, TerminalCell) =
      origin == .inherited ? (.inherited, .inherited) : (.possible, .certain)
    func share(_ range: ClosedRange<Double>?, _ column: Int) -> Double {
      guard let range else { return 0 }
      let (low, high) = (range.lowerBound * columns, range.upperBound * columns)
      return max(0, min(high, Double(column + 1)) - max(low, Double(column)))
    }
    func middle(_ range: ClosedRange<Double>) -> Int {
      min(background.count - 1, Int((range.lowerBound + range.upperBound) / 2 * columns))
    }

    var cells = background
    var shown = 0
    for index in cells.indices {
      let sure = share(bar.certain, index)
      let perhaps = share(bar.possible, index) - sure
      // A hair less than half, so that a boundary in the middle of a column is drawn, not lost.
      guard sure + perhaps >= 0.499 else { continue }
      shown += 1
      cells[index] = sure > 0 && sure >= perhaps - 0.001 ? certain : possible
    }
    if shown == 0 {
      let length = bar.possible.upperBound - bar.possible.lowerBound
      let isSure = bar.certain.map { ($0.upperBound - $0.lowerBound) * 2 >= length } ?? false
      cells[middle(bar.possible)] = isSure ? certain : possible
    } else if let range = bar.certain, shown >= 3, !cells.contains(certain) {
      cells[middle(range)] = certain
    }
    if bar.runsLeft, let first = cells.indices.first {
      cells[first] = start == .open ? .openLeft : .vagueLeft
    }
    if bar.runsRight, let last = cells.indices.last {
      cells[last] = end == .open ? .openRight : .vagueRight
    }
    return cells
  }
}
