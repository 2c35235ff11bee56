package import Chronology

/// A number with what it counts, as a source gives it: "350 officers", "about 15,000",
/// "up to 50 nations".
package struct Quantity: Hashable, Sendable {
  /// How a source hedges a number.
  package enum Hedge: String, Hashable, Sendable, CaseIterable {
    case exact, about, over
    case atLeast = "at least"
    case upTo = "up to"
    case nearly
  }

  /// The number as written, hedge apart; for a range the lower one.
  package let value: Double
  /// The upper number of a range ("300 to 400"), else nil.
  package let upper: Double?
  package let hedge: Hedge
  /// What is counted, in the source's words ("Iraqi officers"), or a currency code.
  package let unit: String
  /// The day or period at which the number held.
  package let asOf: EDTF?
  /// Whether the number adds up all cases so far (people trained) rather than a state (strength).
  package let isCumulative: Bool

  package init(
    value: Double, upper: Double? = nil, hedge: Hedge = .exact, unit: String, asOf: EDTF? = nil,
    isCumulative: Bool = false
  ) {
    self.value = value
    self.upper = upper
    self.hedge = hedge
    self.unit = unit
    self.asOf = asOf
    self.isCumulative = isCumulative
  }

  /// `about 15,000 officers`, `300–400 troops`.
  package var words: String {
    let hedge = hedge == .exact ? "" : "\(hedge.rawValue) "
    let range = upper.map { "–\(Quantity.grouped($0))" } ?? ""
    return "\(hedge)\(Quantity.grouped(value))\(range) \(unit)"
  }

  /// `15,000`; a fraction as it is.
  static func grouped(_ number: Double) -> String {
    guard number == number.rounded(), abs(number) < 1e15 else { return String(number) }
    var digits = String(Int64(number))
    var index = digits.count - 3
    while index > (number < 0 ? 1 : 0) {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
      index -= 3
    }
    return digits
  }
}
