import Chronology

extension DatePoint {
  /// The date as Chronology knows dates of prose: the room's door from TIMEX3 to EDTF. Nil for
  /// what has no days of its own: a fiscal year, whose months the text does not say, and a weekend.
  var prose: ProseDate? {
    guard !isFiscal else { return nil }
    var date = ProseDate(year: year.map { Int64($0) }, month: month, day: day)
    switch era {
    case .year: break
    case .decade: date.era = .decade
    case .century: date.era = .century
    }
    if month == nil {
      switch part {
      case .spring: date.season = .init(.spring)
      case .summer: date.season = .init(.summer)
      case .autumn: date.season = .init(.autumn)
      case .winter: date.season = .init(.winter)
      case .quarter(let number): date.part = .quarter(Int(number))
      case .half(let number): date.part = .half(Int(number))
      case .week(let number): date.part = .week(Int(number))
      case .weekend: return nil
      case .early, .middle, .late, nil: break
      }
    }
    if day == nil, date.part == nil {
      switch phase {
      case .early: date.part = .early
      case .middle: date.part = .middle
      case .late: date.part = .late
      case .beginning: date.part = .beginning
      case .end: date.part = .end
      case nil: break
      }
    }
    if isApproximate { date.qualifier.insert(.approximate) }
    if isUncertain { date.qualifier.insert(.uncertain) }
    return date
  }
}
