/// What a statement says of its mission. The set is open: `properties.tsv` describes each key with
/// a label, the type of its value and its terms in Wikidata, CIDOC-CRM and schema.org.
package struct Property: RawRepresentable, Hashable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  // Values of their own.
  package static let organisation = Property(rawValue: "organisation")
  package static let place = Property(rawValue: "place")
  /// The act that a mission rests on (value: its name and number).
  package static let legalBasis = Property(rawValue: "legal-basis")
  /// The body that decided on it, authorised, established or extended it (value: its name).
  package static let mandatedBy = Property(rawValue: "mandated-by")
  /// Who asked for it (value: the name).
  package static let requestedBy = Property(rawValue: "requested-by")
  /// Why it ended (value: the clause).
  package static let endCause = Property(rawValue: "end-cause")
  package static let predecessor = Property(rawValue: "predecessor")
  /// The mission that it is a part of.
  package static let partOf = Property(rawValue: "part-of")
  package static let followOn = Property(rawValue: "follow-on")

  /// A period that the text gives to this mission itself (value: a date).
  package static let period = Property(rawValue: "period")
  /// A day or year that the text gives as this mission's begin or end, and says nothing of the other
  /// (value: a date): "Start: 1 July 2005".
  package static let start = Property(rawValue: "start")
  package static let end = Property(rawValue: "end")
  /// The text says that it goes on at its own date (value: the clause).
  package static let goesOn = Property(rawValue: "goes-on")
  /// The period of the section that the mission stands in (value: a date); inherited, not stated.
  package static let sectionPeriod = Property(rawValue: "section-period")
  /// From the first to the last date on which rows of a table speak of the mission (value: a date); the
  /// table states neither begin nor end.
  package static let observedPeriod = Property(rawValue: "observed-period")

  // Dated events; the value is the clause, `valid` the date.
  package static let requested = Property(rawValue: "requested")
  package static let decided = Property(rawValue: "decided")
  package static let authorised = Property(rawValue: "authorised")
  package static let established = Property(rawValue: "established")
  package static let launched = Property(rawValue: "launched")
  package static let deployed = Property(rawValue: "deployed")
  package static let operational = Property(rawValue: "operational")
  package static let takeover = Property(rawValue: "takeover")
  /// It gave way to its successor.
  package static let handedOver = Property(rawValue: "handed-over")
  package static let resumed = Property(rawValue: "resumed")
  package static let expanded = Property(rawValue: "expanded")
  package static let extended = Property(rawValue: "extended")
  package static let renamed = Property(rawValue: "renamed")
  package static let signed = Property(rawValue: "signed")
  package static let joined = Property(rawValue: "joined")
  package static let drawdown = Property(rawValue: "drawdown")
  package static let withdrawn = Property(rawValue: "withdrawn")
  package static let mandateEnded = Property(rawValue: "mandate-ended")
  /// A begin or an end that the text foretells and does not report.
  package static let plannedStart = Property(rawValue: "planned-start")
  package static let plannedEnd = Property(rawValue: "planned-end")
  package static let closed = Property(rawValue: "closed")
  /// A dated statement of no more special type.
  package static let event = Property(rawValue: "event")

  // Quantities.
  package static let trained = Property(rawValue: "trained")
  package static let strength = Property(rawValue: "strength")
  package static let authorisedStrength = Property(rawValue: "authorised-strength")
  package static let peakStrength = Property(rawValue: "peak-strength")
  package static let contributors = Property(rawValue: "contributors")
  package static let casualties = Property(rawValue: "casualties")
  package static let cost = Property(rawValue: "cost")
  package static let amount = Property(rawValue: "amount")
}
