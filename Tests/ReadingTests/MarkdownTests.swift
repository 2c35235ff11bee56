import Chronology
import Statements
import Testing

@testable import Reading

private func markdown(_ text: String) throws -> Transcript {
  try MarkdownReader.read(text, warnings: [])
}

/// The prose with its blanks taken together, a line a line, none empty.
private func words(_ text: String) throws -> [String] {
  let prose = try #require(try markdown(text).prose)
  #expect(prose.utf8.count == text.utf8.count)
  return prose.split(whereSeparator: \.isNewline)
    .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
}

@Suite struct `A Markdown text` {
  @Test(arguments: [
    ("It closed in **June 2004**.", ["It closed in June 2004 ."]),
    ("_Since_ *2001* and __~~2002~~__ 2003", ["Since 2001 and 2003"]),
    (
      "The [Valley Mission](https://a.org/2001/05/06 \"2002\") ended.",
      ["The Valley Mission ended."]
    ),
    (
      "The [**Valley** Mission](<a b.html>) and [it][1] and [1].\n\n[1]: http://x.org/2009",
      [
        "The Valley Mission and it and 1 ."
      ]
    ),
    ("See <https://a.org/b> now", ["See https://a.org/b now"]),
    ("A picture ![of 1999](b.png) here", ["A picture here"]),
    ("`annals read` since 2001", ["annals read since 2001"]),
    ("2001&ndash;2004 &amp; 5 &#176;", ["2001– 2004 & 5 °"]),
    ("1\\. no item, \\*no\\* emphasis", ["1 . no item, *no * emphasis"]),
    ("a <b class='x'>bold</b> word<!-- of 1999 --> here", ["a bold word here"]),
    ("> Quoted *words*\n> in 2001\n> > deeper", ["Quoted words", "in 2001", "deeper"]),
    ("Before\n\n```\nin 1999\n```\n\n~~~ x\n1998\n~~~\nAfter", ["Before", "After"]),
    ("<!-- since 1999\n\nand 2000 -->\n\nText", ["Text"]),
    ("<div>\nIn <i>2001</i>.\n</div>\n\n<script>\n2002\n</script>", ["In 2001 ."]),
    ("# Title **two** #\n\nUnder\n=====", ["# Title two", "Under", "====="]),
    ("- item *a*\n  goes on\n- **b**", ["- item a", "goes on", "- b"]),
    ("a*b* [c](d(e)f) 2 * 3 * 4", ["a b c 2 * 3 * 4"]),
    ("In 2011[^1] it ended.\n\n[^1]: By *resolution*.", ["In 2011 it ended.", "By resolution ."]),
    ("No note\n\n[^9]: Never called in 2004.", ["No note", "Never called in 2004."]),
    ("line one  \r\nline **two**\r\nthree", ["line one", "line two", "three"]),
  ])
  func `keeps its words and makes what is markup blank`(text: String, expected: [String]) throws {
    let found = try words(text)
    #expect(found == expected)
  }

  @Test func `has tables with and without bars around them`() throws {
    let text = """
      Mission | Start | End
      --- | --- | ---
      **VOM** | | [2004](x)
      `a\\|b` | 2001 | 2002

      | A | B |
      |---|---|
      | *c* | d |
      """
    #expect(
      try words(text) == [
        "Mission | Start | End", "--- | --- | ---", "VOM | | 2004", "a |b | 2001 | 2002",
        "| A | B |",
        "|---|---|", "| c | d |",
      ])
    let outline = try reader.get().outline(of: try markdown(text))
    #expect(outline.blocks.map(\.kind) == [.row, .row, .row, .row, .row])
  }

  @Test func `says who wrote it and when between its first rules`() throws {
    let transcript = try markdown(
      """
      ---
      title: "Observers in the Valley"
      author: A. Writer
      tags:
        - 1999
      date: 2021-05-04
      updated: 2022-01-02T10:00
      ---
      # Valley

      Text of 2001.
      """)
    let metadata = transcript.metadata
    #expect(metadata.title == "Observers in the Valley" && metadata.author == "A. Writer")
    #expect(metadata.published?.description == "2021-05-04")
    #expect(metadata.modified?.description == "2022-01-02")
    #expect(transcript.prose?.contains("1999") == false)
    #expect(transcript.prose?.contains("# Valley") == true)
    for text in ["---\n\nA rule: first\n---\n", "---\nWords alone\n---\n", "--- \nx: y\n"] {
      #expect(try markdown(text).metadata == FileMetadata(), "\(text)")
    }
  }

  @Test func `is quoted as it stands, and keeps its lines`() throws {
    let text = """
      ---
      title: Observers
      ---
      # Valley Observer Mission (VOM)

      The mission was *launched* on **3 May** [2001](https://a.org/1999/01/02) by the states, and it
      was closed on 30 June&nbsp;2004.[^n]

      [^n]: Resolution 77.
      """
    let proposals = try read(text, format: .markdown)
    #expect(proposals.document.text == text)
    let launched = try #require(proposals.statements.first { $0.property == .launched })
    #expect(launched.valid?.description == "2001-05-03")
    #expect(launched.passages[0].quote.contains("*launched* on **3 May** [2001]"))
    #expect(proposals.document.place(of: launched.passages[0]) == .line(6))
    let closed = try #require(proposals.statements.first { $0.property == .closed })
    #expect(closed.valid?.description == "2004-06-30")
    #expect(closed.passages[0].quote.contains("on 30 June&nbsp;2004"))
    #expect(!proposals.statements.contains { $0.valid?.description.hasPrefix("1999") == true })
  }

  @Test(arguments: [
    ("- **3 May 2001** – the mission was launched", "**3 May 2001** – the mission was launched"),
    ("The mission was launched on **3 May 2001**.", "The mission was launched on **3 May 2001**."),
    ("[On 3 May 2001](a) it was launched.", "[On 3 May 2001](a) it was launched."),
    ("**VOM was launched on 3 May 2001.** It stayed.", "VOM was launched on 3 May 2001."),
  ])
  func `is quoted with both ends of its marks`(line: String, quote: String) throws {
    let proposals = try read(
      "# Valley Observer Mission (VOM)\n\n\(line)\n", format: .markdown)
    let launched = try #require(proposals.statements.first { $0.property == .launched })
    #expect(launched.passages[0].quote == quote)
  }

  @Test func `says that blocks of code are not read`() throws {
    #expect(
      try markdown("a\n\n```\nb\n```").warnings == ["1 blocks of code, which are not read"])
  }

  @Test(arguments: [
    "", "\n", "[", "![", "[](", "[a](", "|", "|a|\n|-", "> ", "```", "<!--", "&#x110000;", "*",
    "[^",
    "[^a]:", "---\n", "+++\n", "é*é*é", "a\\", "<a", "- [ ] x", "\u{FEFF}# a", "|a|b|\n|-|-|\n|c",
    "> |a|b|\n> |-|-|\n> |c|d|",
  ])
  func `survives what breaks off`(text: String) throws {
    for copies in [1, 3, 200] {
      let whole = String(repeating: text, count: copies)
      let prose = try #require(try markdown(whole).prose)
      #expect(prose.utf8.count == whole.utf8.count)
    }
  }
}
