import Publishing

extension Console {
  /// Writes a text behind a margin, wrapped where a person watches the output; piped output keeps
  /// each text on one line, so that it can be searched.
  mutating func print(_ text: String, indent: Int) throws(OutletError) {
    let margin = String(repeating: " ", count: indent)
    guard terminal.showsOutput else { return try print(margin + text) }
    for line in text.wrapped(columns: max(20, terminal.width - indent)) {
      try print(margin + line)
    }
  }

  /// The width that tables should fit; nil where no person watches.
  var tableWidth: Int? { terminal.showsOutput ? terminal.width : nil }
}
