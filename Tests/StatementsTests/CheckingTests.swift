import Chronology
import Statements
import Testing

private func found(_ kind: Finding.Kind, in pages: Page...) -> [Finding] {
  Ledger(pages.flatMap(\.accounts)).findings([kind])
}

private func vom(_ name: String, _ text: String, asOf: String? = nil) throws -> Page {
  try Page("VOM. " + text, name: name, asOf: asOf).mission("VOM", "Valley Observer Mission")
}

@Suite struct `A check for contradictions` {
  private func period(_ name: String, _ period: String, asOf: String? = nil) throws -> Page {
    try vom(name, "It ran \(period).", asOf: asOf).says("VOM", period: period, period)
  }

  @Test(arguments: [
    ("2001/2004", "2002/2004", ["dates differ"]),
    ("2001-03-01/2004-06-30", "2001-03-02/2004-07-02", ["one-day shift", "dates differ"]),
    ("2001/2004", "2001/..", ["stale as-of"]),
    ("2001/2011", "2001/2011-12-31", []), ("2001/2004", "2001/2004", []),
    ("2001~/2004", "2001-05/2004", []), ("../2004", "2001/2004", []),
  ])
  func `compares the begins and ends of two documents`(
    left: String, right: String, details: [String]
  ) throws {
    let findings = try found(.contradiction, in: period("a", left), period("b", right))
    #expect(findings.map(\.detail) == details)
    for finding in findings {
      #expect(Set(finding.sides.map(\.document.id.rawValue)) == ["a", "b"])
      for side in finding.sides {
        #expect(side.document.text(of: side.passage.bytes) == side.passage.quote)
      }
    }
  }

  @Test func `tells a source that is only old from one that knows better`() throws {
    let ended = try period("b", "2001/2004-06-30")
    let old = try found(.contradiction, in: period("a", "2001/..", asOf: "2003-01-01"), ended)
    #expect(old.map(\.detail) == ["stale as-of"])
    let later = try found(.contradiction, in: period("a", "2001/..", asOf: "2006-01-01"), ended)
    #expect(later.map(\.detail) == ["goes on after its end"])
  }

  /// Each two things that are said, not each two documents.
  @Test func `compares what many documents say, however many repeat it`() throws {
    let pages = try (0..<60).map { try period("d\($0)", ["2001/2004", "2001/2006"][$0 % 2]) }
    let findings = Ledger(pages.flatMap(\.accounts)).findings([.contradiction])
    #expect(findings.map(\.words) == ["ends in 2004 or in 2006"])
    #expect(Set(findings[0].sides.map(\.document.id)).count == 2)
    let twice = try vom("d0", "It ended in 2004, or in 2006.")
      .says("VOM", .closed, on: "2004", "ended in 2004")
      .says("VOM", .closed, on: "2006", "in 2006")
    // The first document says both: the second of those that say one of them stands against it.
    let once = try vom("d1", "It ended in 2006.").says("VOM", .closed, on: "2006", "ended in 2006")
    let both = Ledger(twice.accounts + once.accounts).findings([.contradiction])
      .filter { $0.words.hasPrefix("closed") }
    let documents = both.map { Set($0.sides.map(\.document.id.rawValue)).sorted() }
    #expect(documents == [["d0"], ["d0", "d1"]])
  }

  private func began(_ name: String, _ property: Property, _ date: String) throws -> Page {
    try vom(name, "It was \(property.rawValue) then.")
      .says("VOM", property, on: date, "\(property.rawValue) then")
  }

