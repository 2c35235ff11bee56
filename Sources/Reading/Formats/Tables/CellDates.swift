import Chronology

extension Reader {
  /// The date that a cell is: EDTF, `1992.0` as spreadsheets leave years, three numbers in a known
  /// order, or an English phrase that is nothing but a date; nil for anything else.
  func cellDate(_ text: String, order: Mapping.DateOrder?) -> EDTF? {
    var text = text
    if let dot = text.firstIndex(of: "."),
      text[text.index(after: dot)...].allSatisfy({ $0 == "0" }),
      text[..<dot].allSatisfy(\.isNumber)
    {
      text = String(text[..<dot])
    }
    // A timestamp's time of day says nothing here.
    if text.utf8.count > 10, let time = text.firstIndex(where: { $0 == "T" || $0 == " " }),
      text.distance(from: text.startIndex, to: time) == 10, text.dropFirst(10).contains(":")
    {
      text = String(text[..<time])
    }
    if let bytes = text.utf8.first, bytes >= 0x30 && bytes <= 0x39 || bytes == 0x5B,
      text.utf8.count >= 4, let date = try? EDTF(text)
    {
      return date
    }
    return isThreeNumbers(text) ? threeNumbers(text, order) : phrase(text)
  }

  private func isThreeNumbers(_ text: String) -> Bool {
    let parts = text.split { $0 == "/" || $0 == "." || $0 == "-" }
    return parts.count == 3 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  /// `25/04/1992`, `25.4.1992`: an order is only needed where both numbers could be the month.
  private func threeNumbers(_ text: String, _ order: Mapping.DateOrder?) -> EDTF? {
    let parts = text.split { $0 == "/" || $0 == "." || $0 == "-" }
    guard parts.count == 3, parts[2].count == 4, let first = Int(parts[0]),
      let second = Int(parts[1]),
      let year = Int(parts[2])
    else { return nil }
    let isDayFirst: Bool
    switch order {
    case .dayFirst: isDayFirst = true
    case .monthFirst: isDayFirst = false
    case nil:
      // German dates have dots and the day first; with slashes only a number above 12 tells.
      guard text.contains(".") || (first > 12) != (second > 12) || first == second else {
        return nil
      }
      isDayFirst = text.contains(".") || first > 12 || first == second
    }
    let (day, month) = isDayFirst ? (first, second) : (second, first)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return try? EDTF("\(year)-\(two(month))-\(two(day))")
  }

  private func phrase(_ text: String) -> EDTF? {
    guard text.utf8.count <= 60 else { return nil }
    let utf8 = text.utf8.span
    let tokens = tagger.lexer.tokens(of: utf8, in: 0..<utf8.count)
    guard !tokens.isEmpty else { return nil }
    var clock = Clock()
    let tags = tagger.tag(utf8, in: 0..<utf8.count, clock: &clock)
    guard tags.doubts.isEmpty, tags.expressions.count == 1, let only = tags.expressions.first,
      only.bytes.lowerBound <= Int(tokens[0].start),
      only.bytes.upperBound >= Int(tokens[tokens.count - 1].end), only.completion == nil
    else { return nil }
    return only.edtf
  }
}
