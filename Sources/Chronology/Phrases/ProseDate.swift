/// A date as prose writes it: "5 May 2003", "mid-June 2004", "the early 1990s", "winter 2004/05",
/// "May" without its year.
///
/// It says what was written, not which days are meant: `stretch` and `Phrase` say that. A date
/// without a year waits for one from its context.
public struct ProseDate: Hashable, Sendable {
  /// The astronomical year (0 is 1 BC), of a decade or longer its first; nil where none is written.
  public var year: Int64?
  /// Whether `year` is a year or begins a decade, a century or a millennium.
  public var era: Era
  /// "Summer", where one is written.
  public var season: Season?
  /// 1 to 12.
  public var month: Int?
  /// 1 to 31.
  public var day: Int?
  /// A part of the finest unit that is written.
  public var part: Part?
  /// A unit within the finest one written, which nobody names: "one day in June 2004".
  public var unnamed: Unit?
  /// "about", "perhaps" and the like.
  public var qualifier: Qualifier

  /// A date with what is written of it.
  public init(
    year: Int64? = nil, era: Era = .year, season: Season? = nil, month: Int? = nil,
    day: Int? = nil, part: Part? = nil, unnamed: Unit? = nil, qualifier: Qualifier = []
  ) {
    self.year = year
    self.era = era
    self.season = season
    self.month = month
    self.day = day
    self.part = part
    self.unnamed = unnamed
    self.qualifier = qualifier
  }
}

extension ProseDate {
  /// How many years are meant. A decade is "the 1990s", a century the hundred years that ISO 8601
  /// counts by their first digits: the 19th is 1800 to 1899.
  public enum Era: Int64, Hashable, Sendable, CaseIterable {
    case year = 1
    case decade = 10
    case century = 100
    case millennium = 1_000
  }

  /// A season, and the hemisphere where the text names one.
  ///
  /// Winter is named by the year of its December, and so is the summer of the south.
  public struct Season: Hashable, Sendable {
    /// The four seasons, from spring.
    public enum Name: Int, Hashable, Sendable, CaseIterable {
      case spring, summer, autumn, winter
    }
    /// The half of the Earth whose season is meant.
    public enum Hemisphere: Int, Hashable, Sendable, CaseIterable { case northern, southern }

    /// Which of the four.
    public var name: Name
    /// The hemisphere that the text names; nil where it names none.
    public var hemisphere: Hemisphere?

    /// A season, perhaps of a hemisphere.
    public init(_ name: Name, _ hemisphere: Hemisphere? = nil) {
      self.name = name
      self.hemisphere = hemisphere
    }

    /// The code that EDTF gives it: 21 to 24, of the north 25 to 28, of the south 29 to 32.
    var code: UInt8 {
      let first: Int =
        switch hemisphere {
        case nil: 21
        case .northern: 25
        case .southern: 29
        }
      return UInt8(first + name.rawValue)
    }
  }

  /// A part of a month, a season, a year, a decade or longer.
  public enum Part: Hashable, Sendable {
    /// Thirds: of a year its quadrimesters, of a decade years 0–3, 4–6 and 7–9, of a month days
    /// 1–10, 11–20 and the rest; vague at the edges.
    case early, middle, late
    /// "At the start of 2007": its first twelfth, loosely; of a month and of a decade as `early`.
    case beginning
    /// "At the end of 2007": its last twelfth, loosely; of a month and of a decade as `late`.
    case end
    /// 1 or 2.
    case half(Int)
    /// 1 to 3.
    case third(Int)
    /// 1 to 4.
    case quarter(Int)
    /// The first, or the last, so many units: "the first three months of 2004".
    case first(Int, Unit)
    case last(Int, Unit)
    /// Of a month its n-th seven days; of a year its week by ISO 8601.
    case week(Int)
  }

  /// A unit of the calendar.
  public enum Unit: Int, Hashable, Sendable, CaseIterable { case day, week, month, year }

  /// How fine a date is written, parts apart.
  public enum Precision: Int, Hashable, Comparable, Sendable, CaseIterable {
    case millennium, century, decade, year, season, month, day
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The finest unit that is written.
  public var precision: Precision {
    if day != nil { return .day }
    if month != nil { return .month }
    if season != nil { return .season }
    return switch era {
    case .year: .year
    case .decade: .decade
    case .century: .century
    case .millennium: .millennium
    }
  }

  /// Whether the text says "about" or the like.
  public var isApproximate: Bool { qualifier.contains(.approximate) }
  /// Whether the text says "perhaps" or the like.
  public var isUncertain: Bool { qualifier.contains(.uncertain) }

  /// The date with what it lacks from the left taken from another: the year of "May" from
  /// "June 2005", the month and year of "3" from "9 May 2005".
  public func completed(from other: ProseDate) -> ProseDate {
    var date = self
    if date.year == nil, other.era == .year { date.year = other.year }
    if date.month == nil, date.season == nil, date.day != nil { date.month = other.month }
    return date
  }
}
