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
    // Only a year written with `Y` is that long, and it has neither month nor day.
    outermostYear(latest: latest)?.text.map { $0 + (latest ? "-12-31" : "-01-01") } ?? ""
  }

  /// The first or the last year that the value speaks of, whatever its size; nil where nothing
  /// bounds that side.
  func outermostYear(latest: Bool) -> DecimalYear? {
    let (shape, years) = storage.shape
    switch shape {
    case .date(let date): return date.decimalYear(latest: latest, years)
    case .interval(let begin, let end):
      let date = latest ? end : begin
      return date.isDate ? date.decimalYear(latest: latest, years) : nil
    case .list(_, let members):
      return members.reduce(nil as DecimalYear?) { found, member in
        let date = latest ? member.last ?? member.first : member.first
        let year = date.decimalYear(latest: latest, years)
        guard let found else { return year }
        return latest == (found < year) ? year : found
      }
    }
  }
}
