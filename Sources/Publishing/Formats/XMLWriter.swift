/// XML text built element by element, indented by one space a level.
struct XMLWriter {
  private(set) var text = ""
  private var open: [String] = []

  /// An element that holds what `content` writes.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ content: (inout XMLWriter) -> Void
  ) {
    start(name, attributes, end: ">\n")
    open.append(name)
    content(&self)
    open.removeLast()
    indent()
    text += "</\(name)>\n"
  }

  /// An element that holds a text, or nothing.
  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], text content: String? = nil
  ) {
    guard let content else { return start(name, attributes, end: "/>\n") }
    start(name, attributes, end: ">")
    text += "\(XMLWriter.escaped(content))</\(name)>\n"
  }

  /// What another writer has written, at this place.
  mutating func append(_ other: XMLWriter) { text += other.text }

  private mutating func start(_ name: String, _ attributes: [(String, String)], end: String) {
    indent()
    text += "<\(name)"
    for (name, value) in attributes { text += " \(name)=\"\(XMLWriter.escaped(value))\"" }
    text += end
  }

  private mutating func indent() { text += String(repeating: " ", count: open.count) }

  /// The text as it may stand in an element or in an attribute between double quotes.
  ///
  /// Characters that XML cannot hold even as references are dropped.
  ///
  /// Source: XML 1.0 (fifth edition), production 2 (Char) and section 2.4.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "\r": out.append(contentsOf: "&#13;".unicodeScalars)
      case "\t", "\n": out.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
