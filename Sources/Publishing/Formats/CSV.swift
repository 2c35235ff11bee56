/// Comma-separated values.
///
/// Source: RFC 4180.
package enum CSV {
  /// One record with its line end. What a spreadsheet would take for a formula – a cell that begins
  /// with `=`, `+`, `-`, `@`, a tab or a carriage return – gets an apostrophe before it, unless it
  /// is a number.
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    var text = text
    if let first = text.utf8.first, "=+-@\t\r".utf8.contains(first), Double(text) == nil {
      text = "'" + text
    }
    guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text }
    // Scalar by scalar: a quote and an accent after it are one character.
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
