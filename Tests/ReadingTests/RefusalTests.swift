import Chronology
import Foundation
import Statements
import Testing

@testable import Reading

@Suite struct `A file that cannot be read` {
  private func reason(_ bytes: [UInt8], format: Format? = .plainText) throws -> ReadingError.Reason?
  {
    do {
      _ = try reader.get().read(
        Manuscript(bytes), as: format, id: DocumentID(rawValue: "0"),
        source: Source(location: "file"))
      return nil
    } catch let error as ReadingError {
      #expect(!error.description.isEmpty)
      return error.reason
    }
  }

  @Test func `is empty`() throws {
    #expect(try reason([]) == .empty)
    #expect(try reason(Array(" \n\t\u{FEFF}".utf8)) == .empty)
  }

  @Test func `is binary, at a byte`() throws {
    #expect(try reason(Array("PK".utf8) + [3, 4]) == .binary(offset: 2))
  }

  @Test(arguments: [Format.plainText, .docx, .markdown, nil])
  func `is of a kind that is known and not read, whatever its ending`(format: Format?) throws {
    for (bytes, words) in [
      (Array(#"{\rtf1\ansi The mission ended in 2004.}"#.utf8), "rich text (RTF)"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an old Office file (.doc, .xls)"),
    ] {
      guard case .unread(let what) = try reason(bytes, format: format) else {
        Issue.record("another reason")
        continue
      }
      #expect(what.hasPrefix(words) && what.contains("save it"))
    }
  }

  @Test func `has an ending that names no format`() throws {
    #expect(try reason(Array("Text".utf8), format: Format(path: "a.xyz")) == .unsupportedFormat)
  }

  @Test(arguments: [
    (
      "German",
      "Die Mission der Europäischen Union wurde im Jahr 2003 auf Bitten der Regierung "
        + "eingesetzt und nach einem Jahr durch eine zivile Mission abgelöst."
    ),
    (
      "French",
      "La mission de l'Union européenne a été lancée en 2003 à la demande du gouvernement "
        + "et elle est remplacée par une mission civile."
    ),
    (
      "a script other than Latin",
      "Миссия была создана в 1999 году по просьбе правительства страны "
        + "и работала там до 2004 года."
    ),
  ])
  func `is not English`(language: String, text: String) throws {
    #expect(try reason(Array(text.utf8)) == .notEnglish(language))
  }

  @Test func `is not a list of names, nor English with foreign names`() throws {
    let text = """
      Mission de l'Organisation des Nations Unies pour la stabilisation (MONUSCO)

      The Mission de l'Organisation des Nations Unies has been in the country since 2010.
      """
    #expect(try reason(Array(text.utf8)) == nil)
  }

  @Test(
    .enabled(if: hasShared, "the texts beside the project are absent"),
    arguments: ["concordia-de", "eupat-it", "uncro-sv"])
  func `stands beside the project`(name: String) throws {
    let bytes = try Array(Data(contentsOf: shared.appending(path: "texts/txt/\(name).txt")))
    guard case .notEnglish = try reason(bytes) else {
      Issue.record("\(name) was taken for English")
      return
    }
  }
}
