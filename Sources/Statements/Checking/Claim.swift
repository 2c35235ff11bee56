internal import Chronology

/// A dated claim about a mission that can agree or disagree with another: when it began, ended, was
/// launched.
struct Claim: Hashable {
  let property: Property
  let date: EDTF
  /// The days that the date leaves open, both inclusive.
  let first: Day
  let last: Day
  let side: Finding.Side

  init?(_ property: Property, _ date: EDTF, _ side: Finding.Side) {
    guard let days = date.days else { return nil }
    self.property = property
    self.date = date
    self.side = side
    first = days.first
    last = days.last
  }

  /// What two claims that say the same have in common.
  var saying: [AnyHashable] { [property, date] }

  var isDay: Bool { first == last }

  /// Whether no day is possible for both.
  func excludes(_ other: Claim) -> Bool { last < other.first || other.last < first }

  /// Whether this leaves open fewer days, all of which the other leaves open too.
  func refines(_ other: Claim) -> Bool {
    first >= other.first && last <= other.last && (first, last) != (other.first, other.last)
  }

  /// Days between two single days; nil where either is longer.
  func days(to other: Claim) -> Int64? {
    guard isDay, other.isDay, first.isFinite, other.first.isFinite else { return nil }
    return abs(first.number - other.first.number)
  }
}

extension Account {
  /// Events that a mission has once, so that two days for one are one too many.
  private static let single: Set<Property> = [
    .established, .launched, .operational, .closed, .mandateEnded, .handedOver,
  ]

  /// The begin or end of the period, where the document gives one to the mission itself.
  func claim(_ edge: Period.Edge) -> Claim? {
    guard period.origin == .stated || period.origin == .events,
      case .date(let date) = edge == .start ? period.start : period.end
    else { return nil }
    let chosen = period.candidates.first { $0.edge == edge && $0.isChosen }
    guard let passage = chosen?.passage ?? period.passages.first else { return nil }
    return Claim(chosen?.property ?? .period, date, Finding.Side(self, passage))
  }

  /// The dated events that a mission has once.
  var singleEvents: [Claim] {
    statements.compactMap { statement in
      guard Account.single.contains(statement.property), let valid = statement.valid else {
        return nil
      }
      return Claim(statement.property, valid, Finding.Side(self, statement.passages[0]))
    }
  }
}
