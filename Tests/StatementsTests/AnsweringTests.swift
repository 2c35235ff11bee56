import Chronology
import Statements
import Testing

@Suite struct `A question to the Iraq dossier` {
  static let programmes = [
    "Support to the coalition", "Training outside the country", "Capacity building initiative",
    "Partnership programme",
  ]

  @Test(arguments: [
    ("2008-01-01", ["NTM-I": Truth.certainly]),
    ("2019-06-01", ["NMI I": .certainly]),
    ("2021-06-01", ["NMI I": .possibly, "NMI II": .possibly]),
    ("2022-01-01", ["NMI II": .possibly]),
    ("2011-12-31", ["NTM-I": .possibly]),
    ("2011-06-01", ["NTM-I": .certainly]),
    ("2012-06-01", [:]),
    ("2003-12-31", [:]),
  ])
  func `is answered for the missions that have a period of their own`(
    date: String, truths: [String: Truth]
  ) throws {
    let dossier = try iraqDossier()
    for label in ["NTM-I", "NMI I", "NMI II"] {
      let truth = truths[label] ?? .no
      // The last day of NTM-I is stated to the day, so the mission was still running on it.
      let expected = label == "NTM-I" && date == "2011-12-31" ? .certainly : truth
      #expect(try dossier.answer(label, on: date).truth == expected, "\(label) on \(date)")
    }
  }

  @Test(arguments: programmes)
  func `is possibly for what only stands in a section, and says where that comes from`(
    label: String
  ) throws {
    let dossier = try iraqDossier()
    let answer = try dossier.answer(label, on: "2012-06-01")
    #expect(answer.truth == .possibly)
    #expect(answer.reason.hasPrefix("inherited from the section 2011–2018"))
    #expect(answer.passages.first?.quote == "Between 2011 and 2018")
    #expect(try dossier.answer(label, on: "2019-01-01").truth == .no)
    #expect(
      try dossier.answer(label, on: "2019-01-01").reason
        == "inherited from the section 2011–2018; 1 January 2019 lies after it")
    let period = answer.account.period
    #expect(period.start == .unstated && period.end == .unstated && period.origin == .inherited)
  }

  @Test func `names a dated event near the day`() throws {
    let answer = try iraqDossier().answer("Partnership programme", on: "2012-06-01")
    #expect(
      answer.reason == "inherited from the section 2011–2018; signed in September 2012")
    #expect(answer.passages.map(\.quote).contains("signed in September 2012"))
    let training = try iraqDossier().answer("Training outside the country", on: "2016-04-12")
    #expect(training.reason.hasSuffix("; launched in April 2016"))
  }

  @Test func `turns certain for an open end once the source has a day up to which it speaks`()
    throws
  {
    let answer = try iraqDossier(asOf: "2022-06-01").answer("NMI II", on: "2022-01-01")
    #expect(answer.truth == .certainly)
    #expect(answer.reason == "since 2021 is stated; the source speaks up to 1 June 2022")
    let later = try iraqDossier(asOf: "2022-06-01").answer("NMI II", on: "2022-06-02")
    #expect(later.truth == .possibly)
    #expect(later.reason == "open end, and the source speaks only up to 1 June 2022")
  }

  @Test(arguments: [
    (
      "NMI I", "2021-06-01",
      "ends sometime in 2021, so 1 June 2021 may lie after it"
    ),
    (
      "NMI II", "2021-06-01",
      "begins sometime in 2021, so 1 June 2021 may lie before it; "
        + "open end, and the source gives no date up to which it speaks"
    ),
    ("NMI II", "2022-01-01", "open end, and the source gives no date up to which it speaks"),
    ("NTM-I", "2008-01-01", "2004–2011 is stated; 31 December 2011 is its last day"),
    (
      "NTM-I", "2012-06-01",
      "2004–2011 is stated; 31 December 2011 is its last day; 1 June 2012 lies after it"
    ),
    ("NMI II", "2019-06-01", "since 2021 is stated; 1 June 2019 lies before it"),
  ])
  func `says in words what decided`(label: String, date: String, reason: String) throws {
    #expect(try iraqDossier().answer(label, on: date).reason == reason)
  }

  @Test func `about a period asks about each of its days`() throws {
    let question = try #require(Question(during: EDTF("2012/2013")))
    #expect(try question.first == day("2012-01-01") && question.last == day("2013-12-31"))
    let dossier = try iraqDossier()
    func truth(_ label: String, _ period: String) throws -> Truth {
      let question = try #require(Question(during: EDTF(period)))
      return Answer(to: question, about: try dossier.account(label)).truth
    }
    #expect(try truth("NTM-I", "2012/2013") == .no)
    #expect(try truth("NTM-I", "2011/2013") == .certainly)
    #expect(try truth("NMI I", "2020/2025") == .certainly)
    #expect(try truth("NMI I", "2018") == .certainly)
    #expect(try truth("NMI I", "2017/2018-03") == .possibly)
    #expect(try truth("Partnership programme", "2011/2018") == .possibly)
    #expect(try truth("NMI II", "2030/..") == .possibly)
  }

  @Test func `is never certain, and never no, where nothing dates the mission`() throws {
    var dossier = try Dossier("Observer group\nIt was small; it was renamed in 1999.")
    try dossier.add("Observer group")
    #expect(try dossier.answer("Observer group", on: "1999-05-01").truth == .possibly)
    #expect(
      try dossier.answer("Observer group", on: "1999-05-01").reason
        == "the document gives it no period")
    #expect(
      try dossier.answer("Observer group", on: "1999-05-01").passages.map(\.quote)
        == ["Observer group"])
    try dossier.add("Observer group", .renamed, on: "1999", "renamed in 1999")
    #expect(
      try dossier.answer("Observer group", on: "1999-05-01").reason
        == "the document gives it no period; renamed in 1999")
  }

  @Test func `lists certain answers first and then the earlier begin`() throws {
    let dossier = try iraqDossier()
    let answers = try dossier.missions.map { try dossier.answer($0.label, on: "2012-06-01") }
      .sorted(by: Answer.precedes)
    #expect(
      answers.map(\.account.mission.label) == [
        "Capacity building initiative", "Partnership programme", "Support to the coalition",
        "Training outside the country", "NTM-I", "NMI I", "NMI II",
      ])
  }
}
