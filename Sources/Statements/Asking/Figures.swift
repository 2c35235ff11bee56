package import Chronology

/// One number that a source gives, and whether it is counted in a total.
package struct Figure: Hashable, Sendable {
  /// Why a number is not counted, or is.
  package enum Role: String, Hashable, Sendable {
    case counted
    /// Another number holds it already: a later count, a finer one, a copy of the same.
    case contained
    /// It may be part of another number, or another source gives another.
    case doubtful
    /// A strength holds on its days; numbers of different days are not added.
    case state
  }

  package let account: Account
  package let statement: Statement
  package let quantity: Quantity
  /// Whether its mission is one of those that are asked about.
  package let truth: Truth
  package let role: Role
  /// Why, in words.
  package let reason: String

  /// The day or period at which the number held.
  package var asOf: EDTF? { quantity.asOf ?? statement.valid }
}

/// A sum as far as it is known: no less than one number, no more than another.
package struct Sum: Hashable, Sendable {
  package let least: Double
  /// Infinite where a source says only "over".
  package let most: Double
  /// Whether a source says "about" or "nearly" of a part of it.
  package let isAbout: Bool

  static let none = Sum(least: 0, most: 0, isAbout: false)

  static func + (left: Sum, right: Sum) -> Sum {
    Sum(
      least: left.least + right.least, most: left.most + right.most,
      isAbout: left.isAbout || right.isAbout)
  }

  /// The sum that is either of two, nobody knows which.
  func or(_ other: Sum) -> Sum {
    Sum(
      least: Swift.min(least, other.least), most: Swift.max(most, other.most),
      isAbout: isAbout || other.isAbout)
  }
}

extension Sum {
  /// What a number says by its hedge; "about" moves neither side, it is said beside the sum.
  init(_ quantity: Quantity) {
    let top = Swift.max(quantity.upper ?? quantity.value, quantity.value)
    let isAbout = quantity.hedge == .about || quantity.hedge == .nearly
    switch quantity.hedge {
    case .exact, .about, .nearly: self.init(least: quantity.value, most: top, isAbout: isAbout)
    case .over, .atLeast: self.init(least: quantity.value, most: .infinity, isAbout: false)
    case .upTo: self.init(least: 0, most: top, isAbout: false)
    }
  }

  /// `15,350`, `about 500`, `5,000 or more`, `certainly 5,000, possibly 15,350`.
  package var words: String {
    let about = isAbout ? "about " : ""
    if least == most { return about + Quantity.grouped(least) }
    if most == .infinity { return "\(about)\(Quantity.grouped(least)) or more" }
    let possible = "possibly \(about)\(Quantity.grouped(most))"
    return least == 0 ? possible : "certainly \(about)\(Quantity.grouped(least)), \(possible)"
  }
}
