/// An answer to a question about imprecise time, and why it is so.
public struct Verdict: Hashable, Sendable {
  /// What is answered: a truth, relations, or a length of time.
  public enum Result: Hashable, Sendable {
    case truth(Truth)
    /// The relations that may hold, in the order of `AllenRelation`.
    case relations([AllenRelation])
    case duration(TimeSpan.Duration)
  }

  /// The answer.
  public let result: Result
  /// A sentence that names the operands, by their texts, and the days that decided.
  public let reason: String
}

extension Verdict.Result: CustomStringConvertible {
  /// `certainly`; `contains,startedBy`; `min 1 max unbounded`.
  public var description: String {
    switch self {
    case .truth(let truth): truth.description
    case .relations(let relations): relations.map(\.rawValue).joined(separator: ",")
    case .duration(let duration): duration.description
    }
  }
}

/// How dates are meant and what is made of their qualifiers, for a question or many.
public struct Terms: Hashable, Sendable {
  /// What single dates mean.
  public var reading: EDTF.Reading
  /// What the qualifiers do to an answer.
  public var policy: Policy
  /// The day up to which the source speaks, where it is known.
  public var asOf: Day?
  /// What seasons without a hemisphere mean.
  public var seasons: EDTF.Seasons

  /// Terms; without arguments those that the questions of a command line have.
  public init(
    reading: EDTF.Reading = .within, policy: Policy = .hedge, asOf: Day? = nil,
    seasons: EDTF.Seasons = .northern
  ) {
    self.reading = reading
    self.policy = policy
    self.asOf = asOf
    self.seasons = seasons
  }

  /// The spans of a value on these terms; nil where its days cannot be counted.
  public func extent(of value: EDTF) -> Extent? {
    let padding = if case .pad(let units) = policy { units } else { 0 }
    return value.extent(reading: reading, asOf: asOf, seasons: seasons, padding: padding)
  }
}

extension EDTF {
  /// Whether a predicate holds between this value and another, and why.
  ///
  /// ```swift
  /// let mission = try EDTF("2004/2011")
  /// mission.answer(.contains, try EDTF("2005-01-01"))?.result   // .truth(.certainly)
  /// ```
  /// - Returns: nil where a year is beyond the days that can be counted.
  public func answer(_ predicate: Predicate, _ other: EDTF, on terms: Terms = Terms()) -> Verdict? {
    guard let x = terms.extent(of: self), let y = terms.extent(of: other) else { return nil }
    let decision = x.decision(predicate, y)
    let marks = qualifier.union(other.qualifier)
    let truth = marks.isEmpty ? decision.truth : terms.policy.applied(to: decision.truth)
    var reason = Reason(predicate, decision, (self, x), (other, y)).sentence
    if truth != decision.truth {
      let marked = qualifier.isEmpty ? other : self
      reason =
        "\(marked) is \(marked.qualifier.words), so \(decision.truth) becomes possibly; "
        + "as stated, \(reason)"
    }
    return Verdict(result: .truth(truth), reason: reason)
  }

  /// Allen's relations that may hold to another value; on sceptical terms a qualified value may
  /// stand in any.
  public func possibleRelations(to other: EDTF, on terms: Terms = Terms()) -> Verdict? {
    guard let x = terms.extent(of: self), let y = terms.extent(of: other) else { return nil }
    if terms.policy == .sceptical, !qualifier.union(other.qualifier).isEmpty {
      return Verdict(
        result: .relations(AllenRelation.allCases),
        reason: "a qualified date excludes no relation on sceptical terms")
    }
    return Verdict(
      result: .relations(x.possibleRelations(to: y)),
      reason: "\(Reason.limits(self, x)); \(Reason.limits(other, y))")
  }

  /// How many days it lasted, at least and at most.
  public func duration(on terms: Terms = Terms()) -> Verdict? {
    guard let extent = terms.extent(of: self) else { return nil }
    return Verdict(
      result: .duration(extent.duration), reason: Reason.limits(self, extent))
  }
}

extension Qualifier {
  /// `uncertain (?)`.
  var words: String {
    switch rawValue {
    case 1: "uncertain (?)"
    case 2: "approximate (~)"
    case 3: "uncertain and approximate (%)"
    default: "not"
    }
  }
}
