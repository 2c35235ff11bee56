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
        annals read Dossiers/                    all text and Markdown files in a folder
        annals read briefing.txt notes.md        some files
        annals read memo.txt --source-date 2022-06-01
                                                 the memo speaks as of 1 June 2022
        curl -s https://example.org/a.txt | annals read -
                                                 what comes on standard input

      Reading a file again adds nothing. A file that cannot be read does not stop the others.
      """)

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The day as of which the documents speak, where they do not say so: what goes on in them "
        + "went on until then.", valueName: "day"),
    transform: { try SourceDate.day($0) })
  var sourceDate: Day?

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let inputs = InputFiles(paths) { Format(path: $0) != nil }
    let intake = Intake(
      reader: try Reader(vocabulary: Vocabulary.builtIn()), sourceDate: sourceDate)
    var shelf = Shelf(path: register.path(in: console.environment))
    let interruption = Interruption()
    var report = ReadReport(register: shelf.path, passedOver: inputs.passedOver)
    var fault: RegisterError?
    for (done, input) in inputs.inputs.enumerated() {
      guard !interruption.isRequested else { break }
      if inputs.inputs.count > 1 {
        console.progress(report.progress(of: inputs.inputs.count, next: input.path))
      }
      do {
        report.verdicts.append(try await shelf.put(input, from: intake))
      } catch {
        fault = error
      }
      console.progress("")
      if let failure = report.verdicts.last?.failure, report.verdicts.count == done + 1 {
        console.say(failure.message)
      }
      if fault != nil { break }
    }
    try shelf.close()
    report.left = inputs.inputs.count - report.verdicts.count
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
}

/// The day given by `--source-date`.
enum SourceDate {
  /// - Throws: `ValidationError` where the text is not one single day.
  static func day(_ text: String) throws -> Day {
    let asked = try AskedDate(text)
    guard asked.isDay else {
      throw ValidationError("“\(text)” is not one single day, such as 2022-06-01.")
    }
    return asked.question.first
  }
}
