internal import Chronology
internal import Statements

/// What the program says of reasons and rules, said in another language: the list `reasons.tsv`.
///
/// The program forms such sentences in English, as programs read them in JSON. Here a sentence is looked
/// up by its pattern, as in a catalogue of messages whose keys are the messages of the first language. Dates
/// in it are understood and said anew, and only where English says of what was understood the very words
/// that stood there.
struct Reasons: Sendable {
  /// A piece of a pattern.
  fileprivate enum Piece: Hashable, Sendable {
    case words(String)
    case gap(Gap, name: String)
  }

  /// What may be filled in.
  fileprivate enum Gap: String, Sendable, CaseIterable {
    case date, when, number, property, text, reason, list
  }

  private struct Row: Sendable {
    let english: [Piece]
    let said: [Piece]
  }

  /// How deep reasons may lie within reasons.
  private static let deepest = 4

  private let rows: [Row]
  private let english: DateLanguage
  private let language: DateLanguage
  private let properties: [String: String]

  /// - Parameter properties: what properties are called, by their words.
  /// - Throws: `VocabularyError` where a gap is of no known kind, or stands in one language alone.
  init(
    _ language: String, dates: DateLanguage, properties: [String: String]
  ) throws(VocabularyError) {
    let table = try Vocabulary.builtIn().table("reasons")
    self.language = dates
    self.properties = properties
    english = try Vocabulary.dates(in: "en")
    var rows: [Row] = []
    for (words, said) in zip(table["en"], table[language]) {
      let row = Row(english: Reasons.pieces(words), said: Reasons.pieces(said))
      guard Set(row.english.compactMap(\.name)) == Set(row.said.compactMap(\.name)) else {
        throw VocabularyError(
          list: table.name, line: 0,
          reason: .badCell(said, expected: "the gaps of “\(words)”"))
      }
      rows.append(row)
    }
    self.rows = rows
  }

  /// A sentence in the other language; nil where no row fits it.
  func callAsFunction(_ sentence: String) -> String? { say(sentence[...], depth: 0) }

  private func say(_ sentence: Substring, depth: Int) -> String? {
    guard depth <= Reasons.deepest, !sentence.isEmpty else { return nil }
    for row in rows {
      var filled: [String: String] = [:]
      if fit(row.english[...], sentence, depth, &filled) {
        return row.said.map { piece in
          switch piece {
          case .words(let words): words
          case .gap(_, let name): filled[name] ?? ""
          }
        }.joined()
      }
    }
    for (mark, said) in [("; ", "\u{202F}; "), (", ", ", ")] {
      let parts = sentence.parts(at: mark)
      guard parts.count > 1 else { continue }
      let all = parts.compactMap { say($0, depth: depth + 1) }
      if all.count == parts.count { return all.joined(separator: said) }
    }
    return nil
  }

  /// Whether a text is as a pattern has it, and what fills its gaps, in the other language.
  private func fit(
    _ pattern: ArraySlice<Piece>, _ text: Substring, _ depth: Int, _ filled: inout [String: String]
  ) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    switch first {
    case .words(let words):
      return text.hasPrefix(words) && fit(rest, text.dropFirst(words.count), depth, &filled)
    case .gap(let gap, let name):
      guard case .words(let next)? = rest.first else {
        guard rest.isEmpty, let said = say(gap, text, depth) else { return false }
        filled[name] = said
        return true
      }
      // The words behind the gap may stand within what fills it as well.
      for end in text.places(of: next) where end > text.startIndex {
        guard fit(rest, text[end...], depth, &filled) else { continue }
        guard let said = say(gap, text[..<end], depth) else { continue }
        filled[name] = said
        return true
      }
      return false
    }
  }

  private func say(_ gap: Gap, _ text: Substring, _ depth: Int) -> String? {
    switch gap {
    // What goes on behind a semicolon is another sentence, and no name.
    case .text: text.isEmpty || !text.places(of: "; ").isEmpty ? nil : String(text)
    case .list: text.isEmpty ? nil : String(text)
    case .number: text.allSatisfy { $0.isNumber || $0 == "," } ? String(text) : nil
    case .property: properties[String(text)]
    case .reason: say(text, depth: depth + 1)
    case .date: date(text) ?? (text.hasPrefix("any ") ? say(text, depth: depth + 1) : nil)
    case .when: when(text)
    }
  }

  /// A date in few words.
  private func date(_ text: Substring) -> String? {
    let value = understood(text) { DateWords.of($0) == text }
    return value.map { language.label(for: $0) }
  }

  /// A date with the preposition that an event takes.
  private func when(_ text: Substring) -> String? {
    var readings = [text]
    for preposition in ["in ", "on "] where text.hasPrefix(preposition) {
      readings.append(text.dropFirst(preposition.count))
    }
    for reading in readings {
      if let value = understood(reading, { DateWords.when($0) == text }) {
        let isInterval = value.description.utf8.contains(UInt8(ascii: "/"))
        return isInterval ? language.words(for: value) : language.eventWords(for: value)
      }
    }
    return nil
  }

  /// The date that English words mean, where it is the one that they were made from.
  private func understood(_ text: Substring, _ isSame: (EDTF) -> Bool) -> EDTF? {
    let values: [EDTF?] =
      switch english.read(String(text)) {
      case .means(let phrase): [phrase.edtf(), phrase.extendedEDTF()]
      case .ambiguous(let phrases, _): phrases.map { $0.edtf() }
      case .edtf(let value): [value]
      case .needsContext, .noDate, .unread: []
      }
    return values.compactMap(\.self).first(where: isSame)
  }

  /// A pattern in pieces: words and gaps, by turns.
  private static func pieces(_ pattern: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      let kind = name.last?.isNumber == true ? String(name.dropLast()) : name
      if open > rest.startIndex { pieces.append(.words(String(rest[..<open]))) }
      if let gap = Gap(rawValue: kind) {
        pieces.append(.gap(gap, name: name))
      } else {
        pieces.append(.words("{\(name)}"))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(String(rest))) }
    return pieces
  }
}

extension Reasons.Piece {
  var name: String? {
    guard case .gap(_, let name) = self else { return nil }
    return name
  }
}

extension Substring {
  /// Where some words begin, from left to right.
  fileprivate func places(of words: String) -> [Index] {
    indices.filter { self[$0...].hasPrefix(words) }
  }

  /// The parts between marks.
  fileprivate func parts(at mark: String) -> [Substring] {
    var (parts, from): ([Substring], Index) = ([], startIndex)
    for place in places(of: mark) where place >= from {
      parts.append(self[from..<place])
      from = index(place, offsetBy: mark.count)
    }
    return parts + [self[from...]]
  }
}