  @Test func `names a decision against a deployment`() throws {
    let findings = try found(
      .contradiction, in: began("a", .established, "2004-06"), began("b", .deployed, "2004-08-14"))
    #expect(findings.map(\.detail) == ["decision against deployment"])
    #expect(
      try found(
        .contradiction, in: began("a", .established, "2004"), began("b", .deployed, "2004-08-14")
      ).isEmpty)
  }

  @Test(arguments: [
    (Property.closed, "2004-12-31", ["plan against outcome"]), (.closed, "2004-06-30", []),
    (.withdrawn, "2005", ["plan against outcome"]), (.mandateEnded, "2004-12-31", ["dates differ"]),
  ])
  func `names a plan against its outcome`(
    property: Property, date: String, details: [String]
  ) throws {
    func page(_ name: String, _ property: Property, _ date: String) throws -> Page {
      try vom(name, "It was to end, and did.").says("VOM", property, on: date, "It was to end")
    }
    let findings = try found(
      .contradiction, in: page("a", .mandateEnded, "2004-06-30"), page("b", property, date))
    #expect(findings.map(\.detail) == details)
  }

  @Test(arguments: [
    ("soldiers", true, 1), ("police officers", true, 0), ("soldiers", false, 0),
  ])
  func `notices counts that have no unit in common`(
    unit: String, grows: Bool, count: Int
  ) throws {
    func page(_ name: String, _ unit: String) throws -> Page {
      try vom(name, "It taught many.").counts("VOM", .trained, 900, unit, "many", grows: grows)
    }
    let findings = try found(.contradiction, in: page("a", "officers"), page("b", unit))
    #expect(findings.map(\.detail) == Array(repeating: "unit differs", count: count))
  }

  private func launched(_ name: String, _ established: String, _ launched: String) throws -> Page {
    try vom(name, "Set up once, launched once.")
      .says("VOM", .established, on: established, "Set up")
      .says("VOM", .launched, on: launched, "launched")
  }

  @Test func `notices dates that changed places`() throws {
    let swapped = try found(
      .contradiction, in: launched("a", "2018-10", "2018-07"), launched("b", "2018-07", "2018-10"))
    #expect(swapped.contains { $0.detail == "labels swapped" })
    let same = try found(
      .contradiction, in: launched("a", "2018-07", "2018-10"), launched("b", "2018-07", "2018-10"))
    #expect(same.isEmpty)
  }

  private func trained(
    _ name: String, _ number: Double, _ unit: String, _ asOf: String?,
    _ hedge: Quantity.Hedge = .exact
  ) throws -> Page {
    try vom(name, "It trained many.")
      .says(
        "VOM", .trained,
        .quantity(
          Quantity(
            value: number, hedge: hedge, unit: unit, asOf: try asOf.map { try EDTF($0) },
            isCumulative: true)), "trained many")
  }

  @Test func `compares numbers of one day only, within their hedges`() throws {
    func details(_ left: Page, _ right: Page) -> [String?] {
      found(.contradiction, in: left, right).map(\.detail)
    }
    let first = try trained("a", 15_000, "officers", "2011")
    #expect(try details(first, trained("b", 5_000, "officers", "2011")) == ["numbers differ"])
    #expect(try details(first, trained("b", 5_000, "soldiers", "2011")) == ["unit differs"])
    // A count that grows, a hedge that allows it, and a number without a day.
    #expect(try details(first, trained("b", 9_000, "officers", "2009")).isEmpty)
    #expect(try details(first, trained("b", 12_000, "officers", "2011", .over)).isEmpty)
    #expect(try details(first, trained("b", 5_000, "officers", nil)).isEmpty)
  }

  @Test func `compares host states`() throws {
    func hosted(_ name: String, _ place: String) throws -> Page {
      try vom(name, "In \(place).").says("VOM", .place, .text(place), place)
    }
    #expect(
      try found(.contradiction, in: hosted("a", "Serbia"), hosted("b", "Kosovo")).map(\.detail)
        == ["host"])
    #expect(
      try found(
        .contradiction, in: hosted("a", "Congo"), hosted("b", "Democratic Republic of the Congo")
      ).isEmpty)
    let short = try hosted("a", "Bosnia and Herz.")
    #expect(try found(.contradiction, in: short, hosted("b", "Bosnia and Herzegovina")).isEmpty)
    #expect(
      try found(.contradiction, in: hosted("a", "Niger"), hosted("b", "Nigeria")).count == 1)
  }

  @Test func `compares no missions that share an acronym alone`() throws {
    let other = try Page("VOM. It ran 1990.", name: "b").mission("VOM", "Village Order Mission")
      .says("VOM", period: "1990", "1990")
    #expect(try found(.contradiction, in: period("a", "2001/2004"), other).isEmpty)
  }
}

