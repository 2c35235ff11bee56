import Reading

extension WireWriter {
  /// What a guess can say: columns, rows, whether there is a header; and why.
  mutating func write(_ guess: MappingGuess) {
    let mapping = guess.mapping
    write(mapping.hasHeader)
    write(mapping.columns.sorted { $0.key.rawValue < $1.key.rawValue }) { wire, pair in
      wire.write(pair.key.rawValue)
      wire.write(pair.value)
    }
    write(mapping.rows.sorted { $0.key < $1.key }) { wire, pair in
      wire.write(pair.key)
      wire.write(pair.value.sorted()) { $0.write($1) }
    }
    write(guess.reasons) { $0.write($1) }
    write(guess.unused) { $0.write($1) }
  }
}

extension WireReader {
  mutating func guess() throws(Malformed) -> MappingGuess {
    var mapping = Mapping()
    mapping.hasHeader = try bool()
    let columns = try list { (wire: inout WireReader) throws(Malformed) in
      guard let field = Mapping.Field(rawValue: try wire.string()) else { throw Malformed() }
      return (field, try wire.string())
    }
    for (field, column) in columns { mapping.columns[field] = column }
    let rows = try list { (wire: inout WireReader) throws(Malformed) in
      (try wire.string(), try wire.texts())
    }
    for (column, values) in rows { mapping.rows[column] = Set(values) }
    let guess = MappingGuess(mapping: mapping, reasons: try texts(), unused: try texts())
    guard isAtEnd else { throw Malformed() }
    return guess
  }

  private mutating func texts() throws(Malformed) -> [String] {
    try list { (wire: inout WireReader) throws(Malformed) in try wire.string() }
  }
}
