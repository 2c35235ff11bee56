extension EDTF {
  /// What the seasons "independent of location", 21 to 24, mean in months.
  public enum Seasons: String, Hashable, Sendable, CaseIterable {
    /// Meteorological seasons of the northern hemisphere: spring is March to May, and winter
    /// begins in December and ends in the next year.
    case northern
    /// Those of the southern hemisphere: spring is September to November.
    case southern
    /// Quarters of the year in the order of the codes: winter is October to December.
    case calendarQuarters = "quarters"
    /// Either hemisphere: sound where nobody knows the place.
    case anyHemisphere = "any"
  }
}

/// A run of months: the first, and how many. It may reach into the next year.
struct Months: Hashable, Sendable {
  var first: Int
  var count: Int

  /// The months of a code of the specification's sub-year groupings, in the order of time; two
  /// runs where the season's hemisphere is open.
  static func of(grouping code: UInt8, _ seasons: EDTF.Seasons) -> (first: Months, last: Months) {
    func only(_ months: Months) -> (first: Months, last: Months) { (months, months) }
    switch code {
    case 21...24:
      let season = Int(code) - 21
      switch seasons {
      case .northern: return only(northern(season))
      case .southern: return only(northern((season + 2) % 4))
      case .calendarQuarters: return only(Months(first: season * 3 + 1, count: 3))
      case .anyHemisphere:
        let (a, b) = (northern(season), northern((season + 2) % 4))
        return a.first < b.first ? (a, b) : (b, a)
      }
    case 25...28: return only(northern(Int(code) - 25))
    case 29...32: return only(northern((Int(code) - 29 + 2) % 4))
    case 33...36: return only(Months(first: (Int(code) - 33) * 3 + 1, count: 3))
    case 37...39: return only(Months(first: (Int(code) - 37) * 4 + 1, count: 4))
    case 40, 41: return only(Months(first: (Int(code) - 40) * 6 + 1, count: 6))
    default: return only(Months(first: Int(code), count: 1))
    }
  }

  /// Spring, summer, autumn or winter, from 0, north of the equator.
  private static func northern(_ season: Int) -> Months {
    Months(first: 3 + season * 3, count: 3)
  }

  /// The first and the last day of the run in a year; nil where they cannot be counted.
  func days(of year: Int64) -> ClosedRange<Day>? {
    let last = first + count - 1
    guard let begin = Day(year: year, month: first, day: 1),
      let end = Day.last(ofMonth: last > 12 ? last - 12 : last, year: last > 12 ? year + 1 : year)
    else { return nil }
    return begin...end
  }
}
