extension DateLanguage {
  /// Reads a language from its table.
  ///
  /// Lines that start with `#` and empty lines are skipped; the first other line names the columns
  /// `kind`, `value` and `form`. Several rows may give several forms of one value; the first is the
  /// one that is said.
  /// - Throws: `DateLanguageError` where a row cannot be used, with its line.
  public init(parsing table: String) throws(DateLanguageError) {
    var forms: [String: [Form]] = [:]
    var sayings = Sayings.Rows()
    var hasHeader = false
    var number = 0
    // By bytes: a line's end of two bytes is one character.
    let newLine = UInt8(ascii: "\n")
    for bytes in table.utf8.split(separator: newLine, omittingEmptySubsequences: false) {
      let line = Substring(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes)
      number += 1
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard hasHeader else {
        guard cells == ["kind", "value", "form"] else {
          throw DateLanguageError(line: number, reason: .noHeader)
        }
        hasHeader = true
        continue
      }
      guard cells.count == 3 else {
        throw DateLanguageError(line: number, reason: .wrongNumberOfCells(cells.count))
      }
      let (kind, value, form) = (cells[0], cells[1], cells[2])
      if try sayings.add(kind, value, form, line: number) { continue }
      guard let role = Role(rawValue: kind) else {
        throw DateLanguageError(line: number, reason: .noSuchKind(kind))
      }
      guard let meant = DateLanguage.value(role, value) else {
        throw DateLanguageError(
          line: number, reason: .badValue(value, expected: DateLanguage.expected(role)))
      }
      let words = PhraseToken.words(of: form)
      guard let first = words.first else {
        throw DateLanguageError(line: number, reason: .emptyForm)
      }
      let rest = Array(words.dropFirst())
      // A second row of the same form and kind would never be found.
      if let same = forms[first]?.first(where: { $0.role == role && $0.rest == rest }) {
        throw DateLanguageError(line: number, reason: .doubled(form, same.value == meant))
      }
      forms[first, default: []].append(Form(role: role, value: meant, rest: rest))
      sayings.note(role, meant, form)
    }
    guard hasHeader else { throw DateLanguageError(line: max(1, number), reason: .noHeader) }
    self.forms = forms.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
    self.sayings = try Sayings(sayings)
  }
}

/// Why a table of date words cannot be used, and where.
public struct DateLanguageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with a row, or what the table lacks.
  public enum Reason: Hashable, Sendable {
    case noHeader
    case wrongNumberOfCells(Int)
    case noSuchKind(String)
    case badValue(String, expected: String)
    case emptyForm
    /// The form stands there already, with the same value or with another.
    case doubled(String, Bool)
    /// A saying that there is no use for.
    case noSuchSaying(String)
    /// A saying with a placeholder that nothing fills.
    case noSuchPlaceholder(String, allowed: [String])
    /// Something that every language must have.
    case missing(String)
  }

  /// From 1; 0 where something is missing.
  public let line: Int
  /// What is wrong.
  public let reason: Reason

  /// The line, if there is one, and what is wrong with it.
  public var description: String { (line > 0 ? "line \(line): " : "") + "\(reason)" }
}

extension DateLanguageError.Reason: CustomStringConvertible {
  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .noHeader: "the first row must be kind, value, form, separated by tabs"
    case .wrongNumberOfCells(let count):
      "\(count) cells where kind, value and form are wanted; separate them by one tab each"
    case .noSuchKind(let kind): "“\(kind)” is no kind of word"
    case .badValue(let value, let expected): "“\(value)” should be \(expected)"
    case .emptyForm: "the form has no word"
    case .doubled(let form, true): "“\(form)” stands there already"
    case .doubled(let form, false): "“\(form)” stands there already with another value"
    case .noSuchSaying(let name): "nothing is said by “\(name)”"
    case .noSuchPlaceholder(let name, let allowed):
      "“{\(name)}” is filled by nothing; there are "
        + allowed.map { "{" + $0 + "}" }.joined(separator: ", ")
    case .missing(let name): "the language has no \(name)"
    }
  }
}
