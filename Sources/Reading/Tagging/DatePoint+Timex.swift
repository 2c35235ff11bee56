extension DatePoint {
  /// The value of a TIMEX3, with `X` for what is not known.
  ///
  /// Source: TimeML 1.2.1, § 2.4; years BC are written `BC0480` as TIDES TIMEX2 has them.
  var timexValue: String {
    let date = dateValue
    guard let time else { return date }
    let whole = day == nil && month == nil ? "\(year == nil ? "XXXX" : date)-XX-XX" : date
    switch time {
    case .part(let part): return "\(whole)T\(part.rawValue)"
    case .clock(let hour, let minute, let second):
      var text = "\(whole)T\(padded(Int(hour), 2)):\(padded(Int(minute), 2))"
      if let second { text += ":\(padded(Int(second), 2))" }
      return text
    }
  }

  private var dateValue: String {
    let y = yearText
    if let month {
      let m = "\(y)-\(padded(month, 2))"
      return day.map { "\(m)-\(padded($0, 2))" } ?? m
    }
    if day != nil { return "\(y)-XX-\(padded(day ?? 0, 2))" }
    switch part {
    case .spring: return "\(y)-SP"
    case .summer: return "\(y)-SU"
    case .autumn: return "\(y)-FA"
    case .winter: return "\(y)-WI"
    case .quarter(let number): return "\(y)-Q\(number)"
    case .half(let number): return "\(y)-H\(number)"
    case .week(let number): return number > 0 ? "\(y)-W\(padded(Int(number), 2))" : "\(y)-WXX"
    case .weekend(let number): return "\(y)-W\(padded(Int(number), 2))-WE"
    default: return y
    }
  }

  private var yearText: String {
    guard let year else { return "XXXX" }
    let text = year > 0 ? padded(year, 4) : "BC\(padded(1 - year, 4))"
    switch era {
    case .year: return text
    case .decade: return String(text.dropLast())
    case .century: return String(text.dropLast(2))
    }
  }

  /// TimeML's `mod` attribute.
  var timexModifier: Timex.Modifier? {
    switch phase {
    case .early, .beginning: .start
    case .middle: .middle
    case .late, .end: .end
    case nil: isApproximate ? .approx : nil
    }
  }
}
