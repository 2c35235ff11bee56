extension Phrase {
  /// The phrase with the years, months and units that its dates share: "28 February – 3 March 2004",
  /// "3 to 9 May 2005", "early to mid-June 2004", "May 5–9, 2005".
  var shared: Phrase {
    var dates = self.dates
    guard dates.count > 1 else { return self }
    for index in dates.indices.dropLast().reversed() {
      dates[index].complete(fromRight: dates[index + 1])
    }
    let isRange =
      switch self {
      case .oneOf, .allOf: false
      default: true
      }
    for index in dates.indices.dropFirst() {
      dates[index].complete(fromLeft: dates[index - 1], inRange: isRange)
    }
    var rest = dates[...]
    return mapDates { rest.popFirst() ?? $0 }
  }
}

extension ProseDate {
  /// Whether nothing but a doubt is written.
  private var isEmpty: Bool {
    year == nil && month == nil && day == nil && season == nil && part == nil
  }

  fileprivate mutating func complete(fromRight other: ProseDate) {
    guard !isEmpty else { return }
    let isLoosePart = isPartAlone && part?.isLoose == true
    if day != nil, month == nil { month = other.month }
    if isLoosePart {
      month = other.month
      season = other.season
    }
    if year == nil, other.era == .year || isPartAlone {
      year = other.year
      era = other.era
    }
  }

  /// What stands on the left gives a month to "9" in "May 5–9, 2005", and its year to the later end
  /// of a range where the months are in order.
  fileprivate mutating func complete(fromLeft other: ProseDate, inRange: Bool) {
    if day != nil, month == nil { month = other.month }
    guard inRange, year == nil, other.era == .year, let mine = firstMonth,
      let theirs = other.firstMonth, mine >= theirs
    else { return }
    year = other.year
  }

  /// The month in which a date of an unknown year begins.
  private var firstMonth: Int? {
    if let month { return month }
    if let season { return Months.of(grouping: season.code, .northern).first.first }
    return part == nil ? nil : ProseDate(year: 2000, part: part).stretch()?.first.date?.month
  }
}
