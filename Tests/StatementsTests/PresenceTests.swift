import Chronology
import Statements
import Testing

@Suite struct `Presence in a place` {
  private func page(_ periods: (String, String?)...) throws -> Page {
    var page = try Page(
      "In Belmora: " + periods.map { "\($0.0) ran \($0.1 ?? "once")" }.joined(separator: "; "))
    for (label, period) in periods {
      page = try page.mission(label, "\(label) Mission of Belmora")
        .says(label, .place, .text("Belmora"), "Belmora")
      if let period { page = try page.says(label, period: period, period) }
    }
    return page
  }

  private func stretches(_ presence: Presence) -> [String] {
    presence.stretches.map { stretch in
      let days = [stretch.first, stretch.last].map { $0.isFinite ? $0.description : "…" }
      return "\(stretch.truth) \(days.joined(separator: "/"))"
    }
  }

  private func presence(_ page: Page, during: String? = nil) throws -> Presence {
    Presence(
      of: page.accounts, place: "Belmora", organisation: nil,
      during: try during.map { try #require(Question(during: EDTF($0))) })
  }

  @Test func `is certain, possible or none, day by day`() throws {
    let page = try page(("VOM", "2001-03-01/2003"), ("TAM", "2006-01-01/2007-12-31"))
    let presence = try presence(page)
    #expect(
      stretches(presence) == [
        "certainly 2001-03-01/2003-01-01", "possibly 2003-01-02/2003-12-31",
        "no 2004-01-01/2005-12-31", "certainly 2006-01-01/2007-12-31",
      ])
    #expect(presence.gaps.map(\.truth) == [.possibly, .no])
    let gap = presence.stretches[2]
    #expect(gap.reason == "VOM had ended, TAM had not begun")
    #expect(gap.accounts.map(\.mission.label) == ["VOM", "TAM"])
    #expect(presence.stretches[1].reason.contains("ends sometime in 2003"))
  }

  @Test func `has no gap where one mission follows the other on the next day`() throws {
    let page = try page(("VOM", "2001-03-01/2003-06-30"), ("TAM", "2003-07-01/2007-12-31"))
    #expect(try stretches(presence(page)) == ["certainly 2001-03-01/2007-12-31"])
    #expect(try presence(page).gaps.isEmpty)
  }

  @Test func `may be filled on any day by a mission that nothing dates`() throws {
    let page = try page(
      ("VOM", "2001-01-01/2001-12-31"), ("TAM", "2003-01-01/2003-12-31"), ("RAM", nil))
    let presence = try presence(page)
    #expect(presence.stretches.map(\.truth) == [.certainly, .possibly, .certainly])
    #expect(presence.undated.map(\.mission.label) == ["RAM"])
    #expect(presence.stretches[1].reason.contains("undated"))
  }

  @Test func `is never certain of an inherited period`() throws {
    let page = try Page("2001–2004: VOM in Belmora").mission("VOM", "Valley Observer Mission")
      .says("VOM", .sectionPeriod, .date(EDTF("2001/2004")), "2001–2004")
    #expect(try stretches(presence(page)) == ["possibly 2001-01-01/2004-12-31"])
  }

  @Test func `is asked of the days of a question alone`() throws {
    let page = try page(("VOM", "2001-01-01/2001-12-31"))
    #expect(
      try stretches(presence(page, during: "2001-06-01/2002-06-30")) == [
        "certainly 2001-06-01/2001-12-31", "no 2002-01-01/2002-06-30",
      ])
    #expect(try stretches(presence(page, during: "1990/1991")) == ["no 1990-01-01/1991-12-31"])
    #expect(
      try stretches(presence(self.page(("VOM", "2001-01-01/..")))) == [
        "certainly 2001-01-01/2001-01-01", "possibly 2001-01-02/…",
      ])
  }

  @Test func `is told apart by organisation, unless one is asked about`() throws {
    let page = try Page("VOM of Alliance and of Union in Belmora, 2001")
      .mission("VOM", "Valley Observer Mission").says("VOM", period: "2001", "2001")
      .says("VOM", .organisation, .text("Alliance"), "Alliance")
      .says("VOM", .organisation, .text("Union"), "Union")
    let all = Presence.all(of: page.accounts, filter: Filter(place: "belmora"))
    #expect(
      all.map(\.organisation) == ["Alliance", "Union"]
        && all.map(\.place) == ["belmora", "belmora"])
    let one = Presence.all(of: page.accounts, filter: Filter(organisation: "union"))
    #expect(one.map(\.organisation) == ["union"] && one.map(\.place) == [""])
  }

  /// The answer of every day is that of the question on the day.
  @Test func `agrees with the question on each day`() throws {
    let page = try page(
      ("A", "2001-02/2001-04"), ("B", "2001-03-10/2001-05-20~"), ("C", "/2001-06-03"),
      ("D", "2001-07-01/.."), ("E", "2000-12?"))
    for stretch in try presence(page, during: "2000-11/2001-09").stretches {
      var day = stretch.first
      while day <= stretch.last {
        let truths = page.accounts.map { Answer(to: Question(on: day), about: $0).truth }
        #expect(truths.max() == stretch.truth, "\(day)")
        day = day.advanced(by: 1)
      }
    }
  }
}
