import Chronology
import Foundation
import Specimens
import Statements
import Testing

@testable import Reading

/// The root of the package, from this file's place in it.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The measured data beside the project, absent on most machines.
let shared = root.deletingLastPathComponent().appending(path: "shared")
let hasShared = FileManager.default.fileExists(atPath: shared.path)

let reader: Result<Reader, VocabularyError> = Result { () throws(VocabularyError) in
  try Reader(vocabulary: .builtIn())
}

/// Reads a text as if it were a file.
func read(_ text: String, asOf: Day? = nil, format: Format = .plainText) throws -> Proposals {
  try reader.get().read(
    Manuscript(Array(text.utf8)), as: format, id: DocumentID(rawValue: "0123456789abcdef"),
    source: Source(location: "dossier.txt", asOf: asOf))
}

func read(_ file: URL) throws -> Proposals {
  try reader.get().read(
    Manuscript(Array(Data(contentsOf: file))), as: Format(path: file.lastPathComponent),
    id: DocumentID(rawValue: "0123456789abcdef"), source: Source(location: file.lastPathComponent))
}

/// Compares with the golden beside the tests.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let difference = try Golden(name, besides: #filePath).difference(from: text)
  #expect(difference == nil, sourceLocation: sourceLocation)
}

/// One readable line for each mission, statement and doubt, with byte ranges.
func listing(_ proposals: Proposals) -> String {
  var lines: [String] = []
  for mission in proposals.missions {
    let acronym = mission.acronym.map { " (\($0))" } ?? ""
    lines.append("# \(mission.id.rawValue) \(mission.kind): \(mission.name)\(acronym)")
    if !mission.aliases.isEmpty {
      lines.append("  also \(mission.aliases.joined(separator: "; "))")
    }
  }
  for statement in proposals.statements {
    let places = statement.passages.map { "\($0.bytes.lowerBound)..<\($0.bytes.upperBound)" }
      .joined(separator: " ")
    let valid = statement.valid.map { " @\($0)" } ?? ""
    let note = statement.note.map { " {\($0)}" } ?? ""
    let quote = statement.passages[0].quote.replacing("\n", with: "⏎")
    let value: String
    if case .text(let text) = statement.value, text == statement.passages[0].quote {
      value = ""
    } else {
      value = " = \(statement.value.words)"
    }
    lines.append(
      "\(places) \(statement.subject.rawValue) \(statement.property.rawValue)\(value)\(valid) "
        + "[\(statement.rule)]\(note) “\(quote)”")
  }
  for doubt in proposals.doubts {
    lines.append(
      "? \(doubt.passage.bytes.lowerBound)..<\(doubt.passage.bytes.upperBound) \(doubt.reason) "
        + "“\(doubt.passage.quote)”")
  }
  return lines.joined(separator: "\n") + "\n"
}
