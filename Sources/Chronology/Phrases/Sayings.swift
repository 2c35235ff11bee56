/// What a language says dates with: the names of months and the patterns of its table's `say` rows.
struct Sayings: Sendable {
  /// A pattern: text and the names of what stands in its gaps.
  struct Pattern: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
      case text(String)
      case gap(String)
    }
    var pieces: [Piece] = []

    /// `{day} {month} {year}`; a brace without its partner is text.
    init(_ form: String) {
      var rest = form[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
        pieces.append(.gap(String(rest[rest.index(after: open)..<close])))
        rest = rest[rest.index(after: close)...]
      }
      if !rest.isEmpty { pieces.append(.text(String(rest))) }
    }

    var gaps: [String] {
      pieces.compactMap { if case .gap(let name) = $0 { name } else { nil } }
    }
  }

  private let patterns: [String: Pattern]
  /// The first form of every word with a value.
  private let names: [DateLanguage.Role: [Int: String]]
  /// Two words that become one: "de le" is "du".
  private let contractions: [String: [String: String]]

  /// The most particular pattern for a saying: `until.year`, else `until`.
  func pattern(_ name: String, _ kind: Kind? = nil) -> Pattern? {
    kind.flatMap { patterns["\(name).\($0.rawValue)"] } ?? patterns[name]
  }

  /// A pattern with its gaps filled; a gap that nothing fills stays empty.
  func say(_ name: String, _ kind: Kind? = nil, _ gaps: [String: String] = [:]) -> String {
    guard let pattern = pattern(name, kind) else { return "" }
    return pattern.pieces.reduce(into: "") { words, piece in
      switch piece {
      case .text(let text): words += text
      case .gap(let name): words += gaps[name] ?? ""
      }
    }
  }

  func name(_ role: DateLanguage.Role, _ value: Int) -> String? { names[role]?[value] }

  /// Words with what the language draws together.
  func contracted(_ words: String) -> String {
    guard !contractions.isEmpty else { return words }
    var said: [String] = []
    for word in words.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      said.append(word)
      while said.count > 1, let short = contractions[said[said.count - 2]]?[said[said.count - 1]] {
        said.removeLast()
        said[said.count - 1] = short
      }
    }
    // What ends in an apostrophe stands close to what follows.
    return said.reduce(into: "") { text, word in
      text += text.isEmpty || text.hasSuffix("’") ? word : " " + word
    }
  }
}

