import Chronology
import Testing

@Suite struct `A span in columns` {
  static let values = [
    "2004/2011", "2004/..", "../2011", "2004/", "/2011", "/..", "2004", "2004-06-11", "-9999/9999",
  ]

  @Test(arguments: values)
  func `comes back from them`(text: String) throws {
    let extent = try #require(EDTF(text).extent())
    #expect(extent.columns.map(\.span) == extent.spans)
  }

  @Test func `stands at the ends of the integers where nothing bounds it`() throws {
    let columns = try #require(EDTF("../..").extent()?.columns.first)
    #expect(columns.beginEarliest == .min && columns.endLatest == .max && columns.unknown == 0)
    #expect(try EDTF("2004/").extent()?.columns.first?.unknown == 2)
  }

  /// Each condition against the predicate that it narrows, over a small world of spans and days.
  @Test func `answers in SQL's terms what the predicates answer`() throws {
    var spans: [TimeSpan] = []
    for bb in 0..<4 {
      for eb in bb..<5 {
        for be in 0..<5 {
          for ee in be..<6 {
            let days = [bb, eb, be, ee].map { Day(number: Int64($0)) }
            if let span = TimeSpan(
              beginEarliest: days[0], beginLatest: days[1], endEarliest: days[2],
              endLatest: days[3])
            {
              spans.append(span)
            }
          }
        }
      }
    }
    var checks = 0
    for span in spans {
      let row = SpanColumns(span)
      for first in 0..<6 {
        for last in first..<6 {
          let (from, to) = (Day(number: Int64(first)), Day(number: Int64(last)))
          let days = try #require(
            TimeSpan(beginEarliest: from, beginLatest: from, endEarliest: to, endLatest: to))
          func holds(_ condition: SpanColumns.Condition) -> Bool {
            condition.holds(for: row, from: from, to: to)
          }
          #expect(holds(.possiblyOverlaps) == (span.overlaps(days) != .no))
          #expect(holds(.certainlyContains) == (span.answer(.contains, days) == .certainly))
          #expect(holds(.certainlyBefore) == (span.before(days) == .certainly))
          #expect(holds(.possiblyBefore) == (span.before(days) != .no))
          #expect(holds(.certainlyAfter) == (span.after(days) == .certainly))
          #expect(holds(.possiblyAfter) == (span.after(days) != .no))
          checks += 6
        }
      }
    }
    #expect(checks > 10_000)
  }
}
