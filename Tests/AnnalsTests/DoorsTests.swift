import Foundation
import Testing

@Suite struct `The doors for other programs` {
  @Test func `tell EDTF from what is not, a line for a line`() throws {
    let run = try Desk().annals("edtf", "bounds", input: "2004-06\n2004-13\n2018/..\n")
    #expect(run.lines.count == 3)
    #expect(run.lines[0] == "V\t0\t2004-06-01\t2004-06-30")
    #expect(run.lines[1].hasPrefix("I\t5\t"))
    #expect(run.lines[2] == "V\t1\t2018-01-01\t+inf")
  }

  @Test(arguments: [
    (["2004/2011", "2008-01-01", "--predicate", "contains"], "certainly"),
    (["2018/..", "2020-01-01", "--predicate", "contains"], "possibly"),
    (["2018/..", "2020-01-01", "--predicate", "contains", "--as-of", "2021-05-03"], "certainly"),
    (["2004/2011", "2012-01-01", "--predicate", "contains"], "no"),
    (["1984?", "1984-06-01", "--predicate", "contains", "--reading", "whole"], "possibly"),
    (["2004", "2005", "--predicate", "allen:meets", "--reading", "whole"], "certainly"),
    (["2004/2011", "--predicate", "duration"], "min 2193 max 2922"),
  ])
  func `relate two dates and say why`(arguments: [String], result: String) throws {
    let desk = try Desk()
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try desk.shell("annals edtf relate \(words)")
    #expect(run.code == 0 && run.lines.count == 2)
    #expect(run.lines.first == result)
  }

  @Test func `suggest the predicate that was meant`() throws {
    let run = try Desk().annals("edtf", "relate", "2004", "2005", "--predicate", "contians")
    #expect(run.code == 2 && run.talk.contains("Did you mean --predicate contains?"))
  }

  @Test func `read phrases and guess none`() throws {
    let run = try Desk().annals("edtf", "read", "since 2021", "04/05/2003", "the same year")
    #expect(
      run.lines
        == [
          "since 2021\t2021/..\t2021-01-01\t+inf\t2021-01-01/2021-12-31/2021-01-01/+inf",
          "04/05/2003\tambiguous", "the same year\tneeds-context",
        ].map { $0.hasSuffix("inf") ? $0 : $0 + "\t\t\t" })
    #expect(run.code == 1)
  }

  @Test func `list the readings of an ambiguous phrase, and say why on standard error`() throws {
    let desk = try Desk()
    let run = try desk.annals("edtf", "read", "04/05/2003")
    #expect(run.talk.contains("2003-05-04 or 2003-04-05"))
    let json = try desk.annals("edtf", "read", "--json", "04/05/2003").output
    #expect(json.contains(#""readings":[{"edtf":"2003-05-04""#))
    #expect(json.contains(#"{"edtf":"2003-04-05""#))
  }

  @Test func `read with the source's day, a hemisphere and ISO's bounded ends`() throws {
    let run = try Desk().annals(
      "edtf", "read", "since at least 2012", "summer 2004", "--as-of", "2023-05-03", "--seasons",
      "southern", "--bounded-ends")
    #expect(
      run.lines == [
        "since at least 2012\t..2012/..\t-inf\t+inf\t-inf/2012-12-31/2023-05-03/+inf",
        "summer 2004\t2004-22\t2004-12-01\t2005-02-28\t2004-12-01/2005-02-28/2004-12-01/2005-02-28",
      ])
  }

  @Test func `explain a value in English and in French`() throws {
    let desk = try Desk()
    let english = try desk.annals("edtf", "explain", "2004-06~/..")
    #expect(english.code == 0)
    #expect(english.lines[0..<2] == ["2004-06~/..", "  since around June 2004, still going on"])
    #expect(english.output.contains("had begun by 30 June 2004"))
    #expect(english.output.contains("▶ open"))
    let french = try desk.annals("edtf", "explain", "2005-05-03/2005-05-09", "--language", "fr")
    #expect(french.lines[1] == "  du 3 au 9 mai 2005")
    let json = try desk.annals("edtf", "explain", "2004-06~/..", "--json").output
    #expect(json.contains(#""four_points":"2004-06-01/2004-06-30/2004-06-01/+inf""#))
  }

  @Test func `take years before the first for values, not for options`() throws {
    let desk = try Desk()
    let explained = try desk.annals("edtf", "explain", "-0043-03-15", "--language", "en")
    #expect(explained.code == 0 && explained.lines[1] == "  15 March 44 BC")
    let related = try desk.annals("edtf", "relate", "-0043", "-0042", "--predicate", "before")
    #expect(related.lines.first == "certainly")
    let wrong = try desk.annals("edtf", "explain", "2004", "-z")
    #expect(wrong.code == 2 && wrong.talk.contains("-z"))
  }

  @Test func `say which byte of a value is wrong, and what to write`() throws {
    let desk = try Desk()
    let one = try desk.annals("edtf", "explain", "2012-13")
    #expect(one.code == 2 && one.output.isEmpty)
    #expect(one.talk.contains("month 13 at byte 5; write 2012-12 or 2012-XX"))
    let some = try desk.annals("edtf", "explain", "since 2021", "2004")
    #expect(some.code == 3 && some.output.hasPrefix("2004\n"))
    #expect(some.talk.contains("As a phrase it means 2021/.."))
    let json = try desk.annals("edtf", "explain", "2012-13", "--json").output
    #expect(json.contains(#""offset":5"#) && json.contains("write 2012-12 or 2012-XX"))
    #expect(try desk.annals("edtf", "explain", "2004", "--language", "xx").code == 2)
  }

  @Test func `tag a text without changing it`() throws {
    let desk = try Desk()
    let text = "The mandate < “EUFOR & co” ran from 2004\r\nto 2011; on 3 May it ended.\n"
    try desk.write(text, to: "report.txt")
    #expect(
      try desk.annals(
        "tag", desk.path("report.txt"), "--out", desk.path("out"), "--document-date", "2012-01-31"
      ).code == 0)
    let tagged = try desk.read("out/report.tml")
    #expect(tagged.contains("<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2004\">2004</TIMEX3>"))
    let body = try #require(
      tagged.split(separator: "<TEXT>").last?.split(separator: "</TEXT>").first)
    let bare = body.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<")
      .replacing("&amp;", with: "&")
    #expect(bare == text)
  }

  @Test func `tag TimeML anew and keep its document date`() throws {
    let desk = try Desk()
    let document =
      "<TimeML><DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"1998-02-27\">x</TIMEX3></DCT>"
      + "<TEXT>It opened on <TIMEX3 tid=\"t9\" type=\"DATE\" value=\"0\">3 May</TIMEX3>.</TEXT></TimeML>"
    try desk.write(document, to: "wire.tml")
    let run = try desk.annals("tag", desk.path("wire.tml"), "--domain", "news")
    #expect(run.output.contains("value=\"1998-05-03\">3 May</TIMEX3>."))
    #expect(!run.output.contains("t9"))
  }

  @Test(arguments: [
    ["--format", "html"], ["--domain", "newz"], ["--document-date", "yesterday"],
  ])
  func `refuse what they do not know`(options: [String]) throws {
    let desk = try Desk()
    try desk.write("In 2004.", to: "a.txt")
    let words = options.joined(separator: " ")
    #expect(try desk.shell("annals tag '\(desk.path("a.txt"))' \(words)").code == 2)
  }
}
