import Chronology
import Statements
import Testing

@testable import Publishing

@Suite struct `A timeline on a terminal` {
  @Test(arguments: [40, 80, 132])
  func `is drawn as recorded`(width: Int) throws {
    for (name, scene) in try Scene.all() {
      let text = Timeline(scene.accounts).text(TerminalStyle(width: width))
      try expectGolden(text, "\(name)-\(width).txt")
    }
  }

  @Test func `is drawn in ASCII as recorded`() throws {
    for (name, scene) in try Scene.all() {
      let text = Timeline(scene.accounts).text(TerminalStyle(width: 72, glyphs: .ascii))
      #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
      try expectGolden(text, "\(name)-ascii.txt")
    }
  }
}

extension `A timeline on a terminal` {
  @Test func `keeps every line inside the width, from 40 columns on`() throws {
    for (name, scene) in try Scene.all() {
      let timeline = Timeline(scene.accounts)
      for width in 40...200 {
        let text = timeline.text(TerminalStyle(width: width))
        for line in text.split(separator: "\n") {
          try #require(line.displayWidth <= width, "\(name) at \(width): \(line)")
        }
      }
    }
  }

  @Test func `fills the plot to its last column and no further`() throws {
    for (_, scene) in try Scene.all() {
      let timeline = Timeline(scene.accounts)
      guard let axis = timeline.axis else { continue }
      for columns in [20, 21, 60, 150] {
        for lane in timeline.lanes {
          for row in lane.terminalRows(on: axis, columns: columns, grid: [0, 10]) {
            #expect(row.count == columns)
          }
        }
      }
    }
  }

  @Test func `tells nothing by colour alone`() throws {
    for (name, scene) in try Scene.all() {
      let timeline = Timeline(scene.accounts)
      let coloured = timeline.text(TerminalStyle(width: 90, colour: true))
      #expect(coloured.isEmpty || coloured.contains("\u{1B}[1m"), "\(name)")
      let plain = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        .replacing(/[ ]+\n/, with: "\n")
      #expect(plain == timeline.text(TerminalStyle(width: 90)), "\(name)")
    }
  }

  @Test func `lets nothing of a document act on the terminal`() throws {
    let text = try Timeline(Scene.hostile().accounts).text()
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(!scalar.isControl && !scalar.isDirectional, "\(scalar.value)")
    }
  }

  @Test func `names in full what it cut beside the bars`() throws {
    let text = try Timeline(Scene.iraq().accounts).text(TerminalStyle(width: 60))
    #expect(text.contains("Global Coali"))
    #expect(text.contains("Global Coalition to Defeat ISIS/Daesh"))
    #expect(text.contains("…"))
  }

  /// A column is certain only where it holds a certain day, and empty only where most of its days
  /// are ruled out; a day that straddles two columns counts for both.
  @Test func `claims in no column more than the four points say`() throws {
    let first = try #require(Day(year: 2004, month: 1, day: 1))
    for _ in 0..<40 {
      let points = (0..<4).map { _ in Int64.random(in: 0..<2_000) }.sorted()
      let days = (Bool.random() ? points : [points[0], points[2], points[1], points[3]])
        .map { first.advanced(by: $0) }
      let span = try #require(
        TimeSpan(
          beginEarliest: days[0], beginLatest: days[1], endEarliest: days[2], endLatest: days[3]))
      let scene = try Scene(
        "random.txt", [.init(name: "M", span: span), .init(name: "N", start: .on("2004/2010"))])
      let timeline = Timeline(scene.accounts)
      let axis = try #require(timeline.axis)
      let lane = try #require(timeline.lanes.first { $0.span == span })
      let columns = Int.random(in: 20...60)
      let row = try #require(lane.terminalRows(on: axis, columns: columns, grid: []).first)
      for (column, cell) in row.enumerated() {
        let place = Double(column) / Double(columns)...Double(column + 1) / Double(columns)
        let answers = (axis.first.number...axis.last.number).map(Day.init(number:)).filter {
          axis.begin(of: $0) < place.upperBound && place.lowerBound < axis.end(of: $0)
        }.map(span.contains)
        let comment: Comment = "\(span), column \(column) of \(columns)"
        switch cell {
        case .certain: #expect(answers.contains(.certainly), comment)
        case .possible: #expect(answers.contains { $0 != .no }, comment)
        default: #expect(answers.count { $0 != .no } <= answers.count / 2 + 1, comment)
        }
      }
      #expect(row.contains { $0 == .certain || $0 == .possible })
    }
  }

  @Test func `shows a shared boundary year as possible for both and certain for neither`() throws {
    let timeline = try Timeline(Scene.iraq().accounts)
    let axis = try #require(timeline.axis)
    let year = try #require(Day(year: 2021, month: 1, day: 2))
    for columns in [60, 100, 200] {
      // The first column that begins in 2021 or later.
      let column = Int((axis.begin(of: year) * Double(columns)).rounded(.up))
      for label in ["NMI I", "NMI II"] {
        let lane = try #require(timeline.lanes.first { $0.label == label })
        let row = try #require(
          lane.withoutMarks.terminalRows(on: axis, columns: columns, grid: []).first)
        #expect(row[column] == .possible, "\(label) at \(columns)")
      }
    }
  }

  @Test func `gives events a row of their own where they would hide the bar`() throws {
    let scene = try Scene(
      "ceremony.txt",
      [
        .init(
          name: "Handover", start: .on("2003-03-31"), end: .on("2003-03-31"),
          events: [(.takeover, "2003-03-31", "The Union takes over")]),
        .init(acronym: "ISAF", name: "Assistance Force", start: .on("2001"), end: .on("2014")),
      ])
    let timeline = Timeline(scene.accounts)
    let axis = try #require(timeline.axis)
    let lane = try #require(timeline.lanes.first { $0.label == "Handover" })
    let rows = lane.terminalRows(on: axis, columns: 50, grid: [])
    #expect(rows.count == 2)
    #expect(rows.first?.contains(.certain) == true && rows.last?.contains(.events(1)) == true)
  }
}

extension Timeline.Lane {
  fileprivate var withoutMarks: Timeline.Lane {
    Timeline.Lane(
      id: id, label: label, name: name, kind: kind, organisations: organisations, places: places,
      span: span, start: start, end: end, origin: origin, reason: reason, document: document,
      stand: stand, marks: [])
  }
}
