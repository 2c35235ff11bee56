package import Chronology
internal import Statements

extension Axis {
  /// A day that the axis names.
  package struct Tick: Hashable, Sendable {
    package let day: Day
    /// `2004`, `June`, `28 Apr`; a year before the first as `44 BC`.
    package let label: String
    /// The year that days and months belong to, at the first tick of each; nil on an axis of years.
    package let year: String?
    /// Whether it begins a larger unit: a year among months, a fifth or tenth year among years.
    package let isMajor: Bool
  }

  /// Ticks at the smallest step of the calendar, or of years by 1, 2, 5, 10 and so on, that gives
  /// no more than this many, or one more where months of unlike length make room for it; in order,
  /// each within the axis.
  package func ticks(atMost count: Int) -> [Tick] {
    let count = max(1, Double(count))
    for (step, days) in [(1, 1.0), (2, 2), (5, 5), (10, 10)] where length / days <= count + 0.5 {
      return dayTicks(step)
    }
    for (step, days) in [(1, 30.4), (3, 91.3), (6, 182.6)] where length / days <= count + 0.5 {
      return monthTicks(step)
    }
    return yearTicks(count)
  }

  private func dayTicks(_ step: Int) -> [Tick] {
    var ticks: [Tick] = []
    var year: Int64?
    var day = first
    while day <= last {
      defer { day = day.advanced(by: 1) }
      // The thirty-first would stand too near to the first.
      guard let date = day.date, (date.day - 1) % step == 0, step == 1 || date.day < 30
      else { continue }
      ticks.append(
        Tick(
          day: day, label: "\(date.day) \(DateWords.month(date.month).prefix(3))",
          year: date.year == year ? nil : DateWords.year(date.year), isMajor: date.day == 1))
      year = date.year
    }
    return ticks
  }

  private func monthTicks(_ step: Int) -> [Tick] {
    guard let from = first.date, let to = last.date else { return [] }
    var ticks: [Tick] = []
    for year in from.year...to.year {
      for month in stride(from: 1, through: 12, by: step) {
        guard let day = Day(year: year, month: month, day: 1), first <= day, day <= last
        else { continue }
        let isFirst = ticks.isEmpty || month == 1
        ticks.append(
          Tick(
            day: day, label: String(DateWords.month(month).prefix(3)),
            year: isFirst ? DateWords.year(year) : nil, isMajor: month == 1))
      }
    }
    return ticks
  }

  private func yearTicks(_ count: Double) -> [Tick] {
    guard let from = first.date?.year, let to = last.date?.year else { return [] }
    let years = Double(to) - Double(from) + 1
    var step: Int64 = 1
    var factors = [2, 5, 10]
    var unit: Int64 = 1
    while years / Double(step) > count, step <= 1_000_000_000_000_000_000 / 5 {
      step = unit * Int64(factors.removeFirst())
      if factors.isEmpty { (factors, unit) = ([2, 5, 10], step) }
    }
    var year = from / step * step
    if year < from { year += step }
    var ticks: [Tick] = []
    let major =
      step == 1 ? 5 : step == 2 ? 10 : step == 5 ? 10 : unit == step ? step * 10 : unit * 10
    while year <= to {
      if let day = Day(year: year, month: 1, day: 1), first <= day, day <= last {
        ticks.append(
          Tick(day: day, label: DateWords.year(year), year: nil, isMajor: year % major == 0))
      }
      year += step
    }
    return ticks
  }
}
