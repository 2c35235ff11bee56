import ArgumentParser
import Foundation
import Publishing
import Reading
import Statements

/// `annals extract`: what documents say, without a register.
struct ExtractCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Writes what documents say, without keeping it.",
    discussion: """
      EXAMPLES:
        annals extract briefing.txt              a line a statement, with its place
        annals extract briefing.txt --json       missions, facts and quantities
        annals extract Dossiers/ --json --out P  a file each: P/<name>.json
        annals extract report.pdf --text         the text that passages point into
        annals extract briefing.txt --explain    why: each rule, its cue, what it rejected
        annals extract briefing.txt --vocabulary words/
                                                 with word lists of your own

      Quotes are exact; offsets count UTF-8 bytes from 0. In JSON, when, start, end and as_of are EDTF
      of level 0 ("early 1996" is 1996, "by 2025" is 2025), with the whole EDTF beside them; mission is
      null where the text does not say whose a fact is, and a register does not keep such facts.
      """)

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("Write a JSON file for each document into this folder.", valueName: "folder")
  )
  var out: String?

  @Flag(
    help:
      "Say of each mission and statement which rule made it, by what words, and what it rejected.")
  var explain = false

  @Flag(
    help: "Print the text that the program reads in a file, which passages point into, and no more."
  )
  var text = false

  @OptionGroup var words: VocabularyOptions
  @OptionGroup var tables: MappingOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    if tables.guessMap { throw Failure(.usage, "--guess-map is for annals read") }
    if text, out != nil || explain || look.json {
      throw Failure(.usage, "--text goes without --json, --out and --explain")
    }
    let inputs = InputFiles(files) { Format(path: $0) != nil }
    let intake = Intake(
      limits: limits.limits, mapping: try tables.mapping(), vocabulary: try words.lists(),
      isTextOnly: text)
    var worker = WorkerProcess(limits: intake.limits)
    let labels = try Labels()
    var folder = try out.map { path throws(Failure) in try OutputFolder(path) }
    var documents: [JSON] = []
    var failed = 0
    for input in inputs.inputs {
      do {
        let reading: Intake.Reading
        switch intake.read(input, by: &worker) {
        case .failed(let failure): throw failure
        case .known: continue
        case .read(let read): reading = read
        }
        for warning in reading.proposals.warnings {
          console.say("annals: \(input.name): \(warning.printable)")
        }
        if text {
          let text = reading.proposals.document.text
          // On a terminal nothing of the text may command it.
          if console.terminal.showsOutput {
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
              try console.print(String(line).printable)
            }
          } else {
            try console.write(text + "\n")
          }
          continue
        }
        let extraction = Extraction(
          reading.proposals, events: labels.events, isExplained: explain)
        if folder != nil {
          let path = try folder?.write(
            extraction.json.text() + "\n", for: input.name, ending: "json")
          console.say("\(input.name): \(path ?? "")")
        } else if look.json {
          documents.append(extraction.json)
        } else {
          try extraction.print(on: &console, labels: labels)
        }
      } catch let failure as Failure {
        failed += 1
        console.say(failure.message)
      }
    }
    if folder == nil, look.json {
      // One document is written as itself, so that a pipe needs no unpacking.
      if inputs.inputs.count == 1 {
        if let only = documents.first { try console.print(only.text()) }
      } else {
        try console.print(
          (["schema": "annals.extracts.1", "documents": .array(documents)] as JSON).text())
      }
    }
    return failed > 0 ? .inputFailed : .done
  }
}

extension Extraction {
  init(_ proposals: Proposals, events: Set<Property>, isExplained: Bool = false) {
    var statements: [MissionID: [Statement]] = [:]
    for statement in proposals.statements {
      statements[statement.subject, default: []].append(statement)
    }
    self.init(
      document: proposals.document,
      accounts: proposals.missions.map { mission in
        Account(
          mission: mission, document: proposals.document, statements: statements[mission.id] ?? [])
      },
      events: events,
      headings: proposals.headings, unattached: proposals.unattached,
      rationales: isExplained ? proposals.rationales : nil,
      missionRationales: isExplained ? proposals.missionExplanations : [:])
  }

  /// A line a statement: place, mission, property, date, value.
  func print(on console: inout Console, labels: Labels) throws(OutletError) {
    for account in accounts {
      try console.print(console.tinted(account.title, .strong))
      if let rationales, !rationales.isEmpty || missionRationales[account.id] != nil {
        try explain(account, on: &console)
      }
      for statement in account.statements {
        let date = statement.valid.map { "\($0)  " } ?? ""
        for passage in statement.passages {
          let bytes = "\(passage.bytes.lowerBound)–\(passage.bytes.upperBound)"
          try console.print(
            "  \(account.document.placeWords(of: passage)) (\(bytes))  \(labels[statement.property])  "
              + "\(date)\(statement.value.words.printable)")
        }
        if rationales != nil { try explain(statement, on: &console) }
      }
    }
    if rationales != nil { try printUnattached(on: &console, labels: labels) }
  }
}
