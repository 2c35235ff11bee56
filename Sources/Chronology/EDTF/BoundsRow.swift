extension EDTF {
  /// What one string is worth, as a row of tab-separated text: `V`, level, earliest and latest
  /// day, or `I`, byte offset and reason.
  ///
  /// Days are ISO days, also beyond the year 9999 and beyond the days that can be counted;
  /// `-inf` and `+inf` an open side, `?` an unknown one; empty where a year has more than 4,096
  /// digits.
  public static func boundsRow(
    of text: some StringProtocol, seasons: Seasons = .northern, extensions: Extensions = []
  ) -> String {
    do {
      let value = try EDTF(text, extensions: extensions)
      let (earliest, latest) = value.boundTexts(seasons: seasons)
      return "V\t\(value.level.rawValue)\t\(earliest)\t\(latest)"
    } catch {
      return "I\t\(error.offset)\t\(error)"
    }
  }

  /// The bounds as text, `-inf`, `+inf` and `?` where there is no day.
  public func boundTexts(seasons: Seasons = .northern) -> (earliest: String, latest: String) {
    let bounds = bounds(seasons: seasons)
    func text(_ bound: Bound, latest: Bool) -> String {
      switch bound {
      case .day(let day): day.description
      case .infinite: latest ? "+inf" : "-inf"
      case .unknown: "?"
      case .outOfRange: farDay(latest: latest)
      }
    }
    return (text(bounds.earliest, latest: false), text(bounds.latest, latest: true))
  }

  /// The outermost day whose year cannot be counted, written from the year's digits.
  private func farDay(latest: Bool) -> String {
    var years: [VastYear] = []
    let dates: [PartialDate]
    switch storage {
    case .date(let date), .dateTime(let date, _): dates = [date]
    case .interval(let begin, let end): dates = [latest ? end : begin]
    case .list(_, let members): dates = members.map { latest ? $0.last ?? $0.first : $0.first }
    case .vast(let vast):
      years = vast.years
      switch vast.shape {
      case .date(let date): dates = [date]
      case .interval(let begin, let end): dates = [latest ? end : begin]
      case .list(_, let members): dates = members.map { latest ? $0.last ?? $0.first : $0.first }
      }
    }
    // Only a year written with `Y` is that long, and it has neither month nor day.
    let outermost = dates.map { $0.decimalYear(latest: latest, years) }
      .reduce(nil as DecimalYear?) { found, year in
        guard let found else { return year }
        return latest == (found < year) ? year : found
      }
    return outermost?.text.map { $0 + (latest ? "-12-31" : "-01-01") } ?? ""
  }
}
