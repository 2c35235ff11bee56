import Chronology

/// Says what an expression means once a clock is known.
struct Resolver {
  let clock: Clock
  let words: TimeWords
  /// What the verbs near the expression say of its time.
  let tense: Tense

  enum Tense { case past, future, unknown }

  struct Resolved {
    var value: String
    /// The date, where the expression is one.
    var point: DatePoint?
    var completion: Completion?

    init(value: String, point: DatePoint? = nil, completion: Completion? = nil) {
      self.value = value
      self.point = point
      self.completion = completion
    }
  }

  func resolve(_ meaning: TimexGrammar.Meaning) -> Resolved {
    switch meaning {
    case .point(let point): return resolved(completed(point))
    case .relative(let point, let direction, let anchor):
      return resolved(relative(point, direction, anchor))
    case .within(var point, let offset, let anchor):
      guard let year = clock.base(anchor)?.year else { return unknown(point) }
      point.year = year + offset
      point.completion = anchor == .document && clock.document != nil ? .documentDate : .text
      return resolved(point)
    case .corresponding(let years): return corresponding(years)
    case .quarterOf(let year):
      var point = clock.quarter ?? DatePoint()
      point.year = year
      return resolved(point)
    case .shift(let count, let unit, let anchor, let phase):
      return shifted(count, unit, anchor, phase)
    case .daypart(let time, let days, let anchor): return daypart(time, days, anchor)
    case .reference(let reference): return Resolved(value: reference.rawValue)
    case .listed(let number): return Resolved(value: words.text(number))
    case .duration(let length): return Resolved(value: length.timexValue)
    case .set(let recurrence): return Resolved(value: text(of: recurrence))
    }
  }

  /// The value of a TIMEX3 of type SET.
  private func text(of recurrence: TimexGrammar.Recurrence) -> String {
    switch recurrence {
    case .listed(let number): words.text(number)
    case .every(let length): length.timexValue
    case .weekday(let number): "XXXX-WXX-\(number)"
    case .month(let number): "XXXX-\(padded(Int(number), 2))"
    case .season(let season):
      DatePoint(season: season).timexValue
    case .daypart(let part): "XXXX-XX-XXT\(part.rawValue)"
    }
  }

  private func resolved(_ point: DatePoint) -> Resolved {
    Resolved(value: point.timexValue, point: point, completion: point.completion)
  }

  private func unknown(_ point: DatePoint) -> Resolved {
    Resolved(value: point.timexValue, point: point, completion: nil)
  }

  private func source(_ anchor: TimexGrammar.Anchor) -> Completion {
    anchor == .document && clock.document != nil || clock.told == nil ? .documentDate : .text
  }

  // MARK: Dates without a year

  /// A written date with what it lacks.
  private func completed(_ point: DatePoint) -> DatePoint {
    var point = point
    if point.year == nil, point.month == nil, let day = point.day {
      return onDay(point, day)
    }
    if point.year != nil {
      if let holiday = point.holiday, let day = point.year.flatMap(holiday.day) {
        return moved(point, to: day)
      }
      // "in 479" of a text that counts BC.
      return point
    }
    if let weekday = point.weekday, point.month == nil { return onWeekday(point, weekday) }
    if clock.isNews, let document = clock.document {
      var direction = tense == .future ? 1 : tense == .past ? -1 : 0
      // Reports speak of the quarter past unless they say otherwise.
      if case .quarter = point.part, direction == 0 { direction = -1 }
      return nearest(point, document, direction, .documentDate)
    }
    let year: Int
    let completion: Completion
    if let known = clock.year {
      (year, completion) = (known, .text)
    } else if let known = clock.section {
      (year, completion) = (known, .heading)
    } else if let document = clock.document {
      return nearest(point, document, tense == .future ? 1 : tense == .past ? -1 : 0, .documentDate)
    } else {
      return point
    }
    point.year = year
    // In "December 1944 … by January" the year has turned.
    if let told = clock.told, told.year == year, let last = told.month, let month = point.month,
      last - month >= Resolver.turn
    {
      point.year = year + 1
    }
    if let year = point.year, let month = point.month, let day = point.day,
      !DatePoint.exists(year, month, day)
    {
      point.year = nil
      return point
    }
    point.completion = completion
    if let holiday = point.holiday, let day = point.year.flatMap(holiday.day) {
      return moved(point, to: day)
    }
    return point
  }

  /// How many months back a date must seem to lie to be one of the next year; chosen on narratives.
  private static let turn = 9

  private func moved(_ point: DatePoint, to day: Day) -> DatePoint {
    var date = point
    let whole = DatePoint(day)
    (date.year, date.month, date.day) = (whole.year, whole.month, whole.day)
    return date
  }

  /// "The 5th" of the month told last.
  private func onDay(_ point: DatePoint, _ day: Int) -> DatePoint {
    guard let base = clock.base(.narrative), let year = base.year, let month = base.month,
      DatePoint.exists(year, month, day)
    else { return point }
    var date = DatePoint(year: year, month: month, day: day)
    date.completion = source(.narrative)
    return date
  }

  /// The weekday before or after the clock's day.
  private func onWeekday(_ point: DatePoint, _ weekday: Int) -> DatePoint {
    let isTold = !clock.isNews && clock.told?.wholeDay != nil
    guard let base = isTold ? clock.told?.wholeDay : clock.document else { return point }
    let back = (base.weekday - weekday + 7) % 7
    let ahead = (weekday - base.weekday + 7) % 7
    let distance = isTold || tense == .future ? ahead : -back
    var date = moved(point, to: base.advanced(by: Int64(distance)))
    date.completion = isTold ? .text : .documentDate
    return date
  }

