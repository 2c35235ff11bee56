internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  /// Decisions of one statement, and what takes the last action back.
  static let deciding = [
    .action(
      ["statements", "{id}", "decision"], "Accepts, rejects or amends one statement.",
      parameters: Parameter.decision
    ) { call in
      let item = try await call.statement()
      let act = try call.act(note: call.arguments["note"])
      let verdict = try call.verdict(on: item.statement)
      let isDecided = item.decision?.verdict == verdict
      let register = call.site.register
      if !isDecided {
        try call.checkState(of: item)
        let state = item.decision?.verdict.word ?? "open"
        let outcome = try await register.decide(verdict, on: item.id, seenAs: state, act)
        guard outcome == .done(1) else {
          throw Problem(
            .conflict, "Somebody decided in the same moment; nothing was changed.", field: "state")
        }
      }
      let last = isDecided ? nil : try await register.lastAction(by: act.by)?.id
      let now = try await call.statement()
      return try call.done(
        [
          "schema": "annals.decide.1", "verdict": .string(verdict.word), "by": .string(act.by),
          "note": JSON(act.note), "recorded": .string(act.recorded), "done": true,
          "count": isDecided ? 0 : 1, "decided_before": isDecided ? 1 : 0,
          "statements": isDecided ? [] : [now.json],
        ],
        call.words(verdict.word, of: now), undoing: last,
        page: call.addresses.mission(item.statement.subject))
    },
    Route.action(
      ["undo"], "Takes back the last action of who is signed in, whole.",
      parameters: [
        Parameter.note,
        Parameter(
          "action", "The action that is meant: nothing is undone where another is the last.",
          schema: ["type": "string", "pattern": "^[0-9]{1,18}$"]),
      ]
    ) { call in
      let act = try call.act(note: call.arguments["note"])
      let action = try call.arguments.value("action") { text in
        guard let action = ActionID(text) else {
          throw Problem.badParameter("action", "“action” is the number of an action.")
        }
        return action
      }
      let undone = try await call.site.register.undo(act, only: action)
      let counts = (undone?.decisions ?? [:]).sorted { $0.key < $1.key }
      return try call.done(
        [
          "schema": "annals.undo.1", "by": .string(act.by), "note": JSON(act.note),
          "recorded": .string(act.recorded),
          "undone": undone.map { undone in
            [
              "recorded": .string(undone.act.recorded), "note": JSON(undone.act.note),
              "counts": .object(counts.map { ($0.key, JSON($0.value)) }),
            ]
          } ?? .null,
        ],
        undone == nil
          ? call.wording(action == nil ? .nothingToUndo : .undoneBefore)
          : call.wording(
            .undoneNow,
            counts.map { "\(call.wording.number($0.value)) \(call.name(ofDeed: $0.key))" }
              .joined(separator: ", ")), undoing: nil, page: call.addresses.link(["history"]))
    },
  ]
}

extension Call {
  /// The statement that the path names, by its id or the first digits of it.
  func statement() async throws -> Reviewable {
    let found = try await site.register.reviewables(withPrefix: self["id"].lowercased())
    guard let item = found.first, found.count == 1 else {
      throw Problem.notFound("There is no statement “\(self["id"])”, or several begin so.")
    }
    return item
  }

  /// What the form says is decided.
  fileprivate func verdict(
    on statement: Statements.Statement
  ) throws(Problem) -> Decision.Verdict {
    let amendment = Amendment(
      property: arguments["property"].map { Property(rawValue: $0) }, value: arguments["value"],
      valid: arguments["valid"])
    switch arguments["verdict"] {
    case "accepted" where amendment.isEmpty: return .accepted
    case "rejected" where amendment.isEmpty: return .rejected
    case "amended":
      if let property = arguments["property"], !site.labels.known.contains(property) {
        throw .badParameter("property", "“\(property)” is no property, such as withdrawn.")
      }
      guard !amendment.isEmpty else {
        throw .badParameter("value", "What is to be corrected: value, valid or property?")
      }
      do { return .amended(to: try amendment.applied(to: statement)) } catch {
        throw .badParameter(error.field?.rawValue ?? "value", error.description)
      }
    case "accepted", "rejected":
      throw .badParameter("verdict", "Only an amendment has value, valid or property.")
    default:
      throw .badParameter("verdict", "“verdict” is one of accepted, rejected, amended.")
    }
  }

  /// - Throws: `Problem` (409) where the statement is not decided as the page showed it.
  fileprivate func checkState(of item: Reviewable) throws(Problem) {
    let state = item.decision?.verdict.word ?? "open"
    guard let shown = arguments["state"], shown != state else { return }
    let by = item.decision.map { " by \($0.by)" } ?? ""
    throw Problem(
      .conflict, "The statement is \(state) now\(by), not \(shown); nothing was changed.",
      field: "state")
  }

  /// `NTM-I, closed: accepted`.
  fileprivate func words(_ verdict: String, of item: Reviewable) -> String {
    "\(item.label), \(wording.label(item.statement.property)): \(name(ofDeed: verdict))"
  }

  /// What a verdict or other deed is called.
  func name(ofDeed word: String) -> String {
    wording.name(.verdict, word) ?? wording.name(.deed, word) ?? word
  }
}

extension Reviewable {
  /// What every listing says of a statement that waits for a decision, or has one.
  var json: JSON { JudgedStatement(self).json(in: document) }
}
