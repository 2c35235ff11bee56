import Chronology
import Keeping
import Publishing
import Statements

/// What is otherwise between two editions, or in the register since a day.
struct Difference: Sendable {
  let revision: Revision
  /// The two editions, earlier first; empty where the register is compared with itself.
  private let editions: [Document]
  /// Lines of the editions that no statement rests on, of the earlier and of the later.
  private let lines: (dropped: [LineChange], added: [LineChange])
  /// What people decided since, by statement.
  private let decisions: [StatementID: Decision]

  /// - Throws: `Failure` where a name means no source, or several.
  init(of sources: [String], _ filter: FilterOptions, in register: Register) async throws {
    let editions =
      sources.count == 1
      ? try await Difference.lastEditions(sources[0], in: register)
      : [
        try await Difference.document(sources[0], in: register),
        try await Difference.document(sources[1], in: register),
      ]
    var accounts: [[Account]] = []
    for edition in editions {
      accounts.append(try await register.accounts(in: edition.id, at: filter.moment))
    }
    lines = (
      LineChange.all(
        in: editions[0], notIn: editions[1], besides: accounts[0].flatMap(\.statements)),
      LineChange.all(
        in: editions[1], notIn: editions[0], besides: accounts[1].flatMap(\.statements))
    )
    revision = Revision(
      from: accounts[0].filter(filter.lets), to: accounts[1].filter(filter.lets))
    self.editions = editions
    decisions = [:]
  }

  init(since day: Day, _ filter: FilterOptions, in register: Register) async throws {
    let before = Moment(startOf: day) ?? .now
    revision = Revision(
      from: try await register.accounts(at: before).filter(filter.lets),
      to: try await register.accounts(at: filter.moment).filter(filter.lets))
    editions = []
    lines = ([], [])
    var decisions: [StatementID: Decision] = [:]
    for change in revision.missions.flatMap(\.changes) {
      for statement in change.statements {
        guard let id = StatementID(of: statement) else { continue }
        let found = try await register.reviewables(withPrefix: id.rawValue).first
        guard let decision = found?.decision, decision.recorded >= day.description else { continue }
        decisions[id] = decision
      }
    }
    self.decisions = decisions
  }

  var isEmpty: Bool {
    revision.missions.isEmpty && lines.added.isEmpty && lines.dropped.isEmpty
  }

  var summary: String {
    let changes = revision.missions.flatMap(\.changes)
    func count(_ isCounted: (StatementChange) -> Bool) -> Int { changes.count(where: isCounted) }
    let added = count { if case .added = $0 { true } else { false } }
    let dropped = count { if case .dropped = $0 { true } else { false } }
    let missions = revision.missions.count
    return
      "\(missions) mission\(missions == 1 ? "" : "s") otherwise, \(revision.unchanged) as before; "
      + "statements: \(added) added, \(dropped) dropped, \(changes.count - added - dropped) changed."
  }

  // MARK: Sources

  private static func document(_ name: String, in register: Register) async throws -> Document {
    let found = try await register.documents(named: name)
    guard let document = found.first else {
      let known = try await register.documents().map { Document.fileName($0.source.location) }
      throw Failure(
        .negative, "no source is called “\(name)”." + Suggestion.question(for: name, among: known),
        remedy: known.isEmpty ? nil : "Read it first: annals read FILE…")
    }
    guard found.count == 1 else {
      throw Failure(
        .negative, "“\(name)” names \(found.count) documents; nothing is compared",
        remedy: "Name one by its id: " + found.map(\.id.short).joined(separator: ", "))
    }
    return document
  }

  private static func lastEditions(
    _ name: String, in register: Register
  ) async throws -> [Document] {
    let found = try await register.documents(named: name)
    guard let last = found.last else { return [try await document(name, in: register)] }
    let editions = found.filter { $0.source.location == last.source.location }
    guard editions.count > 1 else {
      throw Failure(
        .negative, "“\(name)” was read in one edition only",
        remedy: "Name the source to compare it with: annals diff \(name) OTHER")
    }
    return editions.suffix(2)
  }
}

extension StatementChange {
  /// The statements that it is about, earlier first.
  var statements: [Statement] {
    switch self {
    case .added(let statement), .dropped(let statement): [statement]
    case .changed(let old, let new): [old, new]
    }
  }

  /// The same, each with the account that has it.
  fileprivate func sides(_ mission: Revision.MissionChange) -> [(Statement, Account?)] {
    switch self {
    case .added(let statement): [(statement, mission.after)]
    case .dropped(let statement): [(statement, mission.before)]
    case .changed(let old, let new): [(old, mission.before), (new, mission.after)]
    }
  }

