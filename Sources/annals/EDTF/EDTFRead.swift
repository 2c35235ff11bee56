import ArgumentParser
import Chronology
import Publishing
import Reading
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
        annals edtf read < phrases.txt           a line a phrase

      Cells are separated by tabs: phrase, EDTF, earliest day, latest day, four points. A phrase
      that can be taken in two ways gives “ambiguous”, one that needs more words “needs-context”.
      """)

  @Argument(
    help: ArgumentHelp("Phrases; without any, lines of standard input.", valueName: "phrase"))
  var phrases: [String] = []

  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let tagger = try Reader(vocabulary: Vocabulary.builtIn()).tagger
    var lines = Lines()
    var rest = phrases[...]
    var isWhole = true
    while let phrase = phrases.isEmpty
      ? try lines.next(beforeWaiting: { try console.flush() }) : rest.popFirst()
    {
      let meaning = tagger.meaning(of: phrase)
      if case .date = meaning {} else { isWhole = false }
      try console.print(
        look.json
          ? EDTFRead.json(phrase, meaning).text(.compact) : EDTFRead.row(phrase, meaning))
    }
    return isWhole ? .done : .negative
  }

  private static func row(_ phrase: String, _ meaning: PhraseMeaning) -> String {
    switch meaning {
    case .date(let date):
      let bounds = date.boundTexts()
      return [phrase, date.description, bounds.earliest, bounds.latest, points(date)]
        .joined(separator: "\t")
    case .ambiguous: return "\(phrase)\tambiguous\t\t\t"
    case .needsContext: return "\(phrase)\tneeds-context\t\t\t"
    }
  }

  private static func json(_ phrase: String, _ meaning: PhraseMeaning) -> JSON {
    let head: [(key: String, value: JSON)] = [
      ("schema", "annals.edtf-read.1"), ("phrase", .string(phrase)),
    ]
    switch meaning {
    case .date(let date):
      let bounds = date.boundTexts()
      return .object(
        head + [
          ("edtf", .string(date.description)), ("earliest", .string(bounds.earliest)),
          ("latest", .string(bounds.latest)), ("four_points", .string(points(date))),
        ])
    case .ambiguous(let reason):
      return .object(head + [("answer", "ambiguous"), ("reason", .string(reason))])
    case .needsContext:
      return .object(head + [("answer", "needs-context")])
    }
  }

  private static func points(_ date: EDTF) -> String {
    date.extent().map { $0.spans.map(\.description).joined(separator: " ; ") } ?? ""
  }
}
