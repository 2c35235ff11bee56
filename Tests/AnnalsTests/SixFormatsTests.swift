import Foundation
import Testing

/// One dossier in six formats, made by `Scripts/samples` with public tools: what it says must not
/// depend on what it was saved as.
@Suite struct `One dossier in six formats` {
  static let samples = Product.root.appendingPathComponent("Tests/AnnalsTests/Samples")
  static let source = Product.root.appendingPathComponent("Dossiers/african-union-somalia.md")

  /// What is said, apart from the marks of layout around the words: stars, bars, spaces.
  struct Said: Hashable, CustomStringConvertible {
    let description: String
    init(_ fields: [Any?]) {
      description = fields.map { field in
        let text = field.map { "\($0)" } ?? "–"
        return text.split { " *_|\n\u{A0}".contains($0) }.joined(separator: " ")
      }
      .joined(separator: " · ")
    }
  }

  let desk: Desk
  init() throws { desk = try Desk() }

  /// - Parameter hasLevels: whether headings have levels. Those of plain text have none, so that
  ///   "Before 2007" there seems to head the sections behind it; each of them has a period of its own,
  ///   which counts.
  private func said(in path: String, hasLevels: Bool = true) throws -> Set<Said> {
    let run = try desk.annals("extract", path, "--json")
    #expect(run.code == 0, "\(run.talk)")
    let json = try run.json()
    func list(_ name: String, _ fields: [String]) throws -> [Said] {
      try #require(json[name] as? [[String: Any]]).map { object in
        Said([name] + fields.map { object[$0] })
      }
    }
    return try Set(
      list(
        "missions",
        [
          "name", "acronym", "organisation", "place", "start", "end", "status", "period_from",
        ] + (hasLevels ? ["section_period"] : []))
        + list("facts", ["mission", "kind", "when", "quote", "rule"])
        + list("quantities", ["mission", "kind", "value", "upper", "unit", "as_of", "quote"]))
  }

  @Test(arguments: ["txt", "html", "docx", "odt", "pdf"])
  func `says the same in each`(ending: String) throws {
    let hasLevels = ending != "txt"
    let expected = try said(in: Self.source.path, hasLevels: hasLevels)
    try #require(expected.count >= 15)
    let found = try said(
      in: Self.samples.appendingPathComponent("african-union-somalia.\(ending)").path,
      hasLevels: hasLevels)
    #expect(found.subtracting(expected).map(\.description).sorted() == [])
    #expect(expected.subtracting(found).map(\.description).sorted() == [])
  }
}
