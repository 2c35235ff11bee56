import Testing

@testable import Publishing

@Suite struct `Text made safe` {
  @Test(arguments: [
    ("Da’esh – “IS” … §", "Da'esh - \"IS\" ... ?"),
    ("São Tomé, Łódź, Århus", "Sao Tome, Lodz, Arhus"),
    ("Straße, Æ, œ", "Strasse, AE, oe"), ("e\u{301}quipe", "equipe"), ("日本", "??"), ("", ""),
  ])
  func `becomes ASCII by its letters`(text: String, ascii: String) {
    #expect(text.ascii == ascii)
  }

  // Not as arguments, which a test run prints: the hostile ones would act on the terminal.
  @Test func `stands on one line and moves no cursor`() {
    for (text, printable) in [
      ("  Key\tInformation:\r\n · 2011 ", "Key Information: · 2011"),
      ("a\u{1B}[2Jb", "a\u{FFFD}[2Jb"), ("a\u{9B}2Jb", "a\u{FFFD}2Jb"),
      ("\u{202E}gpj.exe", "\u{FFFD}gpj.exe"), ("a\u{2028}b\u{A0}c", "a b c"),
      ("x\u{FEFF}y\u{FFFE}\u{1FFFF}", "x\u{FFFD}y\u{FFFD}\u{FFFD}"),
      ("👩‍👩‍👧‍👦 e\u{301}", "👩‍👩‍👧‍👦 e\u{301}"),
    ] { #expect(text.printable == printable) }
  }

  @Test func `is XML where it is escaped`() {
    for (text, xml) in [
      ("<a href=\"x\">&amp;", "&lt;a href=&quot;x&quot;&gt;&amp;amp;"), ("]]>", "]]&gt;"),
      ("a\u{0}\u{8}\u{B}\u{FFFE}\u{FFFF}b\t\n\r", "ab\t\n&#13;"), ("𐍈é", "𐍈é"),
    ] { #expect(XMLWriter.escaped(text) == xml) }
  }
}
