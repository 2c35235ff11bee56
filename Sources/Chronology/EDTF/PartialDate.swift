/// A date expression of EDTF in sixteen bytes: a year, perhaps a month or a grouping of months,
/// perhaps a day, each with the digits left open and the qualifiers that stand beside it.
///
/// It also stands for an interval's end that is open (`..`) or unknown (nothing written).
struct PartialDate: Hashable, Sendable {
  /// The year's written digits as a number, open digits as 0, without sign and exponent; where
  /// `flags` has `.vast`, an index into the value's long years.
  var magnitude: Int64 = 0
  /// The number after `E`; 0 where there is none.
  var exponent: UInt8 = 0
  /// The number after `S`; 0 where there is none.
  var significant: UInt8 = 0
  /// 1–12 a month, 21–41 a grouping of months; open digits as 0.
  var month: UInt8 = PartialDate.absent
  var day: UInt8 = PartialDate.absent
  /// A bit for each open digit: year 8 4 2 1, month 32 16, day 128 64.
  var mask: UInt8 = 0
  var flags: Flags = []
  /// Two bits a mark, as in `Qualifier`; the places are those of `Place`.
  var marks: UInt16 = 0

  static let absent: UInt8 = 0xFF

  struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let negative = Flags(rawValue: 1)
    /// Written with `Y`.
    static let letter = Flags(rawValue: 2)
    /// The year's digits do not fit here.
    static let vast = Flags(rawValue: 4)
    static let open = Flags(rawValue: 8)
    static let unknown = Flags(rawValue: 16)
    /// `..2004`
    static let orBefore = Flags(rawValue: 32)
    /// `2004..`
    static let orAfter = Flags(rawValue: 64)
  }

  static let open = PartialDate(flags: .open)
  static let unknown = PartialDate(flags: .unknown)

  var isDate: Bool { flags.isDisjoint(with: [.open, .unknown]) }
  var hasMonth: Bool { month != PartialDate.absent }
  var hasDay: Bool { day != PartialDate.absent }
  var isGrouping: Bool { hasMonth && month > 12 }
  var yearMask: UInt8 { mask & 15 }
  var monthMask: UInt8 { mask >> 4 & 3 }
  var dayMask: UInt8 { mask >> 6 }

  /// A year of four digits, one of its months or one of its days, all digits written.
  var isOrdinary: Bool {
    mask == 0 && significant == 0 && flags.rawValue & ~Flags.negative.rawValue == 0 && !isGrouping
  }

  /// Neither masked nor rounded: exactly one unit of its precision.
  var isDefinite: Bool { mask == 0 && significant == 0 }
}

/// What is said against a component: uncertain, approximate, or both.
public struct Qualifier: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `?`
  public static let uncertain = Qualifier(rawValue: 1)
  /// `~`
  public static let approximate = Qualifier(rawValue: 2)

  init?(byte: UInt8) {
    switch byte {
    case UInt8(ascii: "?"): self = .uncertain
    case UInt8(ascii: "~"): self = .approximate
    case UInt8(ascii: "%"): self = [.uncertain, .approximate]
    default: return nil
    }
  }

  /// The character that writes it; nil where nothing is qualified.
  var byte: UInt8? {
    switch rawValue {
    case 1: UInt8(ascii: "?")
    case 2: UInt8(ascii: "~")
    case 3: UInt8(ascii: "%")
    default: nil
    }
  }
}

extension PartialDate {
  /// Where a mark can stand: left or right of each component. The raw value is its shift.
  enum Place: UInt16, CaseIterable {
    case yearLeft = 0
    case yearRight = 2
    case monthLeft = 4
    case monthRight = 6
    case dayLeft = 8
    case dayRight = 10
  }

  @inline(__always)
  subscript(place: Place) -> Qualifier {
    get { Qualifier(rawValue: UInt8(marks >> place.rawValue & 3)) }
    set { marks = marks & ~(3 << place.rawValue) | UInt16(newValue.rawValue) << place.rawValue }
  }

  /// What is said against the year, the month and the day. A mark on the left is about its own
  /// component, one on the right also about all components before it.
  var qualifiers: (year: Qualifier, month: Qualifier, day: Qualifier) {
    let day = self[.dayRight]
    let month = day.union(self[.monthRight])
    let year = month.union(self[.yearRight])
    return (
      year.union(self[.yearLeft]),
      hasMonth ? month.union(self[.monthLeft]) : [],
      hasDay ? day.union(self[.dayLeft]) : []
    )
  }

  /// All that is said against any component.
  var qualifier: Qualifier {
    guard marks != 0 else { return [] }
    return Place.allCases.reduce(into: []) { $0.formUnion(self[$1]) }
  }
}

/// A time of day as written, packed. It never moves a bound: bounds are days as written.
struct TimeOfDay: Hashable, Sendable {
  var hour: UInt8
  var minute: UInt8
  var second: UInt8
  var zone: Zone

  enum Zone: Hashable, Sendable {
    /// Local time.
    case none
    /// `Z`
    case utc
    /// `-04`
    case hours(UInt8, negative: Bool)
    /// `+04:30`
    case minutes(UInt8, UInt8, negative: Bool)
  }
}
