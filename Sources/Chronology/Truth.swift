/// The answer to a question about imprecise time, in Kleene's strong three-valued logic:
/// `no` < `possibly` < `certainly`.
///
/// Source: S. C. Kleene, "Introduction to Metamathematics" (1952), § 64.
public enum Truth: Int, Comparable, Hashable, Sendable, CaseIterable {
  case no, possibly, certainly

  public static func < (left: Truth, right: Truth) -> Bool { left.rawValue < right.rawValue }

  /// Both: the weaker of the two.
  public static func && (left: Truth, right: Truth) -> Truth { min(left, right) }

  /// Either: the stronger of the two.
  public static func || (left: Truth, right: Truth) -> Truth { max(left, right) }

  /// `certainly` and `no` change places; `possibly` stays.
  public static prefix func ! (value: Truth) -> Truth {
    switch value {
    case .no: .certainly
    case .possibly: .possibly
    case .certainly: .no
    }
  }
}

extension Truth: CustomStringConvertible {
  /// `no`, `possibly` or `certainly`.
  public var description: String {
    switch self {
    case .no: "no"
    case .possibly: "possibly"
    case .certainly: "certainly"
    }
  }
}