@Suite struct `A check` {
  @Test func `tells a refinement from a contradiction`() throws {
    func page(_ name: String, _ period: String) throws -> Page {
      try vom(name, "It ran \(period).").says("VOM", period: period, period)
    }
    let fine = try found(
      .refinement, in: page("a", "2004/2011"), page("b", "2004/2011-12-31"))
    #expect(fine.map(\.words) == ["ends on 31 December 2011, which 2011 allows"])
    #expect(fine[0].sides.map(\.document.id.rawValue) == ["b", "a"])
    #expect(try found(.refinement, in: page("a", "2004/2011"), page("b", "2004/2012")).isEmpty)
    #expect(try found(.refinement, in: page("a", "2004/2011"), page("b", "2004/2011")).isEmpty)
  }

  @Test func `finds a sentence that two documents share`() throws {
    let sentence = "The mission watched the northern valley for three years"
    func page(_ name: String, _ sentence: String) throws -> Page {
      try vom(name, sentence + ".").says("VOM", .event, on: "2001", sentence)
    }
    #expect(try found(.duplicate, in: page("a", sentence), page("b", sentence)).count == 1)
    #expect(
      try found(.duplicate, in: page("a", sentence), page("b", "It watched for years")).isEmpty)
    #expect(try found(.duplicate, in: page("a", "In 2001"), page("b", "In 2001")).isEmpty)
    let copies = try (0..<50).map { try page("c\($0)", sentence) }
    #expect(Ledger(copies.flatMap(\.accounts)).findings([.duplicate]).count == 49)
  }

  @Test(arguments: [
    (Property.deployed, "2000-05", 1), (.deployed, "2001-05", 0), (.decided, "2000-05", 0),
    (.expanded, "2006", 1), (.handedOver, "2006", 0), (.expanded, "2004/2005", 0),
  ])
  func `finds an event outside its mission's period`(
    property: Property, date: String, count: Int
  ) throws {
    let page = try vom("a", "It ran 2001/2004. Something happened.")
      .says("VOM", period: "2001/2004", "2001/2004")
      .says("VOM", property, on: date, "Something happened")
    #expect(found(.outsidePeriod, in: page).count == count)
  }

  private func succession(_ first: String, _ second: String) throws -> Page {
    let page = try Page("VOM ran \(first). VPM ran \(second) and took over.")
      .mission("VOM", "Valley Observer Mission").mission("VPM", "Valley Police Mission")
    return
      try page
      .says("VOM", period: first, first).says("VPM", period: second, second)
      .says("VOM", .followOn, .mission(page.id("VPM")), "took over")
      .says("VPM", .predecessor, .mission(page.id("VOM")), "took over")
  }

  @Test(arguments: [
    ("2001/2004", "2002/2006", 1), ("2001/2004", "2004/2006", 0), ("2001/2004", "2005/2006", 0),
    ("2001/2004-06-30", "2004-06-30/2006", 0), ("2001/2004-06-30", "2004-06-29/2006", 1),
  ])
  func `finds a successor that began too early`(first: String, second: String, count: Int) throws {
    #expect(try found(.succession, in: succession(first, second)).count == count)
  }

  @Test(arguments: [
    ("2001/2004-06-30", "2004-07-02/2006", 1), ("2001/2004-06-30", "2004-07-01/2006", 0),
    ("2001/2004", "2005/2006", 0), ("2001/2004", "2006/2007", 1), ("2001/..", "2006/2007", 0),
  ])
  func `finds days between a mission and its successor`(
    first: String, second: String, count: Int
  ) throws {
    #expect(try found(.gap, in: succession(first, second)).count == count)
  }

  @Test(arguments: [
    ("1999/2003", 1), ("2001/2005", 1), ("2001/2004", 0), ("2000/2004", 0), ("2001/..", 0),
  ])
  func `finds a period that is wider than its section`(period: String, count: Int) throws {
    let page = try vom("a", "Section 2000/2004. It ran \(period)!")
      .says("VOM", .sectionPeriod, .date(EDTF("2000/2004")), "2000/2004")
      .says("VOM", period: period, "ran \(period)!")
    #expect(found(.widerThanSection, in: page).count == count)
  }

  @Test func `finds an end before a begin, and what its source cannot know`() throws {
    func page(_ launched: String, _ closed: String, asOf: String? = nil) throws -> Page {
      try vom("a", "Launched, closed.", asOf: asOf)
        .says("VOM", .launched, on: launched, "Launched")
        .says("VOM", .closed, on: closed, "closed")
    }
    #expect(
      try found(.impossibleDate, in: page("2004", "2001")).map(\.detail) == ["end before begin"])
    #expect(try found(.impossibleDate, in: page("2004", "2004")).isEmpty)
    #expect(
      try found(.impossibleDate, in: page("2001", "2004", asOf: "2003-05-01")).map(\.detail)
        == ["after the source spoke"])
    #expect(try found(.impossibleDate, in: page("2001", "2003", asOf: "2003-05-01")).isEmpty)
  }

  @Test func `finds numbers without a date`() throws {
    func page(_ asOf: String?, valid: String? = nil) throws -> Page {
      try vom("a", "It had 40 guards.")
        .says(
          "VOM", .strength,
          .quantity(
            Quantity(value: 40, unit: "guards", asOf: try asOf.map { try EDTF($0) })),
          on: valid, "40 guards")
    }
    #expect(try found(.undatedNumber, in: page(nil)).count == 1)
    #expect(try found(.undatedNumber, in: page("2004")).isEmpty)
    #expect(try found(.undatedNumber, in: page(nil, valid: "2004")).isEmpty)
  }

  @Test func `finds a period that rests on one passage among several documents`() throws {
    func page(_ name: String) throws -> Page {
      try vom(name, "It ran 2001/2004.").says("VOM", period: "2001/2004", "2001/2004")
    }
    let other = try Page("XYZ", name: "c").mission("XYZ", "Xenon Yield Zone")
    #expect(try found(.singleSource, in: page("a"), other).map(\.mission) == ["VOM"])
    #expect(try found(.singleSource, in: page("a"), page("b"), other).isEmpty)
    #expect(try found(.singleSource, in: page("a")).isEmpty)
  }

  @Test(arguments: [
    ("UNMIL", "UNSMIL", ["one letter"]), ("UNMIS", "UNMISS", ["one letter"]),
    ("UNAMA", "UNAMI", ["one letter"]), ("VOM I", "VOM II", []), ("VOM", "VOX", []),
    ("MINUSMA", "UNOCI", []), ("UNAMID", "UNAMIR", ["one letter"]), ("VOM", "VOM", ["identity"]),
  ])
  func `finds acronyms that are easily taken for one another`(
    left: String, right: String, details: [String]
  ) throws {
    let a = try Page(left, name: "a").mission(left, "First Mission of Many")
    let b = try Page(right, name: "b").mission(right, "Second Mission of Few")
    #expect(found(.lookAlike, in: a, b).map(\.detail) == details)
  }

  @Test func `names a finding alike in every run`() throws {
    let pages = try [
      vom("a", "2001/2004").says("VOM", period: "2001/2004", "2001/2004"),
      vom("b", "2003/2004").says("VOM", period: "2003/2004", "2003/2004"),
    ]
    let forth = Ledger(pages.flatMap(\.accounts)).findings([.contradiction])
    let back = Ledger(pages.reversed().flatMap(\.accounts)).findings([.contradiction])
    #expect(forth.count == 1 && forth.map(\.fields) == back.map(\.fields))
  }
}
