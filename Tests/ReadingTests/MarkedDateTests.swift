import Chronology
import Statements
import Testing

@testable import Reading

private func read(page body: String, asOf: Day? = nil) throws -> Proposals {
  try reader.get().read(
    Manuscript(Array("<h1>Valley Observer Mission (VOM)</h1>\(body)".utf8)), as: .html,
    id: DocumentID(rawValue: "0123456789abcdef"), source: Source(location: "vom.html", asOf: asOf))
}

@Suite struct `A date that a page marks up` {
  @Test(arguments: [
    ("2018-10-03", "3 October", "2018-10-03"),
    ("2018-10-03T09:00", "on 3 October", "2018-10-03"),
    ("2018-03-04", "03/04/2018", "2018-03-04"),
    ("2018-04-03", "03/04/2018", "2018-04-03"),
    ("2018-10", "October", "2018-10"),
    ("2018-10-03", "October", "2018-10"),
    ("2018-10-02", "Tuesday", "2018-10-02"),
    ("2018-10-02", "last Tuesday", "2018-10-02"),
    ("2018-10-02", "yesterday", "2018-10-02"),
  ])
  func `says what its words leave open`(datetime: String, words: String, date: String) throws {
    let proposals = try read(
      page: "<p>VOM was launched <time datetime=\"\(datetime)\">\(words)</time> by the states.</p>")
    let launched = try #require(proposals.statements.first { $0.property == .launched })
    #expect(launched.valid?.description == date)
    #expect(launched.note?.contains("settled by the page's own datetime") == true)
    #expect(launched.passages[0].quote.contains(words))
    #expect(proposals.doubts.isEmpty)
  }

  @Test func `tells the dates after it their year`() throws {
    let proposals = try read(
      page: """
        <p>VOM was established on <time datetime=2018-10-03>3 October</time>. It was deployed in
        November.</p>
        """)
    #expect(
      proposals.statements.contains {
        $0.property == .deployed && $0.valid?.description == "2018-11"
      })
  }

  @Test(arguments: [
    ("2018-10-04", "3 October 2018", "2018-10-03"),
    ("2017-10-03", "3 October 2018", "2018-10-03"),
    ("2017", "October 2018", "2018-10"),
  ])
  func `does not win over words that say otherwise`(
    datetime: String, words: String, date: String
  ) throws {
    let proposals = try read(
      page: "<p>VOM was launched on <time datetime=\"\(datetime)\">\(words)</time>.</p>")
    let launched = try #require(proposals.statements.first { $0.property == .launched })
    #expect(launched.valid?.description == date)
    #expect(launched.note?.contains("datetime") != true)
    let doubt = try #require(proposals.doubts.first)
    #expect(doubt.passage.quote == words)
    #expect(
      doubt.reason
        == "the page's own datetime is \(datetime), which its words contradict; the words stand")
  }

  @Test func `leaves a doubt where it is neither of two readings`() throws {
    let proposals = try read(
      page: "<p>VOM was launched on <time datetime=2018-05-04>03/04/2018</time>.</p>")
    #expect(!proposals.statements.contains { $0.property == .launched })
    #expect(proposals.doubts.count == 2)
  }

  @Test(arguments: [
    ("2018-10-03", "3 October 2018"), ("2018-10-03T23:30Z", "4 October 2018"),
    ("2018-10-03", "2018"), ("2018", "3 October 2018"), ("P3D", "three days"),
    ("14:00", "3 October 2018"),
    ("2018-W40", "October 2018"), ("2018-02-30", "3 October 2018"), ("", "3 October 2018"),
  ])
  func `that agrees, or is none, is not noted`(datetime: String, words: String) throws {
    let proposals = try read(
      page: "<p>VOM was launched on <time datetime=\"\(datetime)\">\(words)</time>.</p>")
    #expect(proposals.doubts.isEmpty)
    #expect(!proposals.statements.contains { $0.note?.contains("datetime") == true })
  }

  @Test func `settles nothing outside its words`() throws {
    let proposals = try read(
      page: """
        <p>VOM was launched on 03/04/2018, says a note of <time datetime=2018-03-04>4 March 2018</time>.
        </p>
        """)
    #expect(
      proposals.doubts.map(\.reason) == ["ambiguous date: 2018-04-03 or 2018-03-04"])
  }

  @Test func `holds in the cells of a table and after white space of every kind`() throws {
    let proposals = try read(
      page: """
        <table><tr><th>Mission<th>Start<th>End
        <tr><td>Valley Watch Mission (VWM)<td>&nbsp;<b>&nbsp;</b>
          <time datetime=2018-03-04> 03/04/2018 </time><td><time datetime=2019-05-06>05/06/2019</time>
        </table>
        """)
    let period = try #require(proposals.statements.first { $0.property == .period })
    #expect(period.value == .date(try EDTF("2018-03-04/2019-05-06")))
  }

  @Test func `tells the day up to which a page speaks`() throws {
    let proposals = try read(
      page: "<p>VOM began in 2018.</p><p>Last updated: <time datetime=2022-03-01>1 March</time></p>"
    )
    #expect(proposals.document.source.asOf == Day(year: 2022, month: 3, day: 1))
  }
}
