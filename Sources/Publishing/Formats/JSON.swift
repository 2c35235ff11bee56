/// A JSON value whose objects keep the order of their members, and its text.
///
/// Every `--json` output is built from it, so that two runs over the same register print the same
/// bytes.
///
/// Source: RFC 8259.
package enum JSON: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  /// An infinity or a NaN, which JSON does not have, is printed as `null`.
  case double(Double)
  case string(String)
  case array([JSON])
  /// The members in the order in which they are printed. A key that comes twice is printed twice.
  case object([(key: String, value: JSON)])
}

extension JSON {
  /// The text, or `null` where there is none.
  package init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// The number, or `null` where there is none.
  package init(_ number: Int?) { self = number.map { .int(Int64($0)) } ?? .null }

  /// One element for each member of a sequence, in its order.
  package init<Elements: Sequence>(_ elements: Elements, _ value: (Elements.Element) -> JSON) {
    self = .array(elements.map(value))
  }
}

extension JSON {
  /// An object with one member more; anything else stays as it is.
  package func with(_ key: String, _ value: JSON) -> JSON {
    guard case .object(let members) = self else { return self }
    return .object(members + [(key, value)])
  }
}

extension JSON: Equatable {
  /// Objects are equal where they have the same members in the same order.
  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.int(let a), .int(let b)): a == b
    case (.double(let a), .double(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a.elementsEqual(b) { $0 == $1 }
    default: false
    }
  }
}

extension JSON: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByFloatLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(floatLiteral value: Double) { self = .double(value) }
  package init(nilLiteral: ()) { self = .null }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral elements: JSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}

extension JSON {
  package enum Layout: Sendable {
    /// On one line, without spaces.
    case compact
    /// One member a line, indented by two spaces; an array of numbers stays on its line.
    case pretty
  }

  /// The value as JSON text, without a line end after it.
  ///
  /// Quotes, backslashes and control characters are escaped, and so are U+2028, U+2029 and the
  /// characters that turn the direction of writing: what a hostile document says then neither
  /// moves a terminal's cursor nor ends a line of JavaScript, and still reads back unchanged.
  package func text(_ layout: Layout = .pretty) -> String {
    var out = ""
    write(to: &out, layout, indent: 0)
    return out
  }

  private func write(to out: inout String, _ layout: Layout, indent: Int) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .int(let value): out += String(value)
    case .double(let value): out += JSON.number(value)
    case .string(let value): JSON.write(value, to: &out)
    case .array(let elements):
      let inline = layout == .compact || elements.allSatisfy(\.isNumber)
      let space = layout == .compact ? "" : " "
      JSON.writeList("[", "]", elements, to: &out, inline ? nil : indent, space) { element, out in
        element.write(to: &out, layout, indent: indent + 1)
      }
    case .object(let members):
      let inline = layout == .compact || members.isEmpty
      JSON.writeList("{", "}", members, to: &out, inline ? nil : indent, "") { member, out in
        JSON.write(member.key, to: &out)
        out += layout == .compact ? ":" : ": "
        member.value.write(to: &out, layout, indent: indent + 1)
      }
    }
  }

  private var isNumber: Bool {
    switch self {
    case .int, .double: true
    default: false
    }
  }

  /// Elements between brackets; on lines of their own unless `indent` is nil.
  private static func writeList<Element>(
    _ open: String, _ close: String, _ elements: [Element], to out: inout String, _ indent: Int?,
    _ space: String, _ write: (Element, inout String) -> Void
  ) {
    func breakLine(_ depth: Int) { out += "\n" + String(repeating: "  ", count: depth) }
    out += open
    for (index, element) in elements.enumerated() {
      if index > 0 { out += "," + (indent == nil ? space : "") }
      if let indent { breakLine(indent + 1) }
      write(element, &out)
    }
    if let indent, !elements.isEmpty { breakLine(indent) }
    out += close
  }

  /// The shortest digits that read back as the same number; a whole number without `.0`.
  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    let text = String(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func write(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{8}": out += "\\b"
      case "\u{C}": out += "\\f"
      case _ where scalar.isControl || scalar.isDirectional || scalar.isLineSeparator:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
