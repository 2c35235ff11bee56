internal import Keeping
internal import Publishing

/// A parameter that a route understands: the same declaration refuses others and describes this one.
struct Parameter: Sendable {
  let name: String
  let summary: String
  /// Its values as a JSON Schema.
  let schema: JSON
  /// How many Unicode scalars a value has at most, which is what `maxLength` counts.
  let longest: Int
  /// Whether a request must have it.
  let isRequired: Bool
  /// Whether an empty value says something, and not that there is none.
  let takesEmpty: Bool

  /// What it may be in JSON, which its schema says.
  var kinds: [Target.Pair.Kind] {
    guard case .object(let members) = schema else { return [] }
    return switch members.first(where: { $0.key == "type" })?.value {
    case .string(let type): [Target.Pair.Kind(type)].compactMap(\.self)
    case .array(let types):
      types.compactMap { if case .string(let type) = $0 { Target.Pair.Kind(type) } else { nil } }
    default: []
    }
  }

  init(
    _ name: String, _ summary: String, longest: Int = 200, isRequired: Bool = false,
    takesEmpty: Bool = false, schema: JSON? = nil
  ) {
    self.name = name
    self.summary = summary
    self.longest = longest
    self.isRequired = isRequired
    self.takesEmpty = takesEmpty
    self.schema =
      schema ?? ["type": "string", "maxLength": JSON(longest), "pattern": "^[^\\u0000]+$"]
  }

  /// A parameter that takes a date as `annals edtf` reads it.
  static func date(_ name: String, _ summary: String) -> Parameter {
    Parameter(
      name, summary,
      schema: ["type": "string", "format": "edtf", "maxLength": 200, "examples": ["2012-06-01"]])
  }

  /// Where a browser goes when something was done.
  static let back = Parameter(
    "back", "Where a browser goes afterwards: an address of this site, from its first “/”.",
    longest: 2_000, schema: ["type": "string", "format": "annals-address", "maxLength": 2_000])

  /// Why somebody decides.
  static let note = Parameter(
    "note", "Why, in the person's words.", longest: 2_000,
    schema: ["type": "string", "maxLength": 2_000, "pattern": "^[^\\u0000]*$"])

  /// The word by which a list goes on.
  static func after(_ summary: String) -> Parameter {
    Parameter(
      "after", summary, longest: 2_000,
      schema: ["type": "string", "format": "annals-page", "maxLength": 2_000])
  }

  static let language = Parameter(
    "lang", "The language of a page: en or fr.", schema: ["type": "string", "enum": ["en", "fr"]])

  static func limit(_ standard: Int) -> Parameter {
    Parameter(
      "limit", "How many are listed at most, from 1 to \(Arguments.greatestLimit).",
      schema: [
        "type": "integer", "minimum": 1, "maximum": JSON(Arguments.greatestLimit),
        "default": JSON(standard),
      ])
  }
}

/// The arguments of one request, each of a parameter that the route understands, none twice.
///
/// An empty argument of a page counts as none: forms send their empty fields.
struct Arguments: Sendable {
  static let greatestLimit = 500

  private let values: [String: String]

  /// - Throws: `Problem` with the parameter's name for one that is unknown, given twice or too long.
  init(
    _ pairs: [Target.Pair], of parameters: [Parameter], allowsEmpty: Bool
  ) throws(Problem) {
    var values: [String: String] = [:]
    for pair in pairs {
      guard let parameter = parameters.first(where: { $0.name == pair.name }) else {
        let known = parameters.map(\.name).joined(separator: ", ")
        throw .badParameter(
          pair.name,
          "There is no parameter “\(pair.name.prefix(80))” here; there are: \(known).")
      }
      guard values[pair.name] == nil else {
        throw .badParameter(pair.name, "“\(pair.name)” is given twice.")
      }
      if let kind = pair.kind, case let kinds = parameter.kinds, !kinds.contains(kind) {
        let words = kinds.map(\.words).joined(separator: ", or ")
        throw .badParameter(pair.name, "“\(pair.name)” is to be \(words).")
      }
      guard pair.value.unicodeScalars.count <= parameter.longest else {
        throw .badParameter(
          pair.name, "“\(pair.name)” is longer than \(parameter.longest) characters.")
      }
      guard allowsEmpty || parameter.takesEmpty || !pair.value.isEmpty else {
        throw .badParameter(pair.name, "“\(pair.name)” is empty; leave it out.")
      }
      values[pair.name] = pair.value
    }
    for parameter in parameters where !parameter.takesEmpty && values[parameter.name] == "" {
      values[parameter.name] = nil
    }
    for parameter in parameters where parameter.isRequired && values[parameter.name] == nil {
      throw .badParameter(parameter.name, "“\(parameter.name)” is missing.")
    }
    self.values = values
  }

  subscript(name: String) -> String? { values[name] }

  /// - Throws: `Problem` where a request has none of these parameters; any will do where there are none.
  func check(anyOf names: [String]) throws(Problem) {
    guard let first = names.first, names.allSatisfy({ values[$0] == nil }) else { return }
    throw .badParameter(
      first, "One of these must be there: \(names.map { "“\($0)”" }.joined(separator: ", ")).")
  }

  /// A value that is read by a function; its error becomes a problem with the parameter's name.
  func value<Value>(
    _ name: String, _ read: (String) throws -> Value
  ) throws(Problem) -> Value? {
    guard let text = values[name] else { return nil }
    do {
      return try read(text)
    } catch let problem as Problem {
      throw problem
    } catch {
      throw .badParameter(name, "“\(name)”: \(error).")
    }
  }

  func flag(_ name: String) throws(Problem) -> Bool {
    switch values[name] {
    case nil, "false": return false
    case "true": return true
    case let text?: throw .badParameter(name, "“\(name)” is true or false, not “\(text)”.")
    }
  }

  /// A whole number within bounds.
  func number(
    _ name: String, in bounds: ClosedRange<Int>, otherwise standard: Int
  ) throws(Problem) -> Int {
    guard let text = values[name] else { return standard }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      bounds.contains(number)
    else {
      throw .badParameter(
        name,
        "“\(name)” is a number from \(bounds.lowerBound) to \(bounds.upperBound), not “\(text)”.")
    }
    return number
  }

  func limit(_ standard: Int) throws(Problem) -> Int {
    try number("limit", in: 1...Arguments.greatestLimit, otherwise: standard)
  }

  /// Where the page before ended.
  func end(_ name: String) throws(Problem) -> PageEnd? {
    guard let token = values[name] else { return nil }
    guard let end = PageEnd(token: token) else {
      throw .badParameter(
        name, "“\(name)” is no place in a list. Begin the list again without “\(name)”.")
    }
    return end
  }

  /// One word of a closed list.
  func choice<Word: RawRepresentable & CaseIterable>(
    _ name: String, of type: Word.Type
  ) throws(Problem) -> Word? where Word.RawValue == String {
    guard let text = values[name] else { return nil }
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badParameter(name, "“\(name)” is one of \(known), not “\(text)”.")
    }
    return word
  }
}
