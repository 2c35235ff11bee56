import Chronology
import Testing

@testable import Publishing

@Suite struct `A window of time` {
  func window(_ first: String, _ last: String) throws -> Window {
    func day(_ text: String) throws -> Day {
      try #require(try EDTF(text).extent()?.spans.first?.beginEarliest)
    }
    return Window(try day(first), try day(last))
  }

  @Test func `is said in years where it is whole years, else in days`() throws {
    #expect(try window("2004-01-01", "2011-12-31").edtf == "2004/2011")
    #expect(try window("2004-01-02", "2011-12-31").edtf == "2004-01-02/2011-12-31")
    #expect(try window("0044-01-01", "0044-12-31").edtf == "0044/0044")
  }

  @Test func `moves by half of itself, and halves and doubles around its middle`() throws {
    let window = try window("2004-01-01", "2004-01-08")
    #expect(window.later.edtf == "2004-01-05/2004-01-12")
    #expect(window.earlier.edtf == "2003-12-28/2004-01-04")
    #expect(window.closer.edtf == "2004-01-03/2004-01-06")
    #expect(window.farther.edtf == "2003-12-28/2004-01-12")
  }

  @Test func `stays a window however often it is made narrower, wider or moved`() throws {
    for step in [\Window.closer, \.farther, \.earlier, \.later] {
      var window = try window("1900-01-01", "2100-12-31")
      for _ in 0..<40 { window = window[keyPath: step] }
      #expect(window.first <= window.last)
      #expect((try? EDTF(window.edtf)) != nil, "\(window.edtf)")
    }
  }
}

@Suite struct `A tally` {
  func cuts(_ first: String, _ last: String) throws -> [(first: Day, last: Day)] {
    let window = try `A window of time`().window(first, last)
    return Tally.cuts(from: window.first, to: window.last)
  }

  @Test(arguments: [
    ("2004-02-01", "2004-03-15"), ("2004-02-10", "2006-03-15"), ("1990-05-01", "2011-12-31"),
    ("0900-01-01", "2011-12-31"), ("0000-01-01", "9999-12-31"), ("2004-01-01", "2004-01-01"),
  ])
  func `cuts a window without gaps, into at most sixty parts`(first: String, last: String) throws {
    let cuts = try cuts(first, last)
    let window = try `A window of time`().window(first, last)
    #expect((1...61).contains(cuts.count))
    #expect(cuts.first?.first == window.first && cuts.last?.last == window.last)
    for (before, after) in zip(cuts, cuts.dropFirst()) {
      #expect(before.last.advanced(by: 1) == after.first)
    }
  }

  @Test func `cuts long windows at round years`() throws {
    let years = try cuts("1947-03-01", "2011-12-31").map(\.first.description)
    #expect(years.prefix(3) == ["1947-03-01", "1948-01-01", "1950-01-01"])
  }

  @Test func `is drawn, what is certain below what is possible`() throws {
    let days = try cuts("2004-01-01", "2004-01-03")
    let tally = Tally(
      days.enumerated().map { index, cut in
        Tally.Stretch(
          first: cut.first, last: cut.last, label: "day \(index)", certainly: index, possibly: 2)
      })
    let svg = tally.svg(title: "3 <missions>", width: 600)
    #expect(svg.contains("3 &lt;missions&gt;") && svg.contains("day 0"))
    #expect(svg.matches(of: #/class="certain"/#).count == 3)
    #expect(Tally([]).svg(title: "none", width: 10).contains("width=\"480\""))
  }
}
