import Chronology
import Testing

@Suite struct `Reading English phrases` {
  let english: DateLanguage
  init() throws { english = try Languages.english() }

  @Test func `gives what the table of phrases says`() throws {
    var wrong: [String] = []
    let rows = try Languages.rows("phrases-en")
    for row in rows {
      let phrase = row["phrase"] ?? ""
      let got = words(english.read(phrase))
      let wanted = "\(row["edtf"] ?? "")\t\(row["points"] ?? "")"
      if got != wanted { wrong.append("\(phrase)\n  got    \(got)\n  wanted \(wanted)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count) wrong:\n\(wrong.joined(separator: "\n"))")
    #expect(rows.count > 300)
  }

  private func words(_ reading: PhraseReading) -> String {
    let row = reading.row()
    switch reading {
    case .means, .edtf: return "\(row.edtf)\t\(row.points)"
    case .ambiguous(let phrases, _):
      let readings = phrases.map { $0.row().edtf.isEmpty ? $0.row().points : $0.row().edtf }
      return "ambiguous\t\(readings.joined(separator: " or "))"
    case .needsContext(let need): return "needs-context\t\(need.rawValue)"
    case .noDate: return "needs-context\tno date"
    case .unread(let error): return "needs-context\tbyte \(error.offset)"
    }
  }

  @Test(arguments: [
    ("since 2021", "2023-05-03", "2021-01-01/2021-12-31/2023-05-03/+inf"),
    ("from 2021 to date", "2023-05-03", "2021-01-01/2021-12-31/2023-05-03/+inf"),
    // An unknown end gains nothing by what the source knew.
    ("from 2021 to an unknown date", "2023-05-03", "2021-01-01/2021-12-31/2021-01-01/+inf"),
    ("since at least 2012", "2023-05-03", "-inf/2012-12-31/2023-05-03/+inf"),
  ])
  func `lets what goes on reach the day of the source`(
    phrase: String, day: String, points: String
  ) throws {
    #expect(english.read(phrase).row(asOf: Day(day)).points == points)
  }

  @Test func `takes a season for that of the hemisphere that is asked for`() {
    let reading = english.read("summer 2004")
    #expect(reading.row(seasons: .southern).latest == "2005-02-28")
    #expect(reading.row(seasons: .calendarQuarters).earliest == "2004-04-01")
    let any = reading.row(seasons: .anyHemisphere)
    #expect(any.earliest == "2004-06-01" && any.latest == "2005-02-28")
    #expect(english.read("northern summer 2004").row(seasons: .southern).latest == "2004-08-31")
  }

  @Test func `writes what ISO 8601-2 can say and the Library of Congress cannot, on request`() {
    #expect(english.read("since at least 2012").row().edtf == "")
    #expect(english.read("since at least 2012").row(extensions: .boundedEnds).edtf == "..2012/..")
    #expect(
      english.read("from 2004 until at least March 2010").row(extensions: .boundedEnds).edtf
        == "2004/2010-03..")
  }

  @Test(arguments: [
    ("", "nothing to read at byte 0"),
    ("from 31 February 2004", "a date at byte 5 that no calendar has"),
    (
      "launched on Tuesday, 5 May 2003",
      "the day of the week at byte 12 is not the date’s own, Monday"
    ),
    ("from 2004 to", "the phrase stops at byte 12, where a date is wanted"),
    ("in 2004 in Geneva", "“in” at byte 8 is no part of a date that is understood"),
    ("2004, 2005 and 2006 or 2007", "“and” and “or” in one list at byte 0"),
  ])
  func `says where a phrase stops making sense`(phrase: String, reason: String) throws {
    guard case .unread(let error) = english.read(phrase) else {
      Issue.record("\(phrase) is read")
      return
    }
    #expect("\(error)".hasPrefix(reason), "\(error)")
    #expect(!error.hint.isEmpty && "\(error)".hasSuffix(error.hint))
  }

  @Test func `takes no year for another that it can count`() throws {
    let digits = String(repeating: "1", count: 61)
    for phrase in ["the year \(digits)", "\(digits) BC", "AD \(digits)", "from the year \(digits)"]
    {
      if case .means(let phrase) = english.read(phrase) { Issue.record("\(phrase)") }
    }
    #expect(english.read("the year 123456789").row().edtf == "Y123456789")
    #expect(english.read("the year 19090204").row().edtf == "Y19090204")
    #expect(english.read("19090204").row().edtf == "1909-02-04")
  }

  @Test func `takes any bytes`() {
    var bytes: [UInt8] = []
    // A linear congruential generator (Knuth, MMIX), so that a failure can be repeated.
    var state: UInt64 = 2_004
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let pieces =
      """
      from to since until by before after between and or 2004 05 31 1990s 's 1st 3rd quarter half of \
      the early mid late end beginning May June Dec. winter 2004/05 – - / . , ( ) ? ~ c. about perhaps \
      99999999999999999999 BC AD century week day months first last Monday one some time in for six \
      XII no later than at least onwards present unknown date FY Q3 H1 '98 [ .. ] X 0 é ’ €
      """.split(separator: " ").map { Array($0.utf8) }
    for _ in 0..<10_000 {
      bytes.removeAll()
      for _ in 0...next(9) {
        if next(12) == 0 {
          bytes.append(UInt8(next(256)))
        } else {
          bytes += pieces[next(pieces.count)]
        }
        if next(4) > 0 { bytes.append(UInt8(ascii: " ")) }
      }
      let reading = english.read(utf8: bytes.span)
      if case .means(let phrase) = reading {
        #expect(phrase.isComplete && (phrase.extent() != nil || phrase.edtf() != nil))
      }
      _ = reading.row()
    }
  }

  @Test(arguments: [
    "2004, ", "the end of ", "the first three months of ", "perhaps about ", "2004–", "(", "3Q ",
    "one day in ", "1st 3 months of ", "from ", "\u{FFFD}", "'98 ", "99999 ", "2004/05 ",
    "winter 04/05/",
    "or ", "in in ", "Monday Monday ",
  ])
  func `takes a phrase of any length`(piece: String) {
    _ = english.read(String(repeating: piece, count: 5_000) + "2004").row()
  }
}

@Suite struct `A table of date words` {
  @Test(arguments: [
    ("month\t13\tJanuary", "line 3: “13” should be 1 to 12"),
    ("month\t1\tMay", "line 3: “May” stands there already with another value"),
    ("from\t-\tsince", "line 3: “since” stands there already"),
    ("since\t-\tsince", "line 3: “since” is no kind of word"),
    (
      "from\t-",
      "line 3: 2 cells where kind, value and form are wanted; separate them by one tab each"
    ),
    ("from\t-\t2004?", "line 3: the form has no word"),
    ("say\tcenturies\tx", "line 3: nothing is said by “centuries”"),
    ("say\tdate.month\t{day}", "line 3: “{day}” is filled by nothing; there are {month}, {year}"),
    ("contract\tde\tdu", "line 3: “de” should be two words"),
    (
      "feast\t02-30\tNobody’s Day",
      "line 3: “02-30” should be month and day as 12-25, 12-25~ where loose, or ? where the day moves"
    ),
  ])
  func `names the line of a row that cannot be used`(row: String, reason: String) {
    let table = "# words\nkind\tvalue\tform\n\(row)\nmonth\t5\tMay\nfrom\t-\tsince\n"
    // A doubled form is found where it comes the second time.
    let late = reason.contains("stands there")
    let wanted =
      late ? reason.replacing("line 3", with: row.hasPrefix("m") ? "line 4" : "line 5") : reason
    do {
      _ = try DateLanguage(parsing: table)
      Issue.record("\(row) is taken")
    } catch {
      #expect("\(error)" == wanted)
    }
  }

  @Test func `must have every month and every saying`() throws {
    let table = try Languages.table("dates-fr")
    for (row, reason) in [
      ("month\t2\tfévrier\n", "the language has no name of month 2"),
      ("say\tperiod\tde {from} à {to}\n", "the language has no saying “period”"),
    ] {
      let less = table.replacing(row, with: "")
      try #require(less != table)
      #expect(throws: DateLanguageError.self) { try DateLanguage(parsing: less) }
      do { _ = try DateLanguage(parsing: less) } catch { #expect("\(error)" == reason) }
    }
  }

  @Test func `may come with the line ends of any system`() throws {
    let table = try Languages.table("dates-en").replacing("\n", with: "\r\n")
    #expect(try DateLanguage(parsing: table).read("since 2021").row().edtf == "2021/..")
  }
}
