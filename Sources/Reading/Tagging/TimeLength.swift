/// A length of time as a text writes it: "two and a half years", "several days", "an hour and 20
/// minutes".
struct TimeLength: Hashable, Sendable {
  /// How many, in thousandths so that "2.5" and "half" have a place; nil for "several".
  struct Amount: Hashable, Sendable {
    private var number: Int32

    static let indefinite = Amount(thousandths: nil)
    init(thousandths: Int?) { number = thousandths.map { Int32(clamping: $0) } ?? -1 }
    init(_ whole: Int) { self.init(thousandths: whole &* 1000) }

    var thousandths: Int? { number < 0 ? nil : Int(number) }

    /// The whole number; nil where there is none.
    var whole: Int? { thousandths.flatMap { $0 % 1000 == 0 ? $0 / 1000 : nil } }

    /// As a duration writes it: `2`, `2.5`, `X`.
    var text: String {
      guard let thousandths else { return "X" }
      guard thousandths % 1000 != 0 else { return String(thousandths / 1000) }
      var fraction = padded(thousandths % 1000, 3)
      while fraction.last == "0" { fraction.removeLast() }
      return "\(thousandths / 1000).\(fraction)"
    }
  }

  /// One amount of one unit.
  struct Part: Hashable, Sendable {
    var amount: Amount
    var unit: TimeUnit
  }

  var first: Part
  var second: Part?

  init(_ amount: Amount, _ unit: TimeUnit) { first = Part(amount: amount, unit: unit) }
  init(_ count: Int, _ unit: TimeUnit) { self.init(Amount(count), unit) }
}

extension TimeLength {
  /// The value of a TIMEX3 of type DURATION: `P2Y6M`, `PXD`, `PT1H20M`.
  var timexValue: String {
    let text = first.text
    guard let second else { return text }
    let code = second.unit.code
    let needsT = code.isTime && !text.contains("T")
    return "\(text)\(needsT ? "T" : "")\(second.amount.text)\(code.letters)"
  }
}

extension TimeLength.Part {
  fileprivate var text: String {
    let code = unit.code
    if unit == .fortnight, let whole = amount.whole { return "P\(whole * 2)W" }
    if let thousandths = amount.thousandths, thousandths % 1000 == 500 {
      let whole = thousandths / 1000
      let head = whole > 0 ? "\(whole)\(code.letters)" : ""
      switch unit {
      case .year: return "P\(head)6M"
      case .hour: return "PT\(head)30M"
      case .minute: return "PT\(head)30S"
      case .day: return whole > 0 ? "P\(head)T12H" : "PT12H"
      default: break
      }
    }
    return "P\(code.isTime ? "T" : "")\(amount.text)\(code.letters)"
  }
}