  fileprivate var kind: String {
    switch self {
    case .added: "added"
    case .dropped: "dropped"
    case .changed: "changed"
    }
  }

  fileprivate var tint: Tint {
    switch self {
    case .added: .good
    case .dropped: .bad
    case .changed: .doubtful
    }
  }
}

extension Difference {
  func print(_ labels: Labels, on console: inout Console) throws(OutletError) {
    if let old = editions.first, let new = editions.last {
      try console.print(
        "\(old.source.location) (\(old.id.short)) → \(new.source.location) (\(new.id.short))"
          .printable)
    }
    for mission in revision.missions { try print(mission, labels, on: &console) }
    guard !lines.dropped.isEmpty || !lines.added.isEmpty else { return }
    try console.print(console.tinted("lines that no statement rests on", .strong))
    for (kind, changes) in [("dropped", lines.dropped), ("added", lines.added)] {
      for change in changes {
        let place = change.document.placeWords(of: change.passage)
        try console.print("\(kind)  \(place) “\(change.passage.quote.printable)”", indent: 2)
      }
    }
  }

  private func print(
    _ mission: Revision.MissionChange, _ labels: Labels, on console: inout Console
  ) throws(OutletError) {
    guard let account = mission.after ?? mission.before else { return }
    let kind = mission.before == nil ? "added  " : mission.after == nil ? "dropped  " : ""
    try console.print(
      kind + console.tinted(account.title, .strong) + "  \(account.id.rawValue)")
    if mission.changesPeriod, let before = mission.before, let after = mission.after {
      let words = [before, after].map { $0.period.words(within: $0.sectionPeriod) }
      try console.print("period: \(words[0]) → \(words[1])", indent: 2)
    }
    for decision in account.identities where mission.before?.identities.contains(decision) == false
    {
      try console.print(decision.words, indent: 2)
    }
    for change in mission.changes {
      guard let statement = change.statements.last else { continue }
      let date = statement.valid.map { DateWords.of($0) + ": " } ?? ""
      let words = change.words ?? "\(date)\(statement.value.words)"
      try console.print(
        "\(console.tinted(change.kind, change.tint))  \(labels[statement.property]): "
          + words.printable, indent: 2)
      for (statement, side) in change.sides(mission) {
        try console.quote(statement.passages, of: side ?? account, indent: 6, atMost: 2)
        if let decision = StatementID(of: statement).flatMap({ decisions[$0] }) {
          try console.print(decision.words.printable, indent: 6)
        }
      }
    }
    if mission.unchanged > 0 { try console.print("\(mission.unchanged) as before", indent: 2) }
  }

  func json(since day: Day?, _ labels: Labels) -> JSON {
    [
      "schema": "annals.diff.1", "since": JSON(day?.description),
      "editions": JSON(editions) {
        ["document": .string($0.id.rawValue), "file": .string($0.source.location)]
      },
      "unchanged_missions": JSON(revision.unchanged),
      "missions": JSON(revision.missions) { json($0, labels) },
      "lines": [
        "dropped": JSON(lines.dropped) { $0.document.json(of: $0.passage) },
        "added": JSON(lines.added) { $0.document.json(of: $0.passage) },
      ],
    ]
  }

  private func json(_ mission: Revision.MissionChange, _ labels: Labels) -> JSON {
    [
      "before": mission.before.map { .object($0.jsonMembers) } ?? .null,
      "after": mission.after.map { .object($0.jsonMembers) } ?? .null,
      "unchanged": JSON(mission.unchanged),
      "changes": JSON(mission.changes) { change in
        var (old, new) = (change.statements.first, change.statements.last)
        if case .added = change { old = nil }
        if case .dropped = change { new = nil }
        return [
          "kind": .string(change.kind), "words": JSON(change.words),
          "before": old.map { json($0, mission.before, labels) } ?? .null,
          "after": new.map { json($0, mission.after, labels) } ?? .null,
        ]
      },
    ]
  }

  private func json(_ statement: Statement, _ account: Account?, _ labels: Labels) -> JSON {
    [
      "id": JSON(StatementID(of: statement)?.rawValue),
      "property": .string(statement.property.rawValue),
      "label": .string(labels[statement.property]), "value": .string(statement.value.words),
      "valid": JSON(statement.valid?.description),
      "decision": StatementID(of: statement).flatMap { decisions[$0]?.json } ?? .null,
      "passages": JSON(statement.passages) { account?.json(of: $0) ?? .null },
    ]
  }
}
