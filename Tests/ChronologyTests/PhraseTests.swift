import Chronology
import Testing

@Suite struct `What a phrase means` {
  private static let march = ProseDate(year: 2004, month: 3)

  static let phrases: [(Phrase, edtf: String, points: String)] = [
    (
      .event(ProseDate(year: 2003, part: .early)), "2003-37~",
      "2003-01-01/2003-04-30/2003-01-01/2003-04-30"
    ),
    (
      .event(ProseDate(year: 2007, part: .end)), "2007-12~",
      "2007-12-01/2007-12-31/2007-12-01/2007-12-31"
    ),
    (
      .event(ProseDate(year: 1990, era: .decade, part: .middle)), "[1994..1996]",
      "1994-01-01/1996-12-31/1994-01-01/1996-12-31"
    ),
    (
      .event(ProseDate(year: 1990, era: .decade)), "199X",
      "1990-01-01/1999-12-31/1990-01-01/1999-12-31"
    ),
    (
      .event(ProseDate(year: -499, era: .century)), "-04XX",
      "-0499-01-01/-0400-12-31/-0499-01-01/-0400-12-31"
    ),
    (
      .event(ProseDate(year: 1, era: .century)), "[0001..0100]",
      "0001-01-01/0100-12-31/0001-01-01/0100-12-31"
    ),
    (
      .era(ProseDate(year: 1990, era: .decade)), "1990/1999",
      "1990-01-01/1990-12-31/1999-01-01/1999-12-31"
    ),
    (
      .throughout(ProseDate(year: 2004, month: 2)), "2004-02-01/2004-02-29",
      "2004-02-01/2004-02-01/2004-02-29/2004-02-29"
    ),
    (
      .event(ProseDate(year: 2004, month: 6, part: .late)), "[2004-06-21..2004-06-30]",
      "2004-06-21/2004-06-30/2004-06-21/2004-06-30"
    ),
    (
      .event(ProseDate(year: 2004, month: 6, unnamed: .day)), "2004-06-XX",
      "2004-06-01/2004-06-30/2004-06-01/2004-06-30"
    ),
    (
      .event(ProseDate(year: 2004, season: .init(.summer, .southern))), "2004-30",
      "2004-12-01/2005-02-28/2004-12-01/2005-02-28"
    ),
    (
      .event(ProseDate(year: 2004, season: .init(.winter), part: .late)), "2005-02~",
      "2005-02-01/2005-02-28/2005-02-01/2005-02-28"
    ),
    (
      .event(ProseDate(year: 2004, part: .week(53))), "[2004-12-27..2005-01-02]",
      "2004-12-27/2005-01-02/2004-12-27/2005-01-02"
    ),
    (
      .noLaterThan(ProseDate(year: 2007, part: .late)), "[..2007-12]",
      "-inf/2007-12-31/-inf/2007-12-31"
    ),
    (
      .noLaterThan(ProseDate(year: 2007, part: .end)), "[..2007-12-31]",
      "-inf/2007-12-31/-inf/2007-12-31"
    ),
    (
      .before(ProseDate(year: 2004, month: 3, day: 1)), "[..2004-02-29]",
      "-inf/2004-02-29/-inf/2004-02-29"
    ),
    (
      .before(ProseDate(year: 2007, part: .end)), "[..2007-12-31]",
      "-inf/2007-12-31/-inf/2007-12-31"
    ),
    (
      .after(ProseDate(year: 1990, era: .decade)), "[2000..]", "2000-01-01/+inf/2000-01-01/+inf"
    ),
    (
      .between(ProseDate(year: 2003, part: .late), ProseDate(year: 2004, part: .early)),
      "[2003-09..2004-04]", "2003-09-01/2004-04-30/2003-09-01/2004-04-30"
    ),
    (
      .period(from: .unknown, to: .date(march)), "/2004-03",
      "-inf/2004-03-31/2004-03-01/2004-03-31"
    ),
    (
      .lasting(.init(6, .month), from: ProseDate(year: 2004, month: 7, day: 1)),
      "2004-07-01/2004-12-31", "2004-07-01/2004-07-01/2004-12-31/2004-12-31"
    ),
    (
      .lasting(.init(1, .month), from: ProseDate(year: 2011, month: 1, day: 31)),
      "2011-01-31/2011-02-28", "2011-01-31/2011-01-31/2011-02-28/2011-02-28"
    ),
    (
      .oneOf([.event(march), .event(ProseDate(year: 2005))]), "[2004-03,2005]",
      "2004-03-01/2004-03-31/2004-03-01/2004-03-31 ; 2005-01-01/2005-12-31/2005-01-01/2005-12-31"
    ),
    (
      .event(ProseDate(year: -11_999)), "Y-11999",
      "-11999-01-01/-11999-12-31/-11999-01-01/-11999-12-31"
    ),
  ]

  @Test(arguments: phrases)
  func `has an EDTF text and four points`(phrase: Phrase, edtf: String, points: String) {
    #expect(phrase.edtf()?.description == edtf)
    #expect(phrase.extent()?.spans.map(\.description).joined(separator: " ; ") == points)
    #expect(phrase.isExact())
  }

  @Test func `since at least 2012 has four points and no text of the Library of Congress`() {
    let phrase = Phrase.period(from: .orEarlier(ProseDate(year: 2012)), to: .open)
    #expect(phrase.edtf() == nil)
    #expect(phrase.extendedEDTF()?.description == "..2012/..")
    #expect(phrase.extent()?.spans[0].description == "-inf/2012-12-31/2012-01-01/+inf")
  }

  @Test func `an interval's end that is a range is widened in the text, not in the points`() {
    let phrase = Phrase.period(
      from: .date(ProseDate(year: 2004, month: 3, part: .early)),
      to: .date(ProseDate(year: 2004, month: 6, part: .middle)))
    #expect(phrase.edtf()?.description == "2004-03~/2004-06~")
    #expect(
      phrase.extent()?.spans[0].description == "2004-03-01/2004-03-10/2004-06-11/2004-06-20")
    #expect(!phrase.isExact())
  }

  @Test func `what goes on reaches the day up to which the source speaks`() {
    let phrase = Phrase.since(ProseDate(year: 2021))
    let day = Day(year: 2023, month: 5, day: 3)
    #expect(
      phrase.extent(asOf: day)?.spans[0].description == "2021-01-01/2021-12-31/2023-05-03/+inf")
  }

  @Test func `a date without its year has no value until the context gives one`() {
    let phrase = Phrase.event(ProseDate(month: 3, day: 5))
    #expect(!phrase.isComplete && phrase.edtf() == nil && phrase.extent() == nil)
    let complete = phrase.mapDates { $0.completed(from: ProseDate(year: 2004)) }
    #expect(complete.edtf()?.description == "2004-03-05")
  }

  @Test func `dates that no calendar has have no value`() {
    for date in [
      ProseDate(year: 2003, month: 2, day: 29), ProseDate(year: 2003, month: 13),
      ProseDate(year: 2003, part: .quarter(5)), ProseDate(year: 2003, part: .week(53)),
      ProseDate(year: 2003, part: .first(400, .day)), ProseDate(year: .max, era: .century),
    ] {
      #expect(Phrase.event(date).edtf() == nil, "\(date)")
    }
  }
}
