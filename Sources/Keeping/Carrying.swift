import Chronology
import GRDB
internal import Statements

/// Carries what people decided from one edition of a document to the next, inside the transaction
/// that keeps the new one.
///
/// An edition is another document that was read from the same location, or the same file with another
/// text. A decision is carried where
/// the words that it was about still stand, as often as before, and the mission is still there;
/// where they do not, that is recorded, so that a person can look.
struct Carrying {
  let db: Database
  /// The new edition, and its key.
  let document: Document
  let key: Int64
  let reading: Int64
  /// The edition before it of the same file; nil where it is to be found by its location.
  let earlier: (document: Int64, reading: Int64)?
  /// What the new reading proposes, with keys.
  let proposed: [(statement: Statements.Statement, key: Int64)]
  let missions: Set<MissionID>
  let recorded: String

  private struct Standing {
    let decision: Int64
    let statement: Int64
  }

  /// - Returns: how many decisions were carried, and how many could not be.
  func carry() throws -> (carried: Int, dropped: Int) {
    guard let earlier = try earlier ?? earlierEdition() else { return (0, 0) }
    let standing = try self.standing(on: earlier.document)
    guard !standing.isEmpty else { return (0, 0) }
    var accounts = AccountReader(db)
    let old = try accounts.document(reading: earlier.reading)
    let action = try Act(
      by: "annals", note: "from the edition \(old.id.short) to \(document.id.short)",
      recorded: recorded
    ).insert(.carry, db)
    let writer = DecisionWriter(db: db, action: action, document: key)
    var carried = 0
    var dropped = 0
    for row in standing {
      let decision = try accounts.decision(key: row.decision, in: old.id)
      let statement = try accounts.statement(key: row.statement, in: old.id)
      do {
        let target = try self.target(of: statement, from: old)
        let verdict = try self.verdict(decision.verdict, from: old)
        guard let id = StatementID(of: target.statement) else { throw Damage.noDigest }
        try writer.insert(
          Decision(
            statement: id, verdict: verdict, by: decision.by, note: decision.note,
            recorded: recorded),
          on: target.key)
        carried += 1
      } catch let gone as Gone {
        try db.run(
          """
          INSERT INTO dropped_decision (reading, decision, reason)
          VALUES (\(reading), \(row.decision), \(gone.reason))
          """)
        dropped += 1
      }
    }
    return (carried, dropped)
  }

  /// The document that was read last from the same location before this one.
  private func earlierEdition() throws -> (document: Int64, reading: Int64)? {
    try db.first(
      """
      SELECT document, key
      FROM reading
      WHERE location = \(document.source.location) AND document <> \(key) AND location <> '-'
        AND key NOT IN (SELECT reading FROM retirement)
      ORDER BY key DESC
      LIMIT 1
      """
    ) { (document: try $0.integer(), reading: try $0.integer()) }
  }

  private func standing(on document: Int64) throws -> [Standing] {
    try db.all(
      """
      SELECT decision.key, decision.statement
      FROM statement
      JOIN decision ON decision.key = \(Moment.now.decision(on: "statement.key"))
      WHERE statement.document = \(document)
      ORDER BY decision.key
      """
    ) { Standing(decision: try $0.integer(), statement: try $0.integer()) }
  }

  /// Why a decision cannot be carried.
  private struct Gone: Error {
    let reason: String
  }

  /// The same statement in the new edition: the one that its reading proposes, else one of its own.
  private func target(
    of statement: Statements.Statement, from old: Document
  ) throws -> (statement: Statements.Statement, key: Int64) {
    let moved = try self.moved(statement, from: old)
    let same = proposed.first { candidate in
      candidate.statement.subject == moved.subject && candidate.statement.property == moved.property
        && candidate.statement.value == moved.value && candidate.statement.valid == moved.valid
        && candidate.statement.passages.contains(moved.passages[0])
    }
    if let same { return same }
    let writer = StatementWriter(db: db, document: key, recorded: recorded)
    return (moved, try writer.insert(moved).key)
  }

  private func verdict(
    _ verdict: Decision.Verdict, from old: Document
  ) throws -> Decision.Verdict {
    guard case .amended(let replacement) = verdict else { return verdict }
    return .amended(to: try moved(replacement, from: old))
  }

  /// A statement about the new edition's mission with the new edition's passages.
  private func moved(
    _ statement: Statements.Statement, from old: Document
  ) throws -> Statements.Statement {
    var value = statement.value
    if case .mission(let mission) = value { value = .mission(try self.moved(mission)) }
    let passages = try statement.passages.map { try self.moved($0, from: old) }
    let moved = Statements.Statement(
      subject: try self.moved(statement.subject), property: statement.property, value: value,
      valid: statement.valid, passages: passages, rule: statement.rule, note: statement.note)
    guard let moved else { throw Damage("a statement has no passage") }
    return moved
  }

  private func moved(_ mission: MissionID) throws -> MissionID {
    if missions.contains(mission) { return mission }
    let slug = mission.rawValue.split(separator: "@").first.map(String.init) ?? mission.rawValue
    let moved = MissionID(rawValue: "\(slug)@\(document.id.short)")
    guard missions.contains(moved) else {
      throw Gone(reason: "the new edition has no mission \(slug)")
    }
    return moved
  }

  private func moved(_ passage: Passage, from old: Document) throws -> Passage {
    let before = old.text.places(of: passage.quote)
    let after = document.text.places(of: passage.quote)
    guard !after.isEmpty else { throw Gone(reason: "its passage is gone") }
    guard before.count == after.count, let index = before.firstIndex(of: passage.bytes.lowerBound),
      let moved = Passage(
        of: document, bytes: after[index]..<(after[index] + passage.bytes.count))
    else {
      throw Gone(
        reason: "its words stood \(times(before.count)) and now stand \(times(after.count))")
    }
    return moved
  }
}

private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

extension String {
  /// The bytes at which a text stands in this one, without overlap.
  fileprivate func places(of quote: String) -> [Int] {
    let text = Array(utf8)
    let quote = Array(quote.utf8)
    guard let first = quote.first, quote.count <= text.count else { return [] }
    var places: [Int] = []
    var index = 0
    while index <= text.count - quote.count {
      if text[index] == first, text[index..<(index + quote.count)].elementsEqual(quote) {
        places.append(index)
        index += quote.count
      } else {
        index += 1
      }
    }
    return places
  }
}
