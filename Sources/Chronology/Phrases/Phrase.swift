/// What a phrase about a date says: an event at some time in a date, a period between two limits,
/// a bound on an event, a choice, a list.
///
/// The four points of `extent` are what it says; `edtf` is the text for exchange, and there are
/// phrases that it cannot carry.
public indirect enum Phrase: Hashable, Sendable {
  /// "In June 2004", "early 2003": at some time in it.
  case event(ProseDate)
  /// "The 1990s" as a period: from some time in its first year to some time in its last.
  case era(ProseDate)
  /// "Throughout 2014": from its first day to its last, both exact.
  case throughout(ProseDate)
  /// "From 2004 to 2011", "since 2021", "until 31 December 2011".
  case period(from: Limit, to: Limit)
  /// "By June 2007", "no later than March 2005": an event, the date included.
  case noLaterThan(ProseDate)
  /// "No earlier than March 2005": an event, the date included.
  case noEarlierThan(ProseDate)
  /// "Before 2004": an event, the date excluded.
  case before(ProseDate)
  /// "After 2004": an event, the date excluded.
  case after(ProseDate)
  /// "Between March and May 2005": an event at some time from the one to the other, both included.
  case between(ProseDate, ProseDate)
  /// "For six months from 1 July 2004".
  case lasting(Length, from: ProseDate)
  /// "For the six months to 31 December 2004".
  case ending(ProseDate, after: Length)
  /// "2004 or 2005": one of them, nobody says which.
  case oneOf([Phrase])
  /// "2004, 2006 and 2008": all of them.
  case allOf([Phrase])

  /// Where a period begins or ends.
  public enum Limit: Hashable, Sendable {
    /// At some time in the date.
    case date(ProseDate)
    /// "Since at least 2012" begins then or earlier. LoC EDTF has no text for it.
    case orEarlier(ProseDate)
    /// "Until at least March 2010" ends then or later. LoC EDTF has no text for it.
    case orLater(ProseDate)
    /// The text says that it goes on: "to date", "onwards".
    case open
    /// The text says nothing of this end: "until 2011".
    case notStated
    /// The text says that nobody knows.
    case unknown

    /// The date that the end is about; nil where there is none.
    public var date: ProseDate? {
      switch self {
      case .date(let date), .orEarlier(let date), .orLater(let date): date
      case .open, .notStated, .unknown: nil
      }
    }
  }

  /// A length of time in units of the calendar, one or more: "six months".
  public struct Length: Hashable, Sendable {
    /// How many units, from 1.
    public var count: Int
    /// What is counted.
    public var unit: ProseDate.Unit

    /// A length of so many units.
    public init(_ count: Int, _ unit: ProseDate.Unit) {
      self.count = count
      self.unit = unit
    }
  }

  /// "Since 2021".
  public static func since(_ date: ProseDate) -> Phrase { .period(from: .date(date), to: .open) }

  /// "Until 2011".
  public static func until(_ date: ProseDate) -> Phrase {
    .period(from: .notStated, to: .date(date))
  }
}

extension Phrase {
  /// Its dates in the order in which they are said.
  public var dates: [ProseDate] {
    switch self {
    case .event(let date), .era(let date), .throughout(let date), .noLaterThan(let date),
      .noEarlierThan(let date), .before(let date), .after(let date), .lasting(_, from: let date),
      .ending(let date, after: _):
      [date]
    case .between(let low, let high): [low, high]
    case .period(let from, let to): [from.date, to.date].compactMap { $0 }
    case .oneOf(let phrases), .allOf(let phrases): phrases.flatMap(\.dates)
    }
  }

  /// The same phrase with other dates.
  public func mapDates(_ change: (ProseDate) -> ProseDate) -> Phrase {
    switch self {
    case .event(let date): .event(change(date))
    case .era(let date): .era(change(date))
    case .throughout(let date): .throughout(change(date))
    case .period(let from, let to): .period(from: from.map(change), to: to.map(change))
    case .noLaterThan(let date): .noLaterThan(change(date))
    case .noEarlierThan(let date): .noEarlierThan(change(date))
    case .before(let date): .before(change(date))
    case .after(let date): .after(change(date))
    case .between(let low, let high): .between(change(low), change(high))
    case .lasting(let length, from: let date): .lasting(length, from: change(date))
    case .ending(let date, after: let length): .ending(change(date), after: length)
    case .oneOf(let phrases): .oneOf(phrases.map { $0.mapDates(change) })
    case .allOf(let phrases): .allOf(phrases.map { $0.mapDates(change) })
    }
  }

  /// Whether every date has its year, and every day its month.
  public var isComplete: Bool {
    dates.allSatisfy { $0.year != nil && ($0.day == nil || $0.month != nil) }
  }

  /// All that is said against any of its dates.
  public var qualifier: Qualifier { dates.reduce(into: []) { $0.formUnion($1.qualifier) } }
}

extension Phrase.Limit {
  func map(_ change: (ProseDate) -> ProseDate) -> Phrase.Limit {
    switch self {
    case .date(let date): .date(change(date))
    case .orEarlier(let date): .orEarlier(change(date))
    case .orLater(let date): .orLater(change(date))
    case .open, .notStated, .unknown: self
    }
  }
}
