import ArgumentParser
import Chronology
import Foundation
import Publishing
import Reading
import Statements

/// `annals tag`: time expressions marked in the text.
struct TagCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Marks the time expressions of texts with TIMEX3 tags (TimeML).",
    discussion: """
      EXAMPLES:
        annals tag report.txt --document-date 2021-05-03
        annals tag wire/*.tml --out tagged --domain news
        annals tag report.txt --json             each expression with its bytes and value

      Of a .tml file the text is tagged anew and its document date kept; any other file is taken as
      plain text. Nothing but tags is added to the text.
      """)

  @Argument(
    help: ArgumentHelp("Texts (.txt, .md) and TimeML documents (.tml).", valueName: "file"),
    completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("The format to write: timeml.", valueName: "format"))
  var format = "timeml"

  @Option(
    help: ArgumentHelp("Write a .tml file for each text into this folder.", valueName: "folder"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Whose clock completes dates without a year: news, narrative or auto.",
      valueName: "domain"))
  var domain = "auto"

  @Option(help: ArgumentHelp("The document's own date, where it has none.", valueName: "day"))
  var documentDate: String?

  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    guard format == "timeml" else {
      throw Failure(.usage, "no format “\(format)”", remedy: "Use --format timeml.")
    }
    guard let domain = Domain(rawValue: domain) else {
      let known = Domain.allCases.map(\.rawValue)
      throw Failure(
        .usage,
        "no domain “\(self.domain)”.\(Suggestion.question(for: self.domain, among: known))",
        remedy: "Use news, narrative or auto.")
    }
    let date = try documentDate.map { text throws(Failure) in
      guard let day = Day(text) else {
        throw Failure(.usage, "“\(text)” is no day", remedy: "Write it as 2021-05-03.")
      }
      return day
    }
    let tagger = try Reader(vocabulary: Vocabulary.builtIn()).tagger
    var folder = try out.map { path throws(Failure) in try OutputFolder(path) }
    let inputs = InputFiles(files) { $0.hasSuffix(".tml") || Format(path: $0) != nil }
    var failed = 0
    for input in inputs.inputs {
      do {
        let document = try TagCommand.document(input, date: date)
        let timexes = tagger.tag(
          document.text, documentDate: document.documentDate ?? date, domain: domain)
        if look.json {
          try console.print(TagCommand.json(input.name, document, timexes).text(.compact))
        } else if folder != nil {
          _ = try folder?.write(
            String(decoding: document.tagged(with: timexes), as: UTF8.self), for: input.name,
            ending: "tml")
        } else {
          try console.write(String(decoding: document.tagged(with: timexes), as: UTF8.self))
        }
      } catch let failure as Failure {
        failed += 1
        console.say(failure.message)
      }
    }
    return failed > 0 ? .inputFailed : .done
  }

  private static func document(_ input: InputFiles.Input, date: Day?) throws(Failure) -> TimeML {
    let bytes: [UInt8]
    switch input {
    case .unreadable(let path, let what, let remedy):
      throw Failure(.inputFailed, "\(path): \(what)", remedy: remedy)
    case .given(_, let given): bytes = given
    case .standardInput: bytes = try FileBytes.readStandardInput(limit: Limits().file)
    case .file(let path): bytes = try FileBytes.read(path, limit: Limits().file)
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Failure(.inputFailed, "\(input.name): not UTF-8 text", remedy: "Save it as UTF-8.")
    }
    guard input.path.hasSuffix(".tml") else {
      return TimeML(name: input.name, plainText: bytes, documentDate: date)
    }
    guard let document = TimeML(parsing: bytes) else {
      throw Failure(
        .inputFailed, "\(input.name): no TEXT element in this TimeML file",
        remedy: "Give it the ending .txt if it is plain text.")
    }
    return document
  }

  private static func json(_ name: String, _ document: TimeML, _ timexes: [Timex]) -> JSON {
    let utf8 = document.text
    let found: [JSON] = timexes.map { timex in
      [
        "bytes": [JSON(timex.bytes.lowerBound), JSON(timex.bytes.upperBound)],
        "text": .string(String(decoding: utf8[timex.bytes], as: UTF8.self)),
        "type": .string(timex.kind.rawValue), "value": .string(timex.value),
        "rule": .string(timex.rule),
        "completed": timex.completion.map { .string($0.words) } ?? .null,
        "anchor": timex.anchor.map { .string($0.rawValue) } ?? .null,
        "alternative": timex.alternative.map { .string($0) } ?? .null,
      ]
    }
    return ["schema": "annals.tag.1", "file": .string(name), "timexes": .array(found)]
  }
}
