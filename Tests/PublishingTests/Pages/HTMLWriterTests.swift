import Testing

@testable import Publishing

@Suite struct `HTML in the making` {
  func written(_ write: (inout HTMLWriter) -> Void) -> String {
    var out = HTMLWriter()
    write(&out)
    return out.text
  }

  @Test func `escapes what has a meaning in a text`() {
    #expect(
      written { $0.element(.p, text: "<script>alert(1)</script> & \"so\"") }
        == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"so\"</p>\n")
  }

  @Test func `escapes what would end an attribute`() {
    #expect(
      written { $0.element(.span, .title("\" onmouseover=\"alert(1)\n<b>"), text: "") }
        == "<span title=\"&quot; onmouseover=&quot;alert(1)&#10;&lt;b&gt;\"></span>")
  }

  @Test(arguments: [
    "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}",
    "\u{2069}", "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9F}",
  ])
  func `shows that something stood where it would turn the text or move a cursor`(mark: String) {
    #expect(written { $0.text("a\(mark)b") } == "a\u{FFFD}b")
  }

  @Test func `keeps every other character`() {
    let text = "Łódź, Genève – “NTM-I” …\u{200F}\u{200D} العراق 日本 👩‍🚀\u{A0}x\n\ty"
    #expect(written { $0.text(text) } == text)
    #expect(written { $0.text(text.dropFirst(3)) } == String(text.dropFirst(3)))
  }

  @Test func `leaves out an attribute that is nil and closes what is not void`() {
    #expect(
      written { out in
        out.element(.td, nil, .class("x")) { $0.void(.br) }
        out.void(.input, .checked)
      } == "<td class=\"x\"><br></td>\n<input checked>")
  }
}

@Suite struct `A link` {
  @Test func `encodes the segments and values it is made of`() {
    let link = Link(
      ["missions", "a/b?c#d é"], query: [("in", "Côte d’Ivoire & more")], fragment: "b1-2")
    #expect(
      link.text
        == "/missions/a%2Fb%3Fc%23d%20%C3%A9?in=C%C3%B4te%20d%E2%80%99Ivoire%20%26%20more#b1-2")
  }

  @Test func `never leads to another host or out of its folder`() {
    #expect(Link(["", "evil.example"]).text == "/evil.example")
    #expect(Link(["/evil.example"]).text == "/%2Fevil.example")
    #expect(Link(["..", "x"]).text == "/%2E%2E/x")
    #expect(Link([]).text == "/")
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x",
    "vbscript:x", "//evil.example", "http://a b", "https://a\"onclick=", "file:///etc/passwd", "",
    "http://a\u{202E}b",
  ])
  func `cannot be made of an address that runs or hides something`(address: String) {
    #expect(Link(elsewhere: address) == nil)
  }

  @Test func `leads to what documents name on the web`() {
    #expect(Link(elsewhere: "HTTPS://example.org/a?b=c#d")?.text == "HTTPS://example.org/a?b=c#d")
  }
}

@Suite struct `Comma-separated values` {
  @Test func `quote what would end a cell`() {
    #expect(
      CSV.row(["a", "b,c", "d\"e", "f\ng", "\"\u{301}"])
        == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\"\"\"\u{301}\"\r\n")
  }

  @Test func `are no formulas`() {
    #expect(CSV.row(["=1+1", "-5", "+x", "@a", "-a"]) == "'=1+1,-5,'+x,'@a,'-a\r\n")
  }
}
