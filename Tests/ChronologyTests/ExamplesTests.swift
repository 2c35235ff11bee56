import Chronology
import Foundation
import Testing

/// The Swift of README.md, which is compiled here, run, and compared with the page line by line.
@Suite struct `The examples of the README` {
  let page: Page
  init() throws { page = try Page() }

  @Test func `read values, their bounds and their errors`() throws {
    var printed: [String] = []
    func print(_ value: some Any) { printed.append("\(value)") }
    // begin values
    let mandate = try EDTF("2004-08~/2011-12-31")
    print(mandate.level)  // one
    print(mandate.bounds.latest)  // day(2011-12-31)
    if let extent = mandate.extent() {
      print(extent.spans[0])  // 2004-08-01/2004-08-31/2011-12-31/2011-12-31
    }
    do {
      _ = try EDTF("2012-13")
    } catch {
      print(error)  // month 13 at byte 5; write 2012-12 or 2012-XX
    }
    // end
    try page.check("values", printed)
  }

  @Test func `ask questions in three values`() throws {
    var printed: [String] = []
    func print(_ value: some Any) { printed.append("\(value)") }
    // begin questions
    let plain = try Comparison("2018/..", "2020-01-01", predicate: "contains")
    print(plain.verdict.result)  // possibly
    let known = try Comparison("2018/..", "2020-01-01", predicate: "contains", asOf: "2021-05-03")
    print(known.verdict.result)  // certainly
    print(known.verdict.reason.prefix(53))  // 2018/.. begins by 2018-12-31, on or before 2020-01-01
    let spans = try (EDTF("2004/2011").extent(), EDTF("2011/2018").extent())
    if let first = spans.0, let second = spans.1 {
      print(first.overlaps(second))  // possibly
    }
    // end
    try page.check("questions", printed)
  }

  @Test func `read phrases and say dates`() throws {
    let (tableOfEnglish, tableOfFrench) = try (
      Languages.table("dates-en"), Languages.table("dates-fr")
    )
    var printed: [String] = []
    func print(_ value: some Any) { printed.append("\(value)") }
    // begin phrases
    let english = try DateLanguage(parsing: tableOfEnglish)  // the text of dates-en.tsv
    print(english.read("from March to May 2005").row().edtf)  // 2005-03/2005-05
    print(english.read("since at least 2012").row().points)  // -inf/2012-12-31/2012-01-01/+inf
    if case .ambiguous(let readings, let doubts) = english.read("04/05/2003") {
      print(readings.map { $0.row().edtf })  // ["2003-05-04", "2003-04-05"]
      print(doubts)  // the day or the month may stand first
    }
    print(english.words(for: try EDTF("1998%")))  // perhaps around 1998
    let french = try DateLanguage(parsing: tableOfFrench)
    print(french.words(for: try EDTF("2005-05-03/2005-05-09")))  // du 3 au 9 mai 2005
    // end
    try page.check("phrases", printed)
  }
}

/// README.md and the examples of this file.
struct Page {
  /// The Swift blocks of the page.
  private let blocks: [String]
  /// The examples by name, as they stand between their marks, without indentation.
  private let examples: [String: String]

  init() throws {
    let file = URL(filePath: #filePath)
    let readme = file.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "README.md")
    blocks = try Page.pieces(
      of: String(contentsOf: readme, encoding: .utf8), from: "```swift", to: "```"
    ).map(\.text)
    examples = Dictionary(
      uniqueKeysWithValues: Page.pieces(
        of: try String(contentsOf: file, encoding: .utf8), from: "    // begin ", to: "    // end"
      ).map { ($0.name, $0.text) })
  }

  /// Checks that the page has an example as it is compiled here, and that it printed what its
  /// comments say.
  func check(_ name: String, _ printed: [String]) throws {
    let example = try #require(examples[name])
    #expect(blocks.contains(example), "README.md has not this block:\n\(example)")
    let said = example.split(separator: "\n").filter { $0.contains("print(") }
      .compactMap { $0.components(separatedBy: "  // ").dropFirst().first }
    #expect(printed == said)
  }

  /// The lines between two marks, less the indentation of the first.
  private static func pieces(
    of text: String, from open: String, to close: String
  ) -> [(name: String, text: String)] {
    var pieces: [(name: String, text: String)] = []
    var lines: [Substring]?
    var name = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let kept = lines {
        guard line == close else {
          lines?.append(line)
          continue
        }
        let indent = kept.first.map { $0.prefix { $0 == " " }.count } ?? 0
        pieces.append((name, kept.map { String($0.dropFirst(indent)) }.joined(separator: "\n")))
        lines = nil
      } else if line.hasPrefix(open) {
        name = String(line.dropFirst(open.count))
        lines = []
      }
    }
    return pieces
  }
}
