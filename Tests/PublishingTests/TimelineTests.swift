import Chronology
import Statements
import Testing

@testable import Publishing

@Suite struct `A timeline` {
  @Test func `puts missions in the order in which they began, open begins first`() throws {
    #expect(
      try Timeline(Scene.iraq().accounts).lanes.map(\.label) == [
        "NTM-I", "Global Coalition to Defeat ISIS/Daesh", "NATO-DCB", "NATO-IPCP",
        "NATO-Iraq out-of-country training", "NMI I", "NMI II",
      ])
    // Open and not stated: before all days; unknown: after these and before any day.
    let open = try Timeline(Scene.openBegins().accounts)
    #expect(open.lanes.map(\.label) == ["OMIK", "EULEX", "AG"])
  }

  @Test func `lists a mission of which nothing is dated and does not draw it`() throws {
    let timeline = try Timeline(Scene.openBegins().accounts)
    #expect(timeline.undated.map(\.label) == ["A presence of which nothing is dated"])
    for text in [timeline.text(), timeline.svg()] {
      #expect(text.contains("A presence of which nothing is dated"))
    }
  }

  @Test func `draws a mission of which only an event is dated, after those with a period`() throws {
    let scene = try Scene(
      "baghdad.txt",
      [
        .init(
          name: "Liaison cell", origin: .unstated, reason: "",
          events: [(.deployed, "2004-08", "The first officers arrive")]),
        .init(acronym: "NMI I", name: "NATO Mission Iraq I", start: .on("2018"), end: .on("2021")),
      ])
    let timeline = Timeline(scene.accounts)
    #expect(timeline.lanes.map(\.label) == ["NMI I", "Liaison cell"])
    #expect(timeline.undated.isEmpty)
    #expect(timeline.axis?.earliest == Day(year: 2004, month: 8, day: 1))
  }

  @Test func `marks dated events and nothing else`() throws {
    let timeline = try Timeline(Scene.iraq().accounts)
    let training = try #require(timeline.lanes.first { $0.label.hasPrefix("NATO-Iraq out") })
    #expect(training.marks.map(\.date.description) == ["2014", "2015-07", "2016-04", "2017"])
    #expect(training.marks.map(\.property) == [.resumed, .decided, .launched, .deployed])
    #expect(training.organisations == ["NATO"] && training.places == ["Iraq, Jordan"])
  }

  @Test func `does not depend on the order of the accounts`() throws {
    for (_, scene) in try Scene.all() {
      let timeline = Timeline(scene.accounts)
      for _ in 0..<5 { #expect(Timeline(scene.accounts.shuffled()) == timeline) }
    }
  }

  @Test func `gives what runs on some room at the edge`() throws {
    let axis = try #require(try Timeline(Scene.iraq().accounts).axis)
    #expect(axis.runsRight && !axis.runsLeft)
    #expect(axis.first == Day(year: 2004, month: 1, day: 1))
    #expect(axis.latest == Day(year: 2021, month: 12, day: 31))
    #expect(axis.last >= Day(number: axis.latest.number + 100))
  }

  @Test(arguments: [
    ("NTM-I", "2004 to 31 December 2011; stated in the heading (nato-and-iraq.txt, line 37)"),
    ("NMI II", "since 2021; stated in the heading (nato-and-iraq.txt, line 1)"),
    (
      "NATO-DCB",
      "at some time within 2011 to 2018; inherited from the section 2011–2018 "
        + "(nato-and-iraq.txt, line 27)"
    ),
  ])
  func `says each period and its origin in words`(label: String, words: String) throws {
    let timeline = try Timeline(Scene.iraq().accounts)
    #expect(timeline.lanes.first { $0.label == label }?.periodAndOrigin == words)
    #expect(timeline.description.contains(words))
  }
}

@Suite struct `An axis` {
  static func axis(of days: ClosedRange<Day>) throws -> Axis {
    let span = TimeSpan(
      beginEarliest: days.lowerBound, beginLatest: days.lowerBound, endEarliest: days.upperBound,
      endLatest: days.upperBound)
    let scene = try Scene("axis.txt", [.init(name: "M", span: span)])
    return try #require(Timeline(scene.accounts).axis)
  }

  @Test(arguments: [
    ("2004", "2013", 12, "2004 2005 2006 2007 2008 2009 2010 2011 2012 2013"),
    ("2004", "2022", 10, "2004 2006 2008 2010 2012 2014 2016 2018 2020 2022"),
    ("2004", "2022", 4, "2005 2010 2015 2020"),
    ("1948", "2013", 8, "1950 1960 1970 1980 1990 2000 2010"),
    ("2003", "2004", 8, "Jan Apr Jul Oct Jan Apr Jul Oct"),
    ("2003-03", "2003-05", 4, "Mar Apr May"),
    ("2003-03-31", "2003-03-31", 9, "27 Mar 28 Mar 29 Mar 30 Mar 31 Mar 1 Apr 2 Apr 3 Apr 4 Apr"),
    ("2003-03-25", "2003-04-20", 7, "26 Mar 1 Apr 6 Apr 11 Apr 16 Apr"),
  ])
  func `has ticks at round steps of the calendar`(
    first: String, last: String, count: Int, labels: String
  ) throws {
    let bounds = try [first, last].map { try #require(try EDTF($0).extent()?.spans.first) }
    let axis = try Self.axis(of: bounds[0].beginEarliest...bounds[1].endLatest)
    let ticks = axis.ticks(atMost: count)
    #expect(ticks.map(\.label).joined(separator: " ") == labels)
  }

  @Test func `counts years before the first without a year zero`() throws {
    let first = try #require(Day(year: -50, month: 1, day: 1))
    let last = try #require(Day(year: 14, month: 12, day: 31))
    let ticks = try Self.axis(of: first...last).ticks(atMost: 4)
    #expect(ticks.map(\.label) == ["41 BC", "21 BC", "1 BC"])
  }

  @Test func `has no more ticks than asked for, in order and inside, whatever it spans`() throws {
    let first = try #require(Day(year: 1999, month: 12, day: 27))
    for exponent in 0..<18 {
      for factor: Int64 in [1, 3, 7] {
        let days = factor * (0..<exponent).reduce(1) { power, _ in power * 10 }
        let last = first.advanced(by: days)
        let axis = try Self.axis(of: first...last)
        for count in [3, 7, 20] {
          let ticks = axis.ticks(atMost: count)
          #expect(ticks.count <= count + 1, "\(days) days")
          #expect(ticks.map(\.day) == ticks.map(\.day).sorted())
          #expect(ticks.allSatisfy { axis.first <= $0.day && $0.day <= axis.last })
        }
      }
    }
  }
}
