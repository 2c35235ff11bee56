import ArgumentParser
import Keeping
import Publishing
import Statements

/// `annals search`: the passages in which words stand.
struct SearchCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds the passages in which all of some words stand.",
    discussion: """
      EXAMPLES:
        annals search training Baghdad           passages with both words
        annals search '"ministers agreed"'       this phrase
        annals search 'withdr*'                  words that begin so
        annals search police place:Iraq          in what is said of missions in Iraq
        annals search training mission:NTM-I     or of one mission
        annals search officers property:trained  in statements of one property
        annals search border source:nato-iraq.md in what one document says
        annals search Łódź --json                for another program

      Case and accents make no difference: lodz finds Łódź. Fields are mission, property, source,
      place, org and kind; a value with spaces stands in double quotes: org:"European Union".
      """)

  @Argument(help: ArgumentHelp("Words; a phrase stands in double quotes.", valueName: "text"))
  var text: [String]

  @Option(
    help: ArgumentHelp("Show at most so many passages.", valueName: "number"),
    transform: { try SearchCommand.count($0) })
  var limit = 50

  @OptionGroup var asOf: MomentOption
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let typed = text.joined(separator: " ")
    let query = try SearchCommand.query(typed)
    let hits = try await register.asked(in: console.environment) { register in
      try await register.search(query, at: asOf.moment, limit: limit)
    }
    if look.json {
      let json: JSON = [
        "schema": "annals.search.1", "query": .string(typed), "as_of": asOf.json,
        "hits": JSON(hits, SearchCommand.json),
      ]
      try console.print(json.text())
    } else {
      for hit in hits {
        let missions = hit.missions.map(\.rawValue).joined(separator: ", ")
        let place = hit.place.words(in: hit.location)
        try console.print(
          console.tinted(place, .strong) + (missions.isEmpty ? "" : "  \(missions)"))
        try console.print("  " + SearchCommand.marked(hit.snippet, console))
      }
    }
    if hits.isEmpty {
      console.say("No passage has all of “\(typed)”\(asOf.words).")
      console.say("  Fewer words find more; 'word*' finds words that begin so.")
      return .negative
    }
    if hits.count == limit { console.say("The first \(limit) passages; --limit N shows more.") }
    return .done
  }

  /// - Throws: `Failure` that points at the character from which the search is not understood.
  private static func query(_ typed: String) throws -> SearchQuery {
    do {
      let query = try SearchQuery(typed)
      if let name = query.fields[.property] {
        try check(name, among: Labels().known, .property, query)
      }
      if let name = query.fields[.kind] {
        try check(name, among: Mission.Kind.allCases.map(\.rawValue), .kind, query)
      }
      return query
    } catch let error as SearchSyntaxError {
      throw Failure(
        .usage, "“\(typed)”, column \(error.column): \(error.reason)", remedy: error.remedy)
    }
  }

  private static func check(
    _ name: String, among known: [String], _ field: SearchQuery.Field, _ query: SearchQuery
  ) throws(SearchSyntaxError) {
    guard !known.contains(name.lowercased()) else { return }
    throw SearchSyntaxError(
      "there is no \(field.rawValue) “\(name)”." + Suggestion.question(for: name, among: known),
      column: query.columns[field] ?? 1, remedy: "Known: \(known.joined(separator: ", ")).")
  }

  private static func count(_ text: String) throws -> Int {
    guard let count = Int(text), count > 0 else {
      throw ValidationError("“\(text)” is no number of passages, such as 20.")
    }
    return count
  }

  /// The snippet with the found words set off.
  private static func marked(_ snippet: Snippet, _ console: borrowing Console) -> String {
    guard console.terminal.allowsColor else { return snippet.text.printable }
    let bytes = Array(snippet.text.utf8)
    var out = ""
    var index = 0
    func text(_ range: Range<Int>) -> String {
      // The spaces at a piece's ends matter here: `printable` would take them away.
      let piece = String(decoding: bytes[range], as: UTF8.self)
      let inner = piece.printable
      guard !inner.isEmpty else { return piece.isEmpty ? "" : " " }
      return (piece.first == " " ? " " : "") + inner + (piece.last == " " ? " " : "")
    }
    for mark in snippet.marks where mark.lowerBound >= index && mark.upperBound <= bytes.count {
      out += text(index..<mark.lowerBound) + console.tinted(text(mark), .strong)
      index = mark.upperBound
    }
    return out + text(index..<bytes.count)
  }

  private static func json(_ hit: Hit) -> JSON {
    [
      "document": .string(hit.passage.document.rawValue),
      "file": .string(hit.location),
      "title": .string(hit.documentName),
      "line": JSON(hit.line),
      "place": hit.place.json,
      "bytes": hit.passage.bytes.json,
      "quote": .string(hit.passage.quote),
      "snippet": .string(hit.snippet.text),
      "marks": JSON(hit.snippet.marks, \.json),
      "missions": JSON(hit.missions) { .string($0.rawValue) },
    ]
  }
}
