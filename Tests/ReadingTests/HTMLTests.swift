import Chronology
import Statements
import Testing

@testable import Reading

/// Reads a page; its text has a line a block, and a blank line between blocks that are not of one
/// list.
private func page(_ html: String) throws -> Transcript {
  try HTMLReader.read(Array(html.utf8), limits: Limits())
}

@Suite struct `An HTML page` {
  static let ministry = """
    <!doctype html><html><head><title>Missions | Ministry</title>
    <meta name="author" content="A. Writer"><meta property="og:site_name" content="The Ministry">
    <meta property="article:published_time" content="2021-05-04T10:00:00Z">
    <style>p { color: red }</style></head>
    <body><header><nav><ul><li><a href="/">Home</a><li><a href="/a">About</a></ul></nav></header>
    <main><h1>Missions in the Valley</h1><h2>2001&ndash;2004</h2>
    <p>The   Valley <b>Observer</b> Mission&nbsp;(VOM)<sup><a href="#n1">1</a></sup> was set up
    <p>in 2001.<br>Closed in 2004.
    <ul><li>12 officers<li>3 cars</ul>
    <ol start="4"><li>Fourth</ol>
    <table><tr><th>Year<th>Strength<tr><td>2002<td>120 <b>men</b></table>
    <p hidden>Not shown</p><script>var x = "2099";</script>
    <p>Last updated: <time class="updated" datetime="2022-03-01">1 March 2022</time></p>
    </main><aside>Related pages</aside><footer>Imprint 2024</footer></body></html>
    """

  @Test func `gives its words as a person sees them`() throws {
    #expect(
      try page(Self.ministry).text
        == """
        Missions in the Valley

        2001–2004

        The Valley Observer Mission\u{A0}(VOM)¹ was set up

        in 2001.

        Closed in 2004.

        • 12 officers
        • 3 cars
        4. Fourth

        | Year | Strength
        | 2002 | 120 men

        Last updated: 1 March 2022
        """)
  }

  @Test func `keeps headings, items and rows apart`() throws {
    let blocks = try #require(try page(Self.ministry).outline).blocks
    #expect(
      blocks.map(\.kind) == [
        .heading(level: 1), .heading(level: 2), .paragraph, .paragraph, .paragraph, .item, .item,
        .item, .row, .row, .paragraph,
      ])
    #expect(blocks.last?.path == [0, 1])
  }

  @Test func `knows who wrote it, for whom and when`() throws {
    let metadata = try page(Self.ministry).metadata
    #expect(metadata.title == "Missions in the Valley")
    #expect(metadata.author == "A. Writer" && metadata.publisher == "The Ministry")
    #expect(metadata.published?.description == "2021-05-04")
    #expect(metadata.modified?.description == "2022-03-01")
  }

  @Test func `tells where a passage stands by the headings over it`() throws {
    let proposals = try reader.get().read(
      Manuscript(Array(Self.ministry.utf8)), as: .html, id: DocumentID(rawValue: "0123456789"),
      source: Source(location: "page.html"))
    let text = proposals.document.text
    let start = try #require(text.utf8.firstRange(of: "12 officers".utf8))
    let first = text.utf8.distance(from: text.utf8.startIndex, to: start.lowerBound)
    #expect(
      proposals.document.place(ofBytes: first..<(first + 11))
        == .section(["Missions in the Valley", "2001–2004"]))
    #expect(proposals.document.source.asOf == Day(year: 2022, month: 3, day: 1))
  }

  @Test func `reads linked data`() throws {
    let html = """
      <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "H",
      "datePublished": "2020-02-03", "author": [{"name": "B. Author"}, {"name": "C. Author"}],
      "publisher": {"name": "Agency"}}]}</script><p>Some text about the mission.</p>
      """
    let metadata = try page(html).metadata
    #expect(metadata.published?.description == "2020-02-03")
    #expect(metadata.author == "B. Author, C. Author" && metadata.publisher == "Agency")
  }

  @Test(arguments: [
    ("<p>in 2011<sup>12</sup></p>", "in 2011¹²"),
    ("<p>the 1<sup>st</sup> of May</p>", "the 1st of May"),
    ("<table><tr><td>One cell alone</td></tr></table>", "One cell alone"),
    (
      "<table><tr><td>A<table><tr><td>in<td>ner</table></td><td>B</td></tr></table>",
      "A\n\n| in | ner\n\nB"
    ),
    ("<dl><dt>Dates</dt><dd>2001 to 2004</dd></dl>", "Dates\n\n• 2001 to 2004"),
    ("<p>caf&eacute; &#8211; &unknown; &lt;b&gt;</p>", "café – &unknown; <b>"),
    ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
    ("<p>text</b></i></div> goes on", "text goes on"),
    ("<p>a\u{0}b</p>", "a\u{FFFD}b"),
  ])
  func `survives what pages do`(html: String, text: String) throws {
    #expect(try page(html).text == text)
  }

  @Test func `leaves out runs of links where it has no main part`() throws {
    let links = (1...5).map { "<li><a href='/\($0)'>Topic \($0)</a></li>" }.joined()
    let html = "<ul>\(links)</ul><h1>Valley</h1><p>The mission ended in 2004.</p><ul>\(links)</ul>"
    #expect(try page(html).text == "Valley\n\nThe mission ended in 2004.")
  }

  @Test func `is read in the encoding that it declares`() throws {
    let head = Array("<meta charset=iso-8859-1><p>Gen".utf8)
    let transcript = try HTMLReader.read(
      head + [0xE8] + Array("ve opened.</p>".utf8), limits: Limits())
    #expect(transcript.text == "Genève opened.")
  }

  @Test func `without words is refused`() throws {
    #expect(throws: ReadingError.self) { try page("<script>var a = 1</script>") }
  }

  @Test func `may nest as deep as it likes`() throws {
    let html = String(repeating: "<div>", count: 200_000) + "The end of 2004."
    #expect(try page(html).text == "The end of 2004.")
  }
}
