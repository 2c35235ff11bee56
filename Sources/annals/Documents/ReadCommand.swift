import ArgumentParser
import Chronology
import Foundation
import Keeping
import Publishing
import Reading
import Statements

/// `annals read`: documents into the register.
struct ReadCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads documents into the register and says what was found in them.",
    discussion: """
      EXAMPLES:
        annals read Dossiers/                    all documents in a folder and below it
        annals read report.pdf notes.docx        some files
        annals read archive/ --exclude 'drafts/' --exclude '*.csv'
                                                 a folder without some of it
        annals read memo.txt --source-date 2022-06-01
                                                 the memo speaks as of 1 June 2022
        annals read missions.csv --guess-map > map.toml
                                                 propose what the columns mean; edit it, then
        annals read missions.csv --map map.toml  read each row by it
        curl -s https://example.org/a.html | annals read -
                                                 what comes on standard input
        annals read --failed                     try again what could not be read

      Reads text, Markdown, HTML, Word (.docx), OpenDocument (.odt), PDF, tables (.csv, .tsv) and
      JSON. Reading a file again adds nothing, and what this program has read before is not read
      anew. A file that cannot be read does not stop the others: each is read by a process of its
      own limits, without network. The exit code is 3 where some failed.
      """)

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Leave out files and folders inside folders that match, as .gitignore writes patterns; "
        + "may be given several times.", valueName: "pattern"))
  var exclude: [String] = []

  @Flag(help: "Read again what the last attempt could not read, besides the paths given.")
  var failed = false

  @Option(
    help: ArgumentHelp(
      "The day as of which the documents speak, where they do not say so: what goes on in them "
        + "went on until then.", valueName: "day"),
    transform: { try SourceDate.day($0) })
  var sourceDate: Day?

  @OptionGroup var tables: MappingOptions
  @OptionGroup var words: VocabularyOptions
  @OptionGroup var limits: LimitOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    guard !paths.isEmpty || failed else {
      throw ValidationError("What shall be read? Name files, folders, or - for standard input.")
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    if tables.guessMap { return try guess(on: &console) }
    var intake = Intake(
      limits: limits.limits, sourceDate: sourceDate, mapping: try tables.mapping(),
      vocabulary: try words.lists())
    // A wrong word list is the program's fault and not a file's.
    _ = try Reader(vocabulary: Vocabulary.builtIn())
    var shelf = try await Shelf(path: register.path(in: console.environment))
    let again = failed ? try await shelf.failedPaths() : []
    if paths.isEmpty, again.isEmpty {
      console.say("Nothing failed the last time, or it was read since.")
      return .done
    }
    intake.known = try await shelf.recipes(of: Intake.program)
    let inputs = InputFiles(paths + again, without: Exclusions(exclude)) {
      Format(path: $0) != nil || Format.isUnread(path: $0)
    }
    var report = ReadReport(
      register: shelf.path, inputs: inputs.inputs.count, passedOver: inputs.passedOver)
    let interruption = Interruption()
    let fault = await read(
      inputs.inputs, with: intake, into: &shelf, interruption, &report, on: &console)
    if fault == nil { try await shelf.note(report.verdicts) }
    try shelf.close()
    if look.json {
      try console.print(report.json.text())
    } else {
      try report.print(on: &console)
    }
    if let fault { throw fault }
    if interruption.isRequested, report.left > 0 {
      console.say("annals: interrupted; \(report.left) left unread, what was read is kept")
      return .interrupted
    }
    if !look.json { report.sayNext(register.words, on: &console) }
    return report.failed > 0 ? .inputFailed : .done
  }

  /// Reads all inputs and keeps each as it comes.
  /// - Returns: what is wrong with the register, which stops the reading.
  private func read(
    _ inputs: [InputFiles.Input], with intake: Intake, into shelf: inout Shelf,
    _ interruption: Interruption, _ report: inout ReadReport, on console: inout Console
  ) async -> RegisterError? {
    let begin = ContinuousClock.now
    let stop = StopSign()
    let crew = Crew.read(inputs, with: intake, count: limits.processes(for: inputs.count)) {
      [requests = interruption.requests] in requests.isAny || stop.isUp
    }
    var fault: RegisterError?
    for await result in crew.results {
      defer { crew.done() }
      guard fault == nil else { continue }
      do {
        let verdict = try await shelf.put(result.outcome, of: inputs[result.index].path)
        report.add(verdict, at: result.index)
        console.progress("")
        if let failure = verdict.failure { console.say(failure.message) }
        if inputs.count > 1 {
          let seconds = (ContinuousClock.now - begin) / .seconds(1)
          console.progress(report.progress(after: seconds, last: verdict.path))
        }
      } catch {
        fault = error
        stop.raise()
      }
    }
    console.progress("")
    return fault
  }
}

/// The day given by `--source-date`.
enum SourceDate {
  /// - Throws: `ValidationError` where the text is not one single day.
  static func day(_ text: String) throws -> Day {
    let asked = try AskedDate(argument: text)
    guard asked.isDay else {
      throw ValidationError("“\(text)” is not one single day, such as 2022-06-01.")
    }
    return asked.question.first
  }
}
