import Testing

@testable import Publishing

@Suite struct `A table` {
  static let missions = Table(
    [
      .init("answer"), .init("mission", overflow: .truncate),
      .init("why", overflow: .wrap), .init("line", .right),
    ],
    rows: [
      ["certainly", "NTM-I", "2004–2011 is stated; 31 December 2011 is its last day", "40"],
      ["possibly", "日本語のミッション", "inherited from the section 2011–2018", "7"],
      ["possibly", "Mission d'e\u{301}quipe", "open end"],
    ])

  @Test func `aligns columns by what they take on a terminal`() {
    let expected = """
      ANSWER     MISSION             WHY                                                    LINE
      certainly  NTM-I               2004–2011 is stated; 31 December 2011 is its last day    40
      possibly   日本語のミッション  inherited from the section 2011–2018                      7
      possibly   Mission d'équipe    open end

      """
    #expect(Self.missions.text() == expected.replacing("équipe", with: "e\u{301}quipe"))
  }

  @Test func `cuts and wraps to a width, the widest first`() {
    let expected = """
      ANSWER     MISSION             WHY                LINE
      certainly  NTM-I               2004–2011 is         40
                                     stated; 31
                                     December 2011 is
                                     its last day
      possibly   日本語のミッション  inherited from        7
                                     the section
                                     2011–2018
      possibly   Mission d'équipe    open end

      """
    #expect(Self.missions.text(width: 54) == expected.replacing("équipe", with: "e\u{301}quipe"))
  }

  @Test func `fits every width that its fixed columns leave room for`() {
    for width in 42...120 {
      for line in Self.missions.text(width: width).split(separator: "\n") {
        #expect(line.displayWidth <= width, "\(line)")
      }
    }
  }

  @Test func `lets no cell act on the terminal`() {
    let table = Table([.init("name")], rows: [["a\u{1B}]0;x\u{7}\nb\u{202E}c"]])
    #expect(table.text() == "NAME\na\u{FFFD}]0;x\u{FFFD} b\u{FFFD}c\n")
  }

  @Test func `is nothing without rows`() {
    #expect(Table([.init("name")]).text() == "")
  }
}

@Suite struct `The width of text` {
  @Test(arguments: [
    ("NTM-I", 5), ("e\u{301}", 1), ("日本", 4), ("ﾆﾎﾝ", 3), ("👩‍👩‍👧‍👦", 2), ("🇮🇶", 2), ("☎\u{FE0F}", 2),
    ("각", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("░█◆", 3), ("a\u{200D}b", 2), ("", 0), ("العراق", 6),
  ])
  func `is counted in columns`(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test func `never cuts a character in two`() {
    #expect("日本語".truncated(columns: 5) == "日本…")
    #expect("日本語".truncated(columns: 4) == "日…")
    #expect("e\u{301}quipe".truncated(columns: 3) == "e\u{301}q…")
    #expect("abc".truncated(columns: 3) == "abc")
    #expect("日本語".truncated(columns: 1) == "")
  }

  @Test func `decides where lines break`() {
    #expect(
      "NATO Training Mission in Iraq".wrapped(columns: 13) == [
        "NATO Training", "Mission in", "Iraq",
      ])
    #expect("日本語の訓練".wrapped(columns: 5) == ["日本", "語の", "訓練"])
    #expect("".wrapped(columns: 5) == [""])
  }
}
