extension DateLanguage {
  /// A value in the words that a person would write: "from March to May 2005", "some time in the
  /// 1990s", "since 2021, still going on", "perhaps around 1998".
  ///
  /// Every value has words, however large its year or long its set; a set is cut short after a
  /// dozen members. What English says of a plain value, `read` understands again.
  public func words(for value: EDTF, seasons: EDTF.Seasons = .northern) -> String {
    let speaker = DateSpeaker(sayings: sayings, years: value.vastYears, seasons: seasons)
    return sayings.contracted(speaker.words(value))
  }

  /// A value in few words, as a label: "2004–2011", "since 2021", "March 2004 – 2011".
  public func label(for value: EDTF, seasons: EDTF.Seasons = .northern) -> String {
    let speaker = DateSpeaker(sayings: sayings, years: value.vastYears, seasons: seasons)
    return sayings.contracted(speaker.label(value))
  }

  /// A value with the preposition that an event takes: "on 5 May 2003", "in 2004", "some time in
  /// the 1990s".
  public func eventWords(for value: EDTF, seasons: EDTF.Seasons = .northern) -> String {
    let speaker = DateSpeaker(sayings: sayings, years: value.vastYears, seasons: seasons)
    return sayings.contracted(speaker.eventWords(value))
  }

  /// A year in words: "2004", "44 BC"; year 0 is 1 BC.
  public func words(forYear year: Int64) -> String {
    DateSpeaker(sayings: sayings, years: [], seasons: .northern).year(year)
  }

  /// A sentence around dates with its words drawn together: "à partir de le 2 mai" becomes "à partir du
  /// 2 mai".
  package func contracted(_ sentence: String) -> String { sayings.contracted(sentence) }

  /// The name of a month, 1 to 12; empty for other numbers.
  public func name(ofMonth month: Int) -> String { sayings.name(.month, month) ?? "" }

  /// A day in words: "5 May 2003"; nil for the infinities.
  public func words(for day: Day) -> String? {
    guard let date = day.date else { return nil }
    let speaker = DateSpeaker(sayings: sayings, years: [], seasons: .northern)
    return sayings.contracted(speaker.day(date.day, date.month, speaker.plainYear(date.year)))
  }
}

extension EDTF {
  /// The years that do not fit into a date.
  var vastYears: [VastYear] { if case .vast(let vast) = storage { vast.years } else { [] } }

  /// The value's shape, whatever the size of its years.
  var shape: Vast.Shape {
    switch storage {
    case .date(let date), .dateTime(let date, _): .date(date)
    case .interval(let begin, let end): .interval(begin, end)
    case .list(let quantifier, let members): .list(quantifier, members)
    case .vast(let vast): vast.shape
    }
  }
}

/// Says dates with the patterns of a language.
struct DateSpeaker {
  let sayings: Sayings
  let years: [VastYear]
  let seasons: EDTF.Seasons

  /// Words for a date and what kind of date they are about.
  typealias Saying = (words: String, kind: Sayings.Kind)

  func words(_ value: EDTF) -> String {
    if case .dateTime(let date, let time) = value.storage {
      return sayings.say("time", nil, ["date": said(date).words, "time": self.time(time)])
    }
    return switch value.shape {
    case .date(let date): said(date).words
    case .interval(let begin, let end): period(begin, end)
    case .list(let quantifier, let members): list(quantifier, members)
    }
  }

  func eventWords(_ value: EDTF) -> String {
    guard case .date(let date) = value.storage, date.marks == 0, date.isDefinite else {
      return words(value)
    }
    let (words, kind) = said(date)
    return sayings.say("in", kind, ["date": words])
  }

  /// An interval without "from", and an open end without comment; else as words.
  func label(_ value: EDTF) -> String {
    guard case .interval(let begin, let end) = value.shape else { return words(value) }
    let (from, to) = (said(begin, isEnd: true), said(end, isEnd: true))
    switch (begin.state, end.state) {
    case (.date, .date) where begin.isBounded || end.isBounded: return words(value)
    case (.date, .date):
      let isTight = from.kind == .year && to.kind == .year && begin.isPlain && end.isPlain
      return sayings.say(
        isTight ? "label.tight" : "label.period", nil, ["from": from.words, "to": to.words])
    case (.date, .open) where !begin.isBounded:
      return sayings.say("since", from.kind, ["date": from.words])
    default: return words(value)
    }
  }

  // MARK: Intervals

  private func period(_ begin: PartialDate, _ end: PartialDate) -> String {
    let (from, to) = ends(begin, end)
    switch (begin.state, end.state) {
    case (.date, .date):
      return sayings.say("period", from.kind, ["from": from.words, "to": to.words])
    case (.date, .open): return sayings.say("period.open", from.kind, ["from": from.words])
    case (.date, .unknown):
      return sayings.say("period.unknown-end", from.kind, ["from": from.words])
    case (.open, .date): return sayings.say("period.until", to.kind, ["to": to.words])
    case (.unknown, .date): return sayings.say("period.unknown-begin", to.kind, ["to": to.words])
    case (.unknown, _): return sayings.say("period.unknown-open")
    case (.open, .unknown): return sayings.say("period.open-unknown")
    case (.open, .open): return sayings.say("period.open-open")
    }
  }

