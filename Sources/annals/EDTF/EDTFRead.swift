import ArgumentParser
import Chronology
import Publishing
import Statements

/// `annals edtf read`: what English phrases mean in EDTF.
struct EDTFRead: Door {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Says what English phrases such as “from 2004 to 2011” mean in EDTF.",
    discussion: """
      EXAMPLES:
        annals edtf read 'from March 2004 to June 2011'
        annals edtf read 'since 2021' 'mid-2003'
        annals edtf read 'ongoing since May 2021' --as-of 2023-05-03
        annals edtf read < phrases.txt           a line a phrase

      Cells are separated by tabs: phrase, EDTF, earliest day, latest day, four points (when it
      began, from and to; when it ended, from and to). A phrase that can be taken in two ways gives
      “ambiguous”, one that needs more words “needs-context”; why is said on standard error, and
      --json lists the readings. EDTF is empty where it has no text for what is said.
      """)

  @Argument(
    help: ArgumentHelp("Phrases; without any, lines of standard input.", valueName: "phrase"),
    transform: EarlyYears.shown)
  var phrases: [String] = []

  @OptionGroup var day: AsOfOption
  @OptionGroup var options: EDTFOptions
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let english = try Vocabulary.dates(in: "en")
    var lines = Lines()
    var rest = phrases[...]
    var isWhole = true
    while let phrase = phrases.isEmpty
      ? try lines.next(beforeWaiting: { try console.flush() }) : rest.popFirst()
    {
      let reading = english.read(phrase)
      if reading.reason != nil { isWhole = false }
      guard !look.json else {
        try console.print(json(phrase, reading).text(.compact))
        continue
      }
      let row = reading.row(
        asOf: day.asOf, seasons: options.seasons, extensions: options.extensions)
      try console.print("\(phrase)\t\(row.text)")
      if let talk = talk(reading) { console.say("annals: \(phrase): \(talk)") }
    }
    return isWhole ? .done : .negative
  }

  /// Why there is not one value, with the readings there are.
  private func talk(_ reading: PhraseReading) -> String? {
    guard case .ambiguous(let phrases, let doubts) = reading else { return reading.reason }
    let rows = phrases.map { $0.row(seasons: options.seasons) }
    let values = rows.map { $0.edtf.isEmpty ? $0.points : $0.edtf }
    return "\(doubts) (\(values.joined(separator: " or ")))"
  }
}

extension EDTFRead {
  private func json(_ phrase: String, _ reading: PhraseReading) -> JSON {
    let head: [(key: String, value: JSON)] = [
      ("schema", "annals.edtf-read.1"), ("phrase", .string(phrase)),
    ]
    func answer(_ word: JSON) -> [(key: String, value: JSON)] {
      [("answer", word), ("reason", JSON(reading.reason))]
    }
    switch reading {
    case .means(let phrase): return .object(head + members(phrase))
    case .edtf:
      let row = reading.row(
        asOf: day.asOf, seasons: options.seasons, extensions: options.extensions)
      return .object(head + EDTFRead.members(row) + [("exact", true)])
    case .ambiguous(let phrases, _):
      return .object(
        head + answer("ambiguous") + [("readings", JSON(phrases) { .object(members($0)) })])
    case .needsContext(let need):
      return .object(head + answer("needs-context") + [("needs", .string(need.rawValue))])
    case .noDate: return .object(head + answer("needs-context"))
    case .unread(let error):
      return .object(
        head + answer("needs-context") + [
          ("offset", JSON(error.offset)), ("hint", .string(error.hint)),
        ])
    }
  }

  private func members(_ phrase: Phrase) -> [(key: String, value: JSON)] {
    let row = phrase.row(
      asOf: day.asOf, seasons: options.seasons, extensions: options.extensions)
    return EDTFRead.members(row) + [
      ("exact", .bool(phrase.isExact(seasons: options.seasons)))
    ]
  }

  private static func members(_ row: PhraseReading.Row) -> [(key: String, value: JSON)] {
    [
      ("edtf", row.edtf.isEmpty ? .null : .string(row.edtf)),
      ("earliest", .string(row.earliest)), ("latest", .string(row.latest)),
      ("four_points", .string(row.points)),
    ]
  }
}
