import ArgumentParser
import Foundation
import Keeping
import Reading
import Statements

/// Word lists of the user's own, laid over those that are compiled in.
struct VocabularyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Lay the word lists (.tsv) of this folder over those of the program.", valueName: "folder"),
    completion: .directory)
  var vocabulary: String?

  /// The texts of the folder's lists by their names, tried out.
  /// - Throws: `Failure` for a folder that cannot be read, and for a row that no rule can use.
  func lists() throws -> [String: String] {
    guard let vocabulary else { return [:] }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: vocabulary) else {
      throw Failure(
        .usage, "\(vocabulary) is no folder that can be read",
        remedy: "Name a folder with word lists such as event-cues.tsv.")
    }
    var lists: [String: String] = [:]
    for name in names.sorted() where name.hasSuffix(".tsv") {
      let bytes = try FileBytes.read("\(vocabulary)/\(name)", limit: 1 << 19)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(.usage, "\(vocabulary)/\(name) is not UTF-8")
      }
      lists[String(name.dropLast(4))] = text
    }
    guard !lists.isEmpty else {
      throw Failure(
        .usage, "\(vocabulary) holds no word lists",
        remedy: "A list is a .tsv file with the name and the columns of one of the program's.")
    }
    do throws(VocabularyError) {
      _ = try Reader(vocabulary: Vocabulary.builtIn().overlaid(by: lists))
    } catch {
      throw Failure(.usage, "\(vocabulary)/\(error)", remedy: "Correct that row.")
    }
    return lists
  }
}
