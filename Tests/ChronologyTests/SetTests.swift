import Testing

@testable import Chronology

@Suite struct `All members of a set` {
  /// Of `{..198X}`, all years up to some year of the 1980s, the later ones may not be members.
  @Test(arguments: [
    ("{..198X}", "1975-06", "contains", "certainly"),
    ("{..198X}", "1980-06", "contains", "certainly"),
    ("{..198X}", "1985-06", "contains", "possibly"), ("{..198X}", "1990-06", "contains", "no"),
    ("{..198X}", "1985", "before", "possibly"), ("{..198X}", "1979", "before", "no"),
    ("{..198X}", "1990", "before", "certainly"), ("{200X-02..}", "2005-02", "overlaps", "possibly"),
    ("{200X-02..}", "2009-02", "overlaps", "certainly"),
    ("{2003..2005}", "2003-06/2004-06", "contains", "no"),
    ("{2003..2005}", "2004-02/2004-06", "contains", "certainly"),
    // Of all seasons winter lies in no year, of all quarters each does.
    ("{2001-21..}", "{1999..}", "within", "no"), ("{..2001-22}", "{..2004}", "within", "no"),
    ("{2001-33..}", "{1999..}", "within", "certainly"),
    ("{1999..}", "{2001-37..}", "contains", "certainly"),
    // Some day of 2001 and all that follow: one lies beyond all months from February 2829.
    ("{2001-XX-XX..}", "{2829-02..}", "before", "no"),
    ("{2829-02..}", "{2001-XX-XX..}", "after", "no"),
    ("{2001-02..}", "{1999-33..}", "within", "certainly"),
    ("{2001-37..}", "{1999-40..}", "within", "no"),
  ])
  func `are those of which the text is sure`(
    set: String, other: String, predicate: String, answer: String
  ) throws {
    let comparison = try Comparison(
      set, other, predicate: predicate, reading: "whole", policy: "ignore")
    #expect(comparison.verdict.result.description == answer)
  }

  @Test(arguments: [
    ("{..198X}", "1985-06", "contains", "a member of {..198X} begins on 1985-01-01, on or before"),
    ("{..198X}", "1985-06", "contains", "but that member may not belong to the set"),
    ("{2001-21..}", "{1999..}", "within", "a member of {2001-21..} ends on 2002-02-28"),
    ("{1984..1986,1990}", "1988", "before", "member 2 of {1984..1986,1990} ends on 1990-12-31"),
    ("{1984}", "1985", "before", "{1984} ends on 1984-12-31"),
  ])
  func `are named where they decide`(
    set: String, other: String, predicate: String, words: String
  ) throws {
    let comparison = try Comparison(set, other, predicate: predicate, reading: "whole")
    #expect(comparison.verdict.reason.contains(words), "\(comparison.verdict.reason)")
  }

  @Test func `are fewer for certain where the end is padded`() throws {
    let set = try EDTF("{..1985~}")
    let day = try EDTF("1985-06")
    for (policy, answer) in [(Policy.ignore, Truth.certainly), (.pad(1), .possibly)] {
      let terms = Terms(reading: .whole, policy: policy)
      #expect(set.answer(.contains, day, on: terms)?.result == .truth(answer))
    }
  }

  @Test(arguments: [
    ("{2005..2009}", "min 365 max 366"), ("{2004-01..2004-03}", "min 29 max 31"),
    ("{2001..2003}", "min 365 max 365"), ("{2004-02-27..2004-03-02}", "min 1 max 1"),
    ("{1896..}", "min 365 max 366"), ("{..2001-24}", "min 90 max 92"),
  ])
  func `last as long as the shortest and the longest`(set: String, duration: String) throws {
    let terms = Terms(reading: .whole)
    #expect(try EDTF(set).duration(on: terms)?.result.description == duration)
  }
}

@Suite struct `A question that has no answer` {
  @Test(arguments: [
    ("2001-21/2001-06", EDTF.Seasons.southern, "with these seasons “2001-21/2001-06” ends"),
    ("Y17E20", .northern, "the days of “Y17E20” are beyond"),
  ])
  func `says which value is to blame, and for what`(
    text: String, seasons: EDTF.Seasons, words: String
  ) {
    for (x, y) in [(text, "2004"), ("2004", text)] {
      let error = #expect(throws: ComparisonError.self) {
        try Comparison(x, y, predicate: "before", seasons: seasons)
      }
      #expect(error?.description.hasPrefix(words) == true)
    }
  }
}
