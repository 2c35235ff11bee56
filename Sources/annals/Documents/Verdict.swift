import Chronology
import Keeping
import Publishing
import Statements

/// What became of one input.
struct Verdict: Sendable {
  enum Kind: String, Sendable {
    /// New in the register.
    case read
    /// The register knew the document, but not all that was read now.
    case updated
    /// The register knew all of it.
    case known
    case failed
  }

  let path: String
  let kind: Kind
  /// What was found; nil where it failed.
  let found: Found?
  let failure: Failure?

  /// What a document holds, without its text: a run may have many.
  struct Found: Sendable {
    let document: DocumentID
    let source: Source
    let missions: Int
    let statements: Int
    let doubts: [(place: String, reason: String, passage: JSON, quote: String)]
    let warnings: [String]
    let added: Addition?

    init(
      _ document: Document, missions: Int, statements: Int, doubts: [Doubt], added: Addition?,
      warnings: [String]
    ) {
      self.document = document.id
      source = document.source
      self.missions = missions
      self.statements = statements
      self.doubts = doubts.map { doubt in
        (
          document.placeWords(of: doubt.passage), doubt.reason, document.json(of: doubt.passage),
          doubt.passage.quote
        )
      }
      self.added = added
      self.warnings = warnings
    }
  }

  init(path: String, _ proposals: Proposals, _ addition: Addition) {
    self.path = path
    found = Found(
      proposals.document, missions: proposals.missions.count,
      statements: proposals.statements.count, doubts: proposals.doubts, added: addition,
      warnings: proposals.warnings)
    failure = nil
    kind = addition.isNewDocument ? .read : addition.isNothing ? .known : .updated
  }

  init(path: String, _ known: KnownReading) {
    self.path = path
    found = Found(
      known.document, missions: known.missions, statements: known.statements, doubts: known.doubts,
      added: nil, warnings: [])
    failure = nil
    kind = .known
  }

  init(path: String, failure: Failure) {
    self.path = path
    self.failure = failure
    found = nil
    kind = .failed
  }
}

extension Verdict {
  /// What was found: `7 missions, 41 statements, 2 doubts; nothing new`.
  var words: String {
    guard let found else { return failure?.what ?? "" }
    var words = [
      Verdict.counted(found.missions, "mission"), Verdict.counted(found.statements, "statement"),
      Verdict.counted(found.doubts.count, "doubt"),
    ].joined(separator: ", ")
    switch kind {
    case .known: words += "; nothing new"
    case .updated:
      var news: [String] = []
      if let added = found.added {
        if added.missions > 0 { news.append(Verdict.counted(added.missions, "mission")) }
        if added.statements > 0 { news.append(Verdict.counted(added.statements, "statement")) }
        if added.isNewEdition { news.insert("its text, which is read otherwise now", at: 0) }
        if added.changesSource, let asOf = found.source.asOf {
          news.append("speaks as of \(DateWords.of(asOf))")
        }
      }
      words += news.isEmpty ? "; changed" : "; new: \(news.joined(separator: ", "))"
    case .read, .failed: break
    }
    if let added = found.added, added.carriedDecisions + added.droppedDecisions > 0 {
      words += "; decisions on the edition before it: \(added.carriedDecisions) carried"
      if added.droppedDecisions > 0 {
        words += ", \(added.droppedDecisions) not (annals review --dropped)"
      }
    }
    return words
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  var json: JSON {
    var members: [(key: String, value: JSON)] = [
      ("path", .string(path)), ("verdict", .string(kind.rawValue)),
    ]
    if let failure {
      members.append(("reason", .string(failure.what)))
      members.append(("remedy", JSON(failure.remedy)))
    }
    if let found {
      members += [
        ("reason", .string(words)),
        ("document", .string(found.document.rawValue)),
        ("title", JSON(found.source.title)),
        ("author", JSON(found.source.author)),
        ("publisher", JSON(found.source.publisher)),
        ("published", JSON(found.source.published?.description)),
        ("modified", JSON(found.source.modified?.description)),
        ("as_of", JSON(found.source.asOf?.description)),
        ("missions", JSON(found.missions)),
        ("statements", JSON(found.statements)),
        (
          "added",
          [
            "missions": JSON(found.added?.missions ?? 0),
            "statements": JSON(found.added?.statements ?? 0),
            "passages": JSON(found.added?.passages ?? 0),
          ]
        ),
        ("warnings", JSON(found.warnings) { .string($0) }),
        (
          "doubts",
          JSON(found.doubts) { ["reason": .string($0.reason), "passage": $0.passage] }
        ),
      ]
    }
    return .object(members)
  }
}