  /// Both ends; the first without the year or month that it shares with the second.
  private func ends(_ begin: PartialDate, _ end: PartialDate) -> (from: Saying, to: Saying) {
    func bounded(_ date: PartialDate, _ saying: Saying) -> Saying {
      let name =
        date.flags.contains(.orBefore)
        ? "or-earlier" : date.flags.contains(.orAfter) ? "or-later" : nil
      return name.map { (sayings.say($0, saying.kind, ["date": saying.words]), saying.kind) }
        ?? saying
    }
    let to = end.isDate ? bounded(end, said(end, isEnd: true)) : ("", .other)
    guard begin.isDate else { return (("", .other), to) }
    return (shortened(begin, before: end) ?? bounded(begin, said(begin, isEnd: true)), to)
  }

  /// "3" of "from 3 to 9 May 2005", "March" of "from March to May 2005"; nil where nothing is
  /// shared.
  private func shortened(_ begin: PartialDate, before end: PartialDate) -> Saying? {
    guard begin.isPlain, end.isPlain, begin.hasMonth, begin.magnitude == end.magnitude,
      begin.flags == end.flags, begin.hasDay == end.hasDay, !begin.isGrouping, !end.isGrouping
    else { return nil }
    guard begin.hasDay else {
      return (sayings.say("date.month.only", nil, ["month": month(Int(begin.month))]), .month)
    }
    let number = dayNumber(Int(begin.day))
    guard begin.month != end.month else {
      return (sayings.say("date.day.only", nil, ["day": number]), .day)
    }
    return (
      sayings.say(
        "date.day.month", nil, ["day": number, "month": month(Int(begin.month))]), .day
    )
  }

  // MARK: Sets

  /// Sets are cut after so many members.
  private static let longestList = 12

  private func list(_ quantifier: EDTF.Quantifier, _ members: [EDTF.Member]) -> String {
    let shown =
      members.count > DateSpeaker.longestList + 1 ? DateSpeaker.longestList : members.count
    let qualifiers = Set(
      members.prefix(shown).map { $0.first.marks == 0 ? [] : $0.first.qualifier })
    let isMixed = qualifiers.count > 1
    let items = members.prefix(shown).map { item(quantifier, $0, isApart: isMixed) }
    guard shown == members.count else {
      return sayings.say(
        "more", nil,
        ["list": joined(items[...]), "count": String(members.count - shown)])
    }
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    // "No later than 1983 or 1990" would be no later than 1990.
    let isBounded = members[0].first.flags.contains(.orBefore)
    return sayings.say(
      quantifier == .allOf ? "and" : isBounded ? "or-apart" : "or", nil,
      ["list": joined(items.dropLast()), "last": last])
  }

  private func joined(_ items: ArraySlice<String>) -> String {
    items.joined(separator: sayings.say("separator") + " ")
  }

  private func item(
    _ quantifier: EDTF.Quantifier, _ member: EDTF.Member, isApart: Bool
  ) -> String {
    let first = member.first
    if let last = member.last {
      let (from, to) = ends(first, last)
      return sayings.say(
        quantifier == .oneOf ? "between" : "each", to.kind, ["from": from.words, "to": to.words])
    }
    let (words, kind) = isApart ? saidApart(first) : said(first)
    let isOne = quantifier == .oneOf
    if first.flags.contains(.orBefore) {
      return sayings.say(isOne ? "no-later" : "each-until", kind, ["date": words])
    }
    if first.flags.contains(.orAfter) {
      return sayings.say(isOne ? "no-earlier" : "each-since", kind, ["date": words])
    }
    return words
  }

  // MARK: Times

  /// `23:20:30 UTC`, `23:20:30 UTC-04`.
  private func time(_ time: TimeOfDay) -> String {
    func two(_ number: UInt8) -> String { padded(Int(number)) }
    let clock = "\(two(time.hour)):\(two(time.minute)):\(two(time.second))"
    func shifted(_ shift: String, _ isNegative: Bool) -> String {
      clock + " " + sayings.say("shift", nil, ["shift": (isNegative ? "-" : "+") + shift])
    }
    return switch time.zone {
    case .none: clock
    case .utc: clock + " " + sayings.say("utc")
    case .hours(let hours, let isNegative): shifted(two(hours), isNegative)
    case .minutes(let hours, let minutes, let isNegative):
      shifted("\(two(hours)):\(two(minutes))", isNegative)
    }
  }
}

extension PartialDate {
  /// Whether the date stands there, or the end is open, or unknown.
  fileprivate enum State { case date, open, unknown }

  fileprivate var state: State {
    isDate ? .date : flags.contains(.unknown) ? .unknown : .open
  }

  /// "Or earlier", "or later".
  fileprivate var isBounded: Bool { !flags.isDisjoint(with: [.orBefore, .orAfter]) }

  /// A definite year of four digits, perhaps with month and day, and nothing else.
  fileprivate var isPlain: Bool {
    isDate && isDefinite && marks == 0 && flags.isSubset(of: .negative)
  }
}
