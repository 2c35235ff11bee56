extension DateSpeaker {
  /// A date with what qualifies it.
  ///
  /// - Parameter isEnd: whether it is an end of a period, where some languages place a hedge
  ///   elsewhere.
  func said(_ date: PartialDate, isEnd: Bool = false) -> Saying {
    let (words, kind, qualifier) = loose(date) ?? bare(date, isEnd: isEnd)
    let parts = date.qualifiers
    let present =
      [parts.year] + (date.hasMonth ? [parts.month] : []) + (date.hasDay ? [parts.day] : [])
    guard let first = present.first, present.allSatisfy({ $0 == first }) else {
      return (sayings.say("qualified", nil, ["date": words, "notes": notes(date)]), kind)
    }
    let name: String
    switch first.subtracting(qualifier) {
    case [.uncertain, .approximate]: name = "perhaps-around"
    case .uncertain: name = "perhaps"
    case .approximate: name = isEnd ? "around-end" : "around"
    default: return (words, kind)
    }
    return (sayings.say(name, kind, ["date": words]), kind)
  }

  /// A date whose qualifiers stand behind it, each with its component: between dates with others,
  /// one before it would seem to be about them all.
  func saidApart(_ date: PartialDate) -> Saying {
    guard date.marks != 0 else { return said(date) }
    let (words, kind, _) = bare(date, isEnd: false)
    return (sayings.say("qualified", nil, ["date": words, "notes": notes(date)]), kind)
  }

  /// "Early 2003" for a third of a year that is approximate; what its words say of it already.
  private func loose(_ date: PartialDate) -> (String, Sayings.Kind, Qualifier)? {
    let names: [UInt8: String] = [37: "early", 38: "middle", 39: "late"]
    let parts = date.qualifiers
    guard let name = names[date.month], parts.month.contains(.approximate),
      parts.year.contains(.approximate), date.isDefinite
    else { return nil }
    return (sayings.say(name, nil, ["year": year(date)]), .part, .approximate)
  }

  /// "Year uncertain, day approximate".
  func notes(_ date: PartialDate) -> String {
    let parts = date.qualifiers
    var notes: [String] = []
    for (name, qualifier) in [("year", parts.year), ("month", parts.month), ("day", parts.day)] {
      switch qualifier {
      case [.uncertain, .approximate]: notes.append(sayings.say("both.of-\(name)"))
      case .uncertain: notes.append(sayings.say("uncertain.of-\(name)"))
      case .approximate: notes.append(sayings.say("approximate.of-\(name)"))
      default: break
      }
    }
    return notes.joined(separator: sayings.say("separator") + " ")
  }

  /// A date without its qualifiers.
  private func bare(_ date: PartialDate, isEnd: Bool) -> (String, Sayings.Kind, Qualifier) {
    let (words, kind) = date.mask == 0 ? definite(date) : masked(date, isEnd: isEnd)
    return (words, kind, [])
  }

  private func definite(_ date: PartialDate) -> Saying {
    let year = year(date)
    guard date.hasMonth else { return (year, .year) }
    if date.isGrouping { return grouping(date.month, date, year) }
    guard date.hasDay else {
      return (
        sayings.say("date.month", nil, ["month": month(Int(date.month)), "year": year]), .month
      )
    }
    return (day(Int(date.day), Int(date.month), year), .day)
  }

  func day(_ day: Int, _ month: Int, _ year: String) -> String {
    sayings.say(
      "date.day", nil, ["day": dayNumber(day), "month": self.month(month), "year": year])
  }

  func dayNumber(_ day: Int) -> String {
    day == 1 && sayings.pattern("day.1") != nil ? sayings.say("day.1") : String(day)
  }

  func month(_ month: Int) -> String { sayings.name(.month, month) ?? "" }

  // MARK: Parts of a year

  /// A season, a quarter, a third or a half of a year.
  private func grouping(_ code: UInt8, _ date: PartialDate, _ year: String) -> Saying {
    switch code {
    case 21...32: return (season(code, date, year), .season)
    case 33...36: return (sayings.say("quarter.\(code - 32)", nil, ["year": year]), .part)
    case 37...39: return (sayings.say("third.\(code - 36)", nil, ["year": year]), .part)
    default: return (sayings.say("half.\(code - 39)", nil, ["year": year]), .part)
    }
  }

  private func season(_ code: UInt8, _ date: PartialDate, _ year: String) -> String {
    let names = ["spring", "summer", "autumn", "winter"]
    let index = Int(code - 21) % 4
    var season =
      sayings.pattern("season.\(names[index])") != nil
      ? sayings.say("season.\(names[index])") : sayings.name(.season, index) ?? ""
    if code > 24 {
      season = sayings.say(code > 28 ? "southern" : "northern", nil, ["season": season])
    }
    let (first, last) = Months.of(grouping: code, seasons)
    let gaps = ["season": season, "year": year]
    guard first == last, first.first + first.count > 13, let number = date.yearRange?.first,
      1...9998 ~= number
    else { return sayings.say("date.season", nil, gaps) }
    // "Winter 2004–05", but "winter 1999–2000".
    let next = (number + 1) % 100 == 0 ? String(number + 1) : padded(Int((number + 1) % 100))
    return sayings.say("date.winter", nil, gaps.merging(["next": next]) { $1 })
  }

  // MARK: Years

  /// "2004", "44 BC", "AD 70", "the year 12345", "some year from 1900 to 1999, about 1950".
  func year(_ date: PartialDate) -> String {
    let kept =
      date.flags.contains(.vast) ? years[Int(date.magnitude)].significant : Int(date.significant)
    if kept > 0 {
      var exact = date
      var others = years
      exact.significant = 0
      if exact.flags.contains(.vast) { others[Int(exact.magnitude)].significant = 0 }
      let plain = DateSpeaker(sayings: sayings, years: others, seasons: seasons)
      func edge(_ isLast: Bool) -> String {
        guard let text = date.decimalYear(latest: isLast, years).text else {
          return plain.year(exact)
        }
        return Int64(text).map(plainYear) ?? text
      }
      return sayings.say(
        "year.rounded", nil,
        [
          "first": edge(false), "last": edge(true),
          "year": exact.yearRange.map { plainYear($0.first) } ?? plain.year(exact),
        ])
    }
    if let number = date.yearRange?.first, date.yearRange?.last == number { return year(number) }
    let whole = date.decimalYear(latest: false, years)
    if whole.count <= 18, let text = whole.text { return far(text) }
    let digits = String(decoding: whole.leading, as: UTF8.self)
    guard whole.fillCount > 0 else {
      return sayings.say("year.long", nil, ["year": (whole.isNegative ? "-" : "") + digits])
    }
    let exponent =
      date.flags.contains(.vast)
      ? String(decoding: years[Int(date.magnitude)].exponent, as: UTF8.self) : String(date.exponent)
    return sayings.say(
      "year.power", nil,
      ["digits": (whole.isNegative ? "-" : "") + digits, "exponent": exponent])
  }

  /// An astronomical year as people count them: there is no year 0.
  func year(_ number: Int64) -> String {
    if number <= 0 {
      return sayings.say("before-era", .year, ["date": String(number.magnitude &+ 1)])
    }
    if number < 1000 { return sayings.say("after-era", .year, ["date": String(number)]) }
    return number < 10_000
      ? String(number) : sayings.say("year.long", nil, ["year": String(number)])
  }

  /// A year that stands beside a month or another year, so that nobody takes it for a number.
  func plainYear(_ number: Int64) -> String {
    number < 10_000 ? year(number) : String(number)
  }

  /// A year from its digits, which may be too many to count.
  private func far(_ digits: String) -> String {
    Int64(digits).map { year($0) } ?? sayings.say("year.long", nil, ["year": digits])
  }
}
