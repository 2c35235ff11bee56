import Chronology
import Statements
import Testing

@Suite struct `A stated period` {
  @Test func `is sharpened by a closing day inside its end and not by a decision`() throws {
    let period = try iraqDossier().account("NTM-I").period
    #expect(period.origin == .stated)
    #expect(try period.start == .date(EDTF("2004")))
    #expect(try period.end == .date(EDTF("2011-12-31")))
    #expect(
      try period.span
        == TimeSpan(
          beginEarliest: day("2004-01-01"), beginLatest: day("2004-12-31"),
          endEarliest: day("2011-12-31"), endLatest: day("2011-12-31")))
    let decided = try #require(period.candidates.first { $0.property == .decided })
    #expect(!decided.isChosen && decided.reason == "2004 is stated, and an event does not move it")
    let chosen = period.candidates.filter(\.isChosen)
    #expect(chosen.map(\.edge).sorted { $0.rawValue < $1.rawValue } == [.end, .start])
  }

  @Test func `keeps its start year where the agreement of that year is dated`() throws {
    let period = try iraqDossier().account("NMI I").period
    #expect(try period.start == .date(EDTF("2018")) && period.end == .date(EDTF("2021")))
    #expect(period.reason == "2018–2021 is stated")
  }

  @Test func `is open only where the text says so, and an unknown end is another thing`() throws {
    #expect(try iraqDossier().account("NMI II").period.end == .open)
    var dossier = try Dossier("Watch, 1999 until nobody knows when.", asOf: "2010-01-01")
    try dossier.add("Watch")
    try dossier.add("Watch", period: "1999/", "1999 until nobody knows when")
    let period = try dossier.account("Watch").period
    #expect(period.end == .unknown)
    // The day up to which a source speaks says nothing about an end that it does not know.
    let answer = try dossier.answer("Watch", on: "2005-01-01")
    #expect(answer.truth == .possibly && answer.reason == "its end is unknown")
  }

  @Test func `takes a finer end from another statement and shows one that contradicts`() throws {
    var dossier = try Dossier(
      "UNOSOM (1992–1995) ran until March 1995. Another page says from 1993 to 1996.")
    try dossier.add("UNOSOM")
    try dossier.add("UNOSOM", period: "1992/1995", "1992–1995")
    try dossier.add("UNOSOM", period: "../1995-03", "until March 1995")
    try dossier.add("UNOSOM", period: "1993/1996", "from 1993 to 1996")
    let period = try dossier.account("UNOSOM").period
    #expect(try period.start == .date(EDTF("1992")) && period.end == .date(EDTF("1995-03")))
    #expect(period.reason == "1992–1995 is stated; it ended in March 1995")
    let contradictions = period.candidates.filter { $0.reason.hasPrefix("contradicts") }
    #expect(contradictions.map(\.date.description) == ["1993", "1996"])
    #expect(contradictions.allSatisfy { !$0.isChosen })
  }

  @Test func `is not moved by a closing event outside its end or behind an open one`() throws {
    var dossier = try Dossier(
      "Guard (2001–2003) was closed in 2005. Patrol goes on since 2001; "
        + "a part was withdrawn in 2004.")
    try dossier.add("Guard")
    try dossier.add("Patrol")
    try dossier.add("Guard", period: "2001/2003", "2001–2003")
    try dossier.add("Guard", .closed, on: "2005", "closed in 2005")
    try dossier.add("Patrol", period: "2001/..", "since 2001")
    try dossier.add("Patrol", .withdrawn, on: "2004", "withdrawn in 2004")
    #expect(try dossier.account("Guard").period.end == .date(EDTF("2003")))
    #expect(try dossier.account("Patrol").period.end == .open)
    #expect(
      try dossier.account("Patrol").period.candidates.last?.reason
        == "the text says that it goes on")
  }

  @Test func `is not sharpened where closing events of one kind disagree`() throws {
    var dossier = try Dossier("Shield (1999–2003) closed in March 2003, or closed in June 2003.")
    try dossier.add("Shield")
    try dossier.add("Shield", period: "1999/2003", "1999–2003")
    try dossier.add("Shield", .closed, on: "2003-03", "closed in March 2003")
    try dossier.add("Shield", .closed, on: "2003-06", "closed in June 2003")
    let period = try dossier.account("Shield").period
    #expect(try period.end == .date(EDTF("2003")))
    #expect(period.candidates.filter { $0.edge == .end }.count == 3)
  }

  @Test func `wins over the section that the mission stands in`() throws {
    #expect(try iraqDossier().account("NMI I").period.origin == .stated)
  }

  @Test func `of one year is some time within that year`() throws {
    var dossier = try Dossier("Relief flight: 2005")
    try dossier.add("Relief flight")
    try dossier.add("Relief flight", period: "2005", "2005")
    #expect(try dossier.answer("Relief flight", on: "2005-06-01").truth == .possibly)
    #expect(try dossier.answer("Relief flight", on: "2006-01-01").truth == .no)
  }

  @Test func `that ends before it begins answers nothing for certain`() throws {
    var dossier = try Dossier("Mirror, begun 2010, its end not known; it lasted until 2004")
    try dossier.add("Mirror")
    try dossier.add("Mirror", period: "2010/", "begun 2010, its end not known")
    try dossier.add("Mirror", period: "../2004", "until 2004")
    let answer = try dossier.answer("Mirror", on: "2007-01-01")
    #expect(answer.account.period.span == nil && answer.truth == .possibly)
    #expect(answer.reason.hasSuffix("its end lies before its start"))
  }

  @Test func `keeps the open end that is stated first and shows the year that contradicts it`()
    throws
  {
    var dossier = try Dossier("Mirror, since 2001; elsewhere: 2001 to 2004")
    try dossier.add("Mirror")
    try dossier.add("Mirror", period: "2001/..", "since 2001")
    try dossier.add("Mirror", period: "2001/2004", "2001 to 2004")
    let period = try dossier.account("Mirror").period
    #expect(period.end == .open)
    #expect(period.candidates.contains { $0.reason.hasPrefix("contradicts the open end") })
  }
}