extension Sayings {
  /// Kinds of dates that a pattern may be particular to.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case day, month, season, part, year, decade, century, millennium, other
  }

  /// The rows of a table while it is read.
  struct Rows {
    fileprivate var patterns: [String: Pattern] = [:]
    fileprivate var names: [DateLanguage.Role: [Int: String]] = [:]
    fileprivate var contractions: [String: [String: String]] = [:]

    /// Takes a row that says something; false where it is of another kind.
    mutating func add(
      _ kind: String, _ value: String, _ form: String, line: Int
    ) throws(DateLanguageError) -> Bool {
      switch kind {
      case "say":
        guard let allowed = Sayings.gaps(of: value) else {
          throw DateLanguageError(line: line, reason: .noSuchSaying(value))
        }
        let pattern = Pattern(form)
        for gap in pattern.gaps where !allowed.contains(gap) {
          throw DateLanguageError(
            line: line, reason: .noSuchPlaceholder(gap, allowed: allowed))
        }
        guard patterns.updateValue(pattern, forKey: value) == nil else {
          throw DateLanguageError(line: line, reason: .doubled(value, true))
        }
        return true
      case "contract":
        let words = value.split(separator: " ").map(String.init)
        guard words.count == 2 else {
          throw DateLanguageError(line: line, reason: .badValue(value, expected: "two words"))
        }
        contractions[words[0], default: [:]][words[1]] = form
        return true
      default: return false
      }
    }

    /// Keeps the first form of a word.
    mutating func note(_ role: DateLanguage.Role, _ value: Int, _ form: String) {
      if names[role]?[value] == nil { names[role, default: [:]][value] = form }
    }
  }

  init(_ rows: Rows) throws(DateLanguageError) {
    for month in 1...12 where rows.names[.month]?[month] == nil {
      throw DateLanguageError(line: 0, reason: .missing("name of month \(month)"))
    }
    for name in Sayings.required where rows.patterns[name] == nil {
      throw DateLanguageError(line: 0, reason: .missing("saying “\(name)”"))
    }
    patterns = rows.patterns
    names = rows.names
    contractions = rows.contractions
  }

  /// Every saying with the gaps that are filled in it.
  private static let all: [String: [String]] = {
    var all: [String: [String]] = [:]
    func add(_ names: [String], _ gaps: [String]) { for name in names { all[name] = gaps } }
    add(["date.day"], ["day", "month", "year"])
    add(["date.day.month"], ["day", "month"])
    add(["date.day.only"], ["day"])
    add(["date.month"], ["month", "year"])
    add(["date.month.only"], ["month"])
    add(["day.1"], [])
    add(["season.spring", "season.summer", "season.autumn", "season.winter"], [])
    add(["northern", "southern"], ["season"])
    add(["date.season"], ["season", "year"])
    add(["date.winter"], ["season", "year", "next"])
    for (name, count) in [("quarter", 4), ("third", 3), ("half", 2)] {
      add((1...count).map { "\(name).\($0)" }, ["year"])
    }
    add(["early", "middle", "late"], ["year"])
    add(["decade"], ["year"])
    add(["century", "century.1", "millennium", "millennium.1"], ["ordinal", "number", "roman"])
    add(["before-era", "after-era"], ["date"])
    add(["year.long"], ["year"])
    add(["year.power"], ["digits", "exponent"])
    add(["year.rounded"], ["year", "first", "last"])
    add(["within", "one.day", "one.month"], ["date"])
    add(["digits"], ["text"])
    add(["in", "around", "around-end", "perhaps", "perhaps-around"], ["date"])
    add(["qualified"], ["date", "notes"])
    for name in ["uncertain", "approximate", "both"] {
      add(["\(name).of-year", "\(name).of-month", "\(name).of-day"], [])
    }
    add(["time"], ["date", "time"])
    add(["utc"], [])
    add(["shift"], ["shift"])
    add(["period", "label.period", "label.tight"], ["from", "to"])
    add(["period.open", "period.unknown-end"], ["from"])
    add(["period.until", "period.unknown-begin"], ["to"])
    add(["period.unknown-open", "period.open-unknown", "period.open-open"], [])
    add(["since", "until", "or-earlier", "or-later", "no-later", "no-earlier"], ["date"])
    add(["between", "one-of"], ["from", "to"])
    add(["each"], ["from", "to"])
    add(["each-until", "each-since"], ["date"])
    add(["or", "or-apart", "and"], ["list", "last"])
    add(["separator"], [])
    add(["more"], ["list", "count"])
    add(Explanation.Kind.allCases.map { "explain.\($0.rawValue)" }, [])
    add(["explain.level"], ["kind", "level"])
    add(["explain.level-for"], ["kind", "level", "features"])
    add(Explanation.Feature.allCases.map { "feature.\($0.rawValue)" }, [])
    add(Explanation.Label.allCases.map { "explain.\($0.rawValue)" }, [])
    add(["explain.member"], ["number"])
    add(["explain.doubts"], ["place", "notes"])
    add(Explanation.Point.sayings, ["date"])
    add(["explain.more"], ["count"])
    return all
  }()

  /// What every language must have: all but patterns for a particular kind and the names that
  /// other rows give.
  private static let required: [String] = all.keys.filter { name in
    !["day.1", "century.1", "millennium.1"].contains(name) && !name.hasPrefix("season.")
  }.sorted()

  /// What may stand in the gaps of a saying, perhaps one for a particular kind of date.
  private static func gaps(of name: String) -> [String]? {
    if let gaps = all[name] { return gaps }
    guard let stop = name.lastIndex(of: "."),
      Kind(rawValue: String(name[name.index(after: stop)...])) != nil
    else { return nil }
    return all[String(name[..<stop])]
  }
}
