import Testing

@testable import Chronology

@Suite struct `A day` {
  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2011, 12, 31, 15_339),
  ])
  func `counts from 1970`(year: Int64, month: Int, day: Int, number: Int64) throws {
    let it = try #require(Day(year: year, month: month, day: day))
    #expect(it.number == number)
  }

  @Test(arguments: [(2011, 2, 29), (1900, 2, 29), (2012, 13, 1), (2012, 4, 31), (2012, 4, 0)])
  func `does not exist outside the calendar`(year: Int64, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test func `comes back from its number over four thousand years either side of zero`() throws {
    let first = try #require(Day(year: -4000, month: 1, day: 1))
    let last = try #require(Day(year: 4000, month: 12, day: 31))
    var expected: (year: Int64, month: Int, day: Int) = (-4000, 1, 1)
    for number in first.number...last.number {
      let date = try #require(Day(number: number).date)
      try #require(date == expected)
      if expected.day < Day.length(ofMonth: expected.month, year: expected.year) ?? 0 {
        expected.day += 1
      } else {
        expected =
          expected.month < 12
          ? (expected.year, expected.month + 1, 1) : (expected.year + 1, 1, 1)
      }
    }
  }

  @Test func `has infinities that no year reaches`() {
    #expect(Day.distantPast.date == nil && Day.distantFuture.description == "+inf")
    #expect(Day(year: .max, month: 1, day: 1) == nil)
    #expect(Day.distantFuture.advanced(by: -1) == .distantFuture)
  }
}