  /// How much farther than a date on the tense's side one on the other side counts; chosen on news.
  private static let weightAgainst: Int64 = 3

  /// The month, season, quarter or holiday nearest to a day on one side of it, or on either.
  private func nearest(
    _ point: DatePoint, _ base: Day, _ direction: Int, _ completion: Completion,
    excluding: Bool = false
  ) -> DatePoint {
    guard let baseYear = base.date.map({ Int($0.year) }) else { return point }
    var best: (point: DatePoint, cost: Int64)?
    for year in baseYear - 1...baseYear + 1 {
      var candidate = point
      candidate.year = year
      candidate.completion = completion
      if let holiday = point.holiday {
        guard let day = holiday.day(in: year) else { continue }
        candidate = moved(candidate, to: day)
      }
      guard let days = candidate.days else { continue }
      let isNow = days.contains(base)
      if isNow && excluding { continue }
      let distance =
        isNow
        ? 0
        : base < days.lowerBound
          ? days.lowerBound.number - base.number : days.upperBound.number - base.number
      // What the verbs say weighs, but a date close by on the other side is likelier still.
      let isAgainst = direction != 0 && distance != 0 && (distance < 0) != (direction < 0)
      guard !(isAgainst && excluding) else { continue }
      var weight = isAgainst ? Resolver.weightAgainst : 1
      if isAgainst, case .quarter = point.part { weight = 100 }
      let cost = abs(distance) * weight
      if best.map({ cost < $0.cost }) ?? true { best = (candidate, cost) }
    }
    guard let best else {
      if let month = point.month, let day = point.day, !DatePoint.exists(baseYear, month, day) {
        return point
      }
      var point = point
      point.year = baseYear
      point.completion = completion
      return point
    }
    return best.point
  }

  /// "Last May", "next Friday", "this summer".
  private func relative(
    _ point: DatePoint, _ direction: Int, _ anchor: TimexGrammar.Anchor
  ) -> DatePoint {
    guard let base = clock.base(anchor) else { return point }
    guard let day = base.wholeDay ?? base.days?.lowerBound else { return point }
    if let weekday = point.weekday {
      let back = (day.weekday - weekday + 7) % 7
      let ahead = (weekday - day.weekday + 7) % 7
      let distance =
        direction < 0
        ? -(back == 0 ? 7 : back)
        : direction > 0 ? (ahead == 0 ? 7 : ahead) : tense == .past ? -back : ahead
      var date = moved(point, to: day.advanced(by: Int64(distance)))
      date.completion = source(anchor)
      return date
    }
    if direction == 0 {
      var point = point
      point.year = base.year
      point.completion = source(anchor)
      if let holiday = point.holiday, let day = point.year.flatMap(holiday.day) {
        return moved(point, to: day)
      }
      return point
    }
    return nearest(point, day, direction, source(anchor), excluding: true)
  }

  // MARK: Distances

  private func shifted(
    _ count: Int, _ unit: TimeUnit, _ anchor: TimexGrammar.Anchor, _ phase: DatePoint.Phase?
  ) -> Resolved {
    guard let base = clock.base(anchor), var point = base.shifted(by: count, unit) else {
      return Resolved(value: Resolver.unknownValue(unit), point: nil, completion: nil)
    }
    point.phase = phase
    point.completion = source(anchor)
    point.isWrittenBC = base.isWrittenBC
    return resolved(point)
  }

  /// The quarter that a report is about so many years off; without one the year, or for no years the
  /// quarter before the document's.
  private func corresponding(_ years: Int) -> Resolved {
    if var quarter = clock.quarter, let year = quarter.year, clock.isNews || years == 0,
      years != 0 || isOver(quarter)
    {
      quarter.year = years == 0 ? year : (clock.documentYear ?? year) + years
      quarter.completion = .text
      return resolved(quarter)
    }
    if years != 0 { return shifted(years, .year, clock.isNews ? .document : .narrative, nil) }
    return shifted(-1, .quarter, .document, nil)
  }

  /// Whether a quarter had ended on the document's day, so that figures of it can be told.
  private func isOver(_ quarter: DatePoint) -> Bool {
    guard let document = clock.document, let days = quarter.days else { return true }
    return days.upperBound < document
  }

  private static func unknownValue(_ unit: TimeUnit) -> String {
    switch unit {
    case .month: "XXXX-XX"
    case .week, .fortnight, .weekend: "XXXX-WXX"
    case .day: "XXXX-XX-XX"
    case .quarter: "XXXX-QX"
    case .decade: "XXX"
    case .century, .millennium: "XX"
    default: "XXXX"
    }
  }

  private func daypart(
    _ time: DatePoint.Time, _ days: Int, _ anchor: TimexGrammar.Anchor
  ) -> Resolved {
    var anchor = anchor
    if clock.isNews, anchor == .narrative, days == 0, clock.told?.day == nil { anchor = .document }
    guard let base = clock.base(anchor), let day = base.wholeDay else {
      var point = clock.base(anchor) ?? DatePoint()
      if point.day == nil, point.month == nil { point = DatePoint() }
      point.time = time
      return unknown(point)
    }
    var point = DatePoint(day.advanced(by: Int64(days)))
    point.time = time
    point.completion = source(anchor)
    return resolved(point)
  }
}
