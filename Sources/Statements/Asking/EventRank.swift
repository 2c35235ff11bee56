internal import Chronology

/// How well a dated event marks the begin or the end of a mission: 0 is best.
enum EventRank {
  /// What a rank of `nil` marks presupposes an earlier begin, so it is weighed and never chosen.
  static let starts: [Property: Int?] = [
    .established: 0,
    .launched: 1,
    .deployed: 2, .operational: 2, .takeover: 2,
    // A decision comes before what it decides: only where nothing else is dated.
    .decided: 3, .authorised: 3, .signed: 3, .plannedStart: 3,
    .resumed: nil, .joined: nil,
  ]

  static let ends: [Property: Int?] = [
    .closed: 0, .mandateEnded: 1, .withdrawn: 2,
    // Giving way to a successor ends a mission only where nothing says so outright.
    .handedOver: 3,
  ]
}

/// Dated events in words.
enum EventWords {
  /// "launched in April 2016".
  static func of(_ property: Property, _ date: EDTF) -> String {
    "\(verb(property)) \(DateWords.when(date))"
  }

  private static func verb(_ property: Property) -> String {
    switch property {
    case .operational: "declared operational"
    case .takeover: "taken over"
    case .mandateEnded: "mandate ended"
    case .plannedStart: "foretold to begin"
    case .plannedEnd: "foretold to end"
    case .handedOver: "handed over to its successor"
    case .event: "a dated event"
    default: property.rawValue.split(separator: "-").joined(separator: " ")
    }
  }
}
