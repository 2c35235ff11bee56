internal import Chronology
internal import Keeping
internal import Publishing
internal import Statements

/// One part of a document with what is stated from it.
struct SourceView: Sendable {
  let page: SourcePage
  private let document: Document
  private let bytes: Range<Int>
  private let statements: [JudgedStatement]
  private let missions: [Mission]
  private let format: String

  init(_ call: Call) async throws {
    let register = call.site.register
    let document = try await call.document()
    let parts = DocumentParts(document)
    let asked = try call.arguments.value("passage") { try SourceView.bytes($0, in: document) }
    let wanted =
      try call.arguments.number(
        "part", in: 1...1_000_000,
        otherwise: 1 + (asked.map { parts.index(ofByte: $0.lowerBound) } ?? 0)) - 1
    guard parts.ranges.indices.contains(wanted) else {
      throw Problem.notFound("There is no part \(wanted + 1): there are \(parts.ranges.count).")
    }
    let part = wanted
    let bytes = parts.ranges[part]
    let items = try await register.reviewables(in: document.id, bytes: bytes)
    let decisions = try await register.decisions(on: document.id)
    let statements = items.map { JudgedStatement($0, decisions) }
    let missions = try await register.missions(in: document.id)
    let format = try await register.original(of: document.id)?.format ?? "text"
    page = SourcePage(
      document: document, format: format, parts: parts, part: part, statements: statements,
      missions: missions,
      labels: try await register.labels(ofMissionsIn: items.map(\.statement)), asked: asked,
      doubts: try await register.doubts(in: document.id),
      open: try await register.count(matching: ReviewFilter(source: document.id.rawValue)))
    self.document = document
    self.bytes = bytes
    self.statements = statements
    self.missions = missions
    self.format = format
  }

  /// `120-180`: bytes that make a passage of the document.
  private static func bytes(_ text: String, in document: Document) throws -> Range<Int> {
    let sides = text.split(separator: "-", omittingEmptySubsequences: false)
    guard sides.count == 2, let start = Int(sides[0]), let end = Int(sides[1]), start >= 0
    else {
      throw Problem.badParameter(
        "passage", "“passage” names UTF-8 bytes of the text, the end exclusive: 120-180.")
    }
    guard start < end, Passage(of: document, bytes: start..<end) != nil else {
      throw Problem.notFound(
        "The bytes \(text) are no passage: the text has \(document.text.utf8.count), and none may be "
          + "cut in two.")
    }
    return start..<end
  }

  func json(_ labels: Labels) -> JSON {
    let source = document.source
    return [
      "schema": "annals.source.1", "id": .string(document.id.rawValue),
      "name": .string(document.name), "file": .string(source.location),
      "title": JSON(source.title), "author": JSON(source.author),
      "publisher": JSON(source.publisher), "published": JSON(source.published?.description),
      "as_of": JSON(source.asOf?.description), "format": .string(format),
      "length": JSON(document.text.utf8.count), "bytes": bytes.json,
      "text": JSON(document.text(of: bytes)),
      "missions": JSON(missions) { ["id": .string($0.id.rawValue), "label": .string($0.label)] },
      "statements": JSON(statements) { $0.json(in: document, labels) },
    ]
  }
}

extension JudgedStatement {
  func json(in document: Document, _ labels: Labels) -> JSON {
    [
      "id": .string(id.rawValue), "mission": .string(statement.subject.rawValue),
      "label": .string(label), "property": .string(statement.property.rawValue),
      "property_label": .string(labels[statement.property]),
      "value": .string(statement.value.words), "valid": JSON(statement.valid?.description),
      "rule": .string(statement.rule), "note": JSON(statement.note), "state": .string(state),
      "proposed": .bool(isProposed),
      "passages": JSON(statement.passages) { document.json(of: $0) },
    ]
  }
}
