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
