/// What cells of names and numbers mean.
enum TableNames {
  /// `UNMIS`, `MINUSMA`, `NTM-I`: capitals, at most with digits and a few marks.
  static func isAcronym(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    return (2...14).contains(text.unicodeScalars.count) && letters.count >= 2
      && !text.contains(" ") && letters.count { $0.properties.isLowercase } * 3 <= letters.count
      && letters.first?.properties.isUppercase == true
  }

  /// `1,234`, `1234.0`, `1 234`; nil for anything else.
  static func number(_ text: String) -> Double? {
    let plain = text.filter { $0 != "," && $0 != " " && $0 != "\u{A0}" && $0 != "'" }
    guard let first = plain.utf8.first, first >= 0x30 && first <= 0x39 || first == 0x2D,
      let number = Double(plain), number.isFinite
    else { return nil }
    return number
  }
}