@Suite struct `A period from events` {
  private func period(_ events: [(Property, String)], asOf: String? = nil) throws -> Period {
    let lines = events.map { "Post: \($0.rawValue) \($1)." }
    var dossier = try Dossier(lines.joined(separator: "\n"), asOf: asOf)
    try dossier.add("Post")
    for ((property, date), line) in zip(events, lines) {
      try dossier.add("Post", property, on: date, line)
    }
    return try dossier.account("Post").period
  }

  @Test(arguments: [
    ([(Property.established, on: "1999-06"), (.decided, "1999-01")], "1999-06"),
    ([(.launched, "1999-06"), (.deployed, "1999-07")], "1999-06"),
    ([(.launched, "2000"), (.established, on: "1999")], "1999"),
    ([(.decided, "1999-01")], "1999-01"),
    ([(.established, on: "1999"), (.established, "1999-06-10")], "1999-06-10"),
    ([(.takeover, "2001-02-03"), (.authorised, "2000")], "2001-02-03"),
  ])
  func `begins where it was established, else launched, else deployed, else decided`(
    events: [(Property, String)], start: String
  ) throws {
    let period = try period(events)
    #expect(try period.start == .date(EDTF(start)))
    #expect(period.end == .unstated && period.origin == .events)
    #expect(period.candidates.filter(\.isChosen).map(\.date.description) == [start])
  }

  @Test func `chooses no begin where events of one rank disagree, and shows both`() throws {
    let period = try period([(.established, on: "1999"), (.established, "2001"), (.closed, "2005")])
    #expect(period.start == .unstated)
    #expect(try period.end == .date(EDTF("2005")))
    #expect(period.candidates.filter { $0.edge == .start }.map(\.isChosen) == [false, false])
    #expect(
      period.reason
        == "its begin is not settled: established in 1999 or established in 2001, closed in 2005")
    let span = try #require(period.span)
    #expect(try span.contains(day("2000-05-01")) == .possibly)
    #expect(try span.contains(day("2003-05-01")) == .certainly)
    #expect(try span.contains(day("1998-12-31")) == .no)
  }

  @Test func `does not stay certain after the begin where no end is stated`() throws {
    let period = try period([(.established, on: "1999-06-10")], asOf: "2020-01-01")
    let span = try #require(period.span)
    #expect(try span.contains(day("1999-06-10")) == .certainly)
    #expect(try span.contains(day("1999-06-11")) == .possibly)
    #expect(try span.contains(day("1999-06-09")) == .no)
  }

  @Test func `with an end only may have begun at any time before`() throws {
    let span = try #require(try period([(.mandateEnded, "2005-03")]).span)
    #expect(span.beginEarliest == .distantPast)
    #expect(try span.contains(day("1950-01-01")) == .possibly)
    #expect(try span.contains(day("2005-04-01")) == .no)
  }

  @Test func `is not made from what only happened to a mission`() throws {
    let period = try period([(.expanded, "2021-02"), (.renamed, "2020"), (.resumed, "2019")])
    #expect(period.origin == .unstated && period.span == nil)
    #expect(period.candidates.map(\.property) == [.resumed])
  }
}

