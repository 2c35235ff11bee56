internal import Chronology
internal import Statements

extension Timeline {
  /// The timeline drawn for a terminal: bars over an axis, a legend, and below them each mission's
  /// period and dated events in words. A line end after each line, no line wider than the style's
  /// width; empty where there is no mission at all.
  package func text(_ style: TerminalStyle = TerminalStyle()) -> String {
    let drawing = TerminalDrawing(timeline: self, style: style)
    let parts = [drawing.bars, drawing.list].filter { !$0.isEmpty }
    return parts.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }
}

/// One drawing of a timeline in the making.
private struct TerminalDrawing {
  let timeline: Timeline
  let style: TerminalStyle

  // MARK: Bars

  /// The axis, the rows of all lanes and the legend.
  var bars: [String] {
    guard let axis = timeline.axis else { return [] }
    let labels = timeline.lanes.map { clean($0.label) }
    // The labels take what they need, but no more than a third of the line.
    let gutter = min(labels.map(\.displayWidth).max() ?? 0, max(8, style.width / 3 - 2))
    let columns = style.width - gutter - 2
    let ticks = placed(axis, columns)
    let grid = Set(ticks.map(\.column))
    let indent = String(repeating: " ", count: gutter + 2)
    var lines = axisLines(ticks, columns).map { trimmed(indent + $0) }
    var used: Set<TerminalCell> = []
    for (lane, label) in zip(timeline.lanes, labels) {
      let rows = lane.terminalRows(on: axis, columns: columns, grid: grid)
      for (index, row) in rows.enumerated() {
        used.formUnion(row)
        let name = index == 0 ? cut(label, gutter).padded(columns: gutter) + "  " : indent
        lines.append(trimmed((index == 0 ? bold(name) : name) + draw(row)))
      }
    }
    return lines + [""] + legend(used)
  }

  /// The ticks whose labels have room, each with its column.
  private func placed(_ axis: Axis, _ columns: Int) -> [(column: Int, tick: Axis.Tick)] {
    let widest = axis.ticks(atMost: 6).map(\.label.displayWidth).max() ?? 4
    return axis.ticks(atMost: columns / (widest + 1)).map { tick in
      (min(columns - 1, Int(axis.begin(of: tick.day) * Double(columns))), tick)
    }
  }

  /// The years of days and months where there are any, the labels, the ruler.
  private func axisLines(_ ticks: [(column: Int, tick: Axis.Tick)], _ columns: Int) -> [String] {
    func row(_ label: (Axis.Tick) -> String?) -> String {
      var line = ""
      var width = 0
      for (column, tick) in ticks {
        guard let text = label(tick), width == 0 || column > width,
          column + text.displayWidth <= columns
        else { continue }
        line += String(repeating: " ", count: column - width) + text
        width = column + text.displayWidth
      }
      return line
    }
    let isASCII = style.glyphs == .ascii
    var ruler = Array(repeating: isASCII ? "-" : "─", count: columns)
    for (column, _) in ticks { ruler[column] = isASCII ? "+" : "┬" }
    let years = row(\.year)
    return (years.isEmpty ? [] : [years]) + [row(\.label), ruler.joined()]
  }

  private func draw(_ row: [TerminalCell]) -> String {
    guard style.colour else { return row.map { $0.glyph(style.glyphs) }.joined() }
    var out = ""
    var rest = row[...]
    while let first = rest.first {
      let run = rest.prefix { $0.attributes == first.attributes }
      let text = run.map { $0.glyph(style.glyphs) }.joined()
      out += first.attributes.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text
      rest = rest.dropFirst(run.count)
    }
    return out
  }

  /// What the signs mean, as far as the drawing uses them.
  private func legend(_ used: Set<TerminalCell>) -> [String] {
    let events = used.contains { if case .events = $0 { true } else { false } }
    let crowded = used.contains {
      if case .events(let count) = $0 { count > 1 } else { false }
    }
    let entries: [(Bool, TerminalCell, String)] = [
      (used.contains(.certain), .certain, "certainly running"),
      (used.contains(.possible), .possible, "possibly"),
      (used.contains(.inherited), .inherited, "at some time within (inherited)"),
      (used.contains(.openRight), .openRight, "goes on"),
      (used.contains(.openLeft), .openLeft, "began earlier"),
      (
        used.contains(.vagueLeft) || used.contains(.vagueRight), .vagueRight,
        "begin or end not known"
      ),
      (events, .events(1), crowded ? "event (2–9, +: so many)" : "event"),
    ]
    var lines: [String] = []
    var line = ""
    for (isUsed, cell, words) in entries where isUsed {
      let entry = "\(cell.glyph(style.glyphs)) \(clean(words))"
      if line.isEmpty {
        line = entry
      } else if line.displayWidth + 3 + entry.displayWidth <= style.width {
        line += "   " + entry
      } else {
        lines.append(line)
        line = entry
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  // MARK: Words

  /// Each mission with its name, its period and where that comes from, and its events.
  var list: [String] {
    timeline.lanes.flatMap(entry) + (timeline.undated.isEmpty ? [] : notDated)
  }

  private var notDated: [String] {
    [bold("Not dated")]
      + timeline.undated.flatMap { lane in
        wrap(lane.fullName, indent: 2)
      }
  }

  private func entry(_ lane: Timeline.Lane) -> [String] {
    let setting = [lane.organisations, lane.places].map { $0.joined(separator: ", ") }
      .filter { !$0.isEmpty }
    let title = ([lane.fullName] + setting).joined(separator: " · ")
    let events = style.listsEvents ? lane.marks.flatMap(entry) : []
    return wrap(title, indent: 0).map(bold) + wrap(lane.periodAndOrigin, indent: 2) + events
  }

  private func entry(_ mark: Timeline.Mark) -> [String] {
    let sign = TerminalCell.events(1).glyph(style.glyphs)
    let words = "\(DateWords.of(mark.date)), \(mark.property.words): \(mark.clause)"
    return wrap("\(words) (\(mark.place))", indent: 4, first: "  \(sign) ")
  }

  // MARK: Text

  /// Lines of the text made printable, no wider than is comfortable to read.
  private func wrap(_ text: String, indent: Int, first: String? = nil) -> [String] {
    let space = String(repeating: " ", count: indent)
    return clean(text).wrapped(columns: min(style.width, 100) - indent).enumerated().map {
      ($0 == 0 ? first ?? space : space) + $1
    }
  }

  private func clean(_ text: String) -> String {
    style.glyphs == .ascii ? text.printable.ascii : text.printable
  }

  private func cut(_ text: String, _ columns: Int) -> String {
    text.truncated(columns: columns, mark: style.glyphs == .ascii ? "..." : "…")
  }

  private func bold(_ text: String) -> String {
    style.colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
