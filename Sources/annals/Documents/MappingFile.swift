import Foundation
import Publishing
import Reading
import TOMLKit

/// A mapping as people write it: TOML, or JSON of the same shape.
///
///     [columns]
///     acronym = "mission"
///     start = "first_year"
///     [constants]
///     organisation = "United Nations"
///     [rows]
///     active = ["1", "yes"]
///     [cells]
///     dates = "day-first"
enum MappingFile {
  /// The mapping in a file.
  /// - Throws: `Failure` with the file, the place and the remedy.
  static func mapping(_ bytes: [UInt8], path: String) throws(Failure) -> Mapping {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(.usage, "\(path): the mapping is not UTF-8")
    }
    return try mapping(try shape(text, path: path), path: path)
  }

  private struct Shape: Codable {
    var columns: [String: String]?
    var constants: [String: String]?
    var cells: Cells?
    var rows: [String: [String]]?

    struct Cells: Codable {
      var unit: String?
      var dates: String?
      var missing: [String]?
      var ongoing: [String]?
      var separator: String?
      var header: Bool?
    }
  }

  private static func shape(_ text: String, path: String) throws(Failure) -> Shape {
    let isJSON = text.drop(while: \.isWhitespace).first == "{"
    do {
      return isJSON
        ? try JSONDecoder().decode(Shape.self, from: Data(text.utf8))
        : try TOMLDecoder(strictDecoding: true).decode(Shape.self, from: text)
    } catch let error as TOMLParseError {
      throw Failure(
        .usage, "\(path):\(error.source.begin.line): \(error.description.printable)",
        remedy: "A mapping is TOML; --guess-map shows one.")
    } catch {
      throw Failure(
        .usage, "\(path): no mapping: \(String(describing: error).printable.prefix(300))",
        remedy:
          "A mapping has the tables columns, constants, rows and cells; --guess-map shows one.")
    }
  }

  private static func mapping(_ shape: Shape, path: String) throws(Failure) -> Mapping {
    var mapping = Mapping()
    mapping.columns = try fields(shape.columns, path)
    mapping.constants = try fields(shape.constants, path)
    mapping.rows = (shape.rows ?? [:]).mapValues { Set($0.map { $0.lowercased() }) }
    guard let cells = shape.cells else { return mapping }
    if let unit = cells.unit { mapping.unit = unit }
    if let header = cells.header { mapping.hasHeader = header }
    if let missing = cells.missing { mapping.missing = Set(missing.map { $0.lowercased() }) }
    if let ongoing = cells.ongoing { mapping.ongoing = Set(ongoing.map { $0.lowercased() }) }
    if let dates = cells.dates {
      guard let order = Mapping.DateOrder(rawValue: dates) else {
        throw Failure(
          .usage, "\(path): dates = “\(dates)”",
          remedy: "It is day-first or month-first; leave it out where dates are plain.")
      }
      mapping.dates = order
    }
    if let separator = cells.separator {
      guard separator.utf8.count == 1, let byte = separator.utf8.first else {
        throw Failure(
          .usage, "\(path): separator = “\(separator)”",
          remedy: "It is one character, such as \";\" or \"\\t\".")
      }
      mapping.separator = byte
    }
    return mapping
  }

  private static func fields(
    _ names: [String: String]?, _ path: String
  ) throws(Failure) -> [Mapping.Field: String] {
    var fields: [Mapping.Field: String] = [:]
    for (name, value) in (names ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let field = Mapping.Field(rawValue: name) else {
        let known = Mapping.Field.allCases.map(\.rawValue)
        throw Failure(
          .usage,
          "\(path): there is no field “\(name)”.\(Suggestion.question(for: name, among: known))",
          remedy: "Fields: \(known.joined(separator: ", ")).")
      }
      fields[field] = value
    }
    return fields
  }

  // MARK: Writing

  /// A guess as TOML, with its reasons as comments.
  static func toml(_ guess: MappingGuess, table: String) -> String {
    var lines = [
      "# What the columns of \(table.printable) seem to mean. Nothing was read; correct it and use",
      "# it with --map.", "",
    ]
    lines += guess.reasons.map { "# \($0.printable)" }
    if !guess.unused.isEmpty {
      let unused = guess.unused.map { "“\($0.printable)”" }.joined(separator: ", ")
      lines.append("# not used: \(unused)")
    }
    lines += ["", "[columns]"]
    for field in Mapping.Field.allCases {
      guard let column = guess.mapping.columns[field] else { continue }
      lines.append("\(field.rawValue) = \(quoted(column))")
    }
    for (column, values) in guess.mapping.rows.sorted(by: { $0.key < $1.key }) {
      let list = values.sorted().map(quoted).joined(separator: ", ")
      lines += ["", "[rows]", "\(quoted(column)) = [\(list)]"]
    }
    lines += [
      "", "# What holds for every row:", "# [constants]", "# organisation = \"United Nations\"", "",
      guess.mapping.hasHeader ? "# [cells]" : "[cells]\nheader = false",
      "# unit = \(quoted(guess.mapping.unit))  # what strength counts",
      "# dates = \"day-first\"  # or month-first, for dates such as 03/04/2011",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.flatMap { character -> String in
      switch character {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\t": "\\t"
      case "\n": "\\n"
      default: String(character)
      }
    }
    return "\"\(String(escaped))\""
  }

  static func json(_ guess: MappingGuess) -> JSON {
    [
      "schema": "annals.mapping.1",
      "header": .bool(guess.mapping.hasHeader),
      "columns": .object(
        Mapping.Field.allCases.compactMap { field in
          guess.mapping.columns[field].map { (field.rawValue, .string($0)) }
        }),
      "rows": .object(
        guess.mapping.rows.sorted { $0.key < $1.key }.map { column, values in
          (column, JSON(values.sorted()) { .string($0) })
        }),
      "reasons": JSON(guess.reasons) { .string($0) },
      "unused": JSON(guess.unused) { .string($0) },
    ]
  }
}