@Suite struct `An inherited period` {
  @Test func `shows the three candidate starts and chooses none`() throws {
    let period = try iraqDossier().account("Training outside the country").period
    #expect(period.origin == .inherited && period.start == .unstated)
    #expect(period.candidates.map(\.date.description) == ["2015-07", "2016-04", "2014"])
    #expect(period.candidates.allSatisfy { !$0.isChosen && $0.reason.contains("one of 3 dates") })
  }

  @Test func `is never certain, not even in a section of one day`() throws {
    var dossier = try Dossier("11 September 2001\nAir patrol")
    try dossier.add("Air patrol")
    try dossier.add("Air patrol", section: "2001-09-11", "11 September 2001")
    #expect(try dossier.answer("Air patrol", on: "2001-09-11").truth == .possibly)
    #expect(try dossier.answer("Air patrol", on: "2001-09-12").truth == .no)
  }

  @Test func `from an open section has no last day`() throws {
    var dossier = try Dossier("2018 to date\nAdvisers", asOf: "2020-01-01")
    try dossier.add("Advisers")
    try dossier.add("Advisers", section: "2018/..", "2018 to date")
    #expect(try dossier.answer("Advisers", on: "2019-01-01").truth == .possibly)
    #expect(try dossier.answer("Advisers", on: "2031-01-01").truth == .possibly)
    #expect(try dossier.answer("Advisers", on: "2017-12-31").truth == .no)
    #expect(
      try dossier.account("Advisers").period.reason == "inherited from the section since 2018")
  }

  @Test func `from nested sections is that of the inner one`() throws {
    var dossier = try Dossier("1990–1999\nIn 1995\nEscort")
    try dossier.add("Escort")
    try dossier.add("Escort", section: "1990/1999", "1990–1999")
    try dossier.add("Escort", section: "1995", "In 1995")
    #expect(try dossier.account("Escort").period.reason == "inherited from the section 1995")
  }

  @Test func `from two sections apart reaches over both`() throws {
    var dossier = try Dossier("1990–1992 … 1995–1996 … Escort")
    try dossier.add("Escort")
    try dossier.add("Escort", section: "1990/1992", "1990–1992")
    try dossier.add("Escort", section: "1995/1996", "1995–1996")
    #expect(try dossier.answer("Escort", on: "1996-05-01").truth == .possibly)
    #expect(try dossier.answer("Escort", on: "1989-05-01").truth == .no)
    #expect(try dossier.account("Escort").period.passages.count == 2)
  }
}

@Suite struct `A mission in a dated section` {
  @Test func `has its own period where the text says when it was set up and closed`() throws {
    var dossier = try Dossier(
      "1999–2002. Administration, set up 25 October 1999, ended 20 May 2002")
    try dossier.add("Administration")
    try dossier.add("Administration", section: "1999/2002", "1999–2002")
    try dossier.add("Administration", .established, on: "1999-10-25", "set up 25 October 1999")
    try dossier.add("Administration", .closed, on: "2002-05-20", "ended 20 May 2002")
    #expect(try dossier.account("Administration").period.origin == .events)
    #expect(try dossier.answer("Administration", on: "2001-01-01").truth == .certainly)
    #expect(try dossier.answer("Administration", on: "1999-02-01").truth == .no)
  }

  @Test func `has its begin from an event and its end from the section`() throws {
    var dossier = try Dossier("1999. Consultation mission, established 11 June 1999")
    try dossier.add("Consultation mission")
    try dossier.add("Consultation mission", section: "1999", "1999")
    try dossier.add(
      "Consultation mission", .established, on: "1999-06-11", "established 11 June 1999")
    let period = try dossier.account("Consultation mission").period
    #expect(period.end == .unstated && period.reason.contains("inherited from the section 1999"))
    #expect(try dossier.answer("Consultation mission", on: "1999-08-30").truth == .possibly)
    #expect(try dossier.answer("Consultation mission", on: "1999-02-01").truth == .no)
  }
}
