package import Chronology
package import Statements

/// What the pages say in one language: the list `interface.tsv`, and dates by the language's own
/// list.
package struct Wording: Sendable {
  /// ISO 639-1.
  package let language: String
  package let dates: DateLanguage
  private let words: [String: String]
  private let labels: Labels
  /// Nil where the program speaks the language by itself.
  private let reasons: Reasons?

  /// The languages that the list has a column for, in its order; the first is the one to fall back
  /// to.
  /// - Throws: `VocabularyError` where a phrase is missing or empty, or there are no words for dates.
  package static func all() throws(VocabularyError) -> [Wording] {
    let table = try Vocabulary.builtIn().table("interface")
    var wordings: [Wording] = []
    for language in table.columns.dropFirst() {
      wordings.append(try Wording(table, language: language))
    }
    return wordings
  }

  private init(_ table: Vocabulary.Table, language: String) throws(VocabularyError) {
    self.language = language
    dates = try Vocabulary.dates(in: language)
    labels = try Labels()
    words = Dictionary(
      zip(table[table.columns.first ?? ""], table[language])
    ) { $1 }
    reasons =
      language == "en"
      ? nil
      : try Reasons(
        language, dates: dates,
        properties: Dictionary(
          zip(table["key"], zip(table["en"], table[language])).flatMap { key, names in
            key.hasPrefix("property.")
              ? [(String(key.dropFirst("property.".count)), names.1), (names.0, names.1)] : []
          }
        ) { $1 })
    for phrase in PageText.allCases where words[phrase.rawValue, default: ""].isEmpty {
      throw VocabularyError(
        list: table.name, line: 0,
        reason: .badCell(phrase.rawValue, expected: "a row with words in \(language)"))
    }
  }

  /// The words of a phrase, with its blanks filled in: `{1}` by the first argument.
  package func callAsFunction(_ phrase: PageText, _ arguments: String...) -> String {
    fill(words[phrase.rawValue] ?? phrase.rawValue, arguments)
  }

  /// `1 mission`, `12 missions`: the phrase with `.one` or `.many` behind its key, `{1}` the number.
  package func count(_ phrase: PageText.Counted, _ number: Int) -> String {
    // French counts nought as one.
    let isOne = number == 1 || (number == 0 && language == "fr")
    let key = phrase.rawValue + (isOne ? ".one" : ".many")
    return fill(words[key] ?? key, [self.number(number)])
  }

  /// `12,345`; in French `12 345`, with a narrow space that does not break.
  package func number(_ number: Int) -> String {
    var digits = String(abs(number))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(
        language == "fr" ? "\u{202F}" : ",", at: digits.index(digits.startIndex, offsetBy: index))
      index -= 3
    }
    return (number < 0 ? "−" : "") + digits
  }

  /// The same of a number that may have a fraction.
  package func number(_ number: Double) -> String {
    guard number == number.rounded(), abs(number) < 1e15 else { return String(number) }
    return self.number(Int(number))
  }

  /// What the program says of a reason or rule, in this language; nil where it says it in English alone.
  package func reason(_ english: String) -> String? {
    reasons.map { $0(english) } ?? english
  }

  /// What a word from a closed list is called: `kind.mission`; nil where the list has no name for it.
  package func name(_ list: PageText.List, _ word: String) -> String? {
    words["\(list.rawValue).\(word)"]
  }

  private func fill(_ text: String, _ arguments: [String]) -> String {
    var text = text
    for (index, argument) in arguments.enumerated() {
      guard let blank = text.firstRange(of: "{\(index + 1)}") else { continue }
      text.replaceSubrange(blank, with: argument)
    }
    return text
  }
}

extension String {
  /// Where a text first stands in this one.
  fileprivate func firstRange(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      formIndex(after: &start)
    }
    return nil
  }
}

extension Wording {
  /// What a property is called; in English where the language has no name for it.
  package func label(_ property: Property) -> String {
    name(.property, property.rawValue) ?? labels[property]
  }

  package func name(_ kind: Mission.Kind) -> String { name(.kind, kind.rawValue) ?? kind.rawValue }

  package func name(_ origin: Period.Origin) -> String {
    name(.origin, origin.rawValue) ?? origin.rawValue
  }

  package func name(_ truth: Truth) -> String {
    name(.answer, truth.description) ?? truth.description
  }

  /// What statements may rest on, each with its name.
  package var supports: [(word: String, name: String)] {
    Support.allCases.map { ($0.rawValue, name(.support, $0.rawValue) ?? $0.rawValue) }
  }

  /// `1 January 2012 – 31 December 2013`, `from 1 June 2022 on`.
  package func words(from first: Day, to last: Day) -> String {
    let days = (dates.words(for: first) ?? "", dates.words(for: last) ?? "")
    let words =
      switch (first.isFinite, last.isFinite) {
      case (true, true): first == last ? days.0 : self(.fromTo, days.0, days.1)
      case (true, false): self(.fromOn, days.0)
      case (false, true): self(.until, days.1)
      case (false, false): self(.atAnyTime)
      }
    return dates.contracted(words)
  }

  /// A date in few words.
  package func words(_ date: EDTF) -> String { dates.label(for: date) }

  /// A moment in few words: "24 November 2026, 17:55 UTC".
  /// - Parameter recorded: ISO 8601, UTC, as the register records it.
  package func moment(_ recorded: String) -> String {
    let parts = recorded.split(separator: "T", maxSplits: 1)
    guard parts.count == 2, let day = try? EDTF(String(parts[0])) else { return recorded }
    return "\(words(day)), \(parts[1].prefix(5)) UTC"
  }

  /// When a mission ran: "2004 – 31 December 2011", "within 2011–2018".
  package func words(_ account: Account) -> String {
    let period = account.period
    return switch period.origin {
    case .stated, .events: self(.fromTo, words(period.start), words(period.end))
    case .inherited:
      account.sectionPeriod.map { self(.within, words($0)) } ?? name(period.origin)
    case .unstated: self(.notStated)
    }
  }

  private func words(_ bound: Period.Bound) -> String {
    switch bound {
    case .date(let date): words(date)
    case .open: self(.ongoing)
    case .unknown: self(.unknown)
    case .unstated: self(.notStated)
    }
  }

  /// Where in a file something stands: `nato-iraq.txt, line 57`.
  package func place(_ place: Place, in file: String) -> String {
    let file = Document.fileName(file)
    func named(_ phrase: PageText, _ words: String) -> String { "\(file), \(self(phrase, words))" }
    return switch place {
    case .line(let line): named(.lineNumber, String(line))
    case .page(let page, _, let cells): named(.pageNumber, String(page)) + words(cells)
    case .section(let headings, let cells):
      (headings.isEmpty ? file : "\(file) § \(headings.joined(separator: " › "))") + words(cells)
    case .row(let row, let columns): named(.rowNumber, String(row)) + list(columns)
    case .pointer(let pointer): "\(file) \(pointer)"
    }
  }

  /// `, table 2, row 3, Start`; nothing where there are no cells.
  private func words(_ cells: Place.Cells?) -> String {
    guard let cells else { return "" }
    return ", \(self(.tableNumber, String(cells.table))), \(self(.rowNumber, String(cells.row)))"
      + list(cells.columns)
  }

  private func list(_ columns: [String]) -> String {
    columns.isEmpty ? "" : ", \(columns.joined(separator: ", "))"
  }
}
