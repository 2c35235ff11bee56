internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  /// What is decided on the page of checks: that a finding may rest, and which missions are one.
  static let settling = [
    Route.action(
      ["checks", "{id}", "settlement"], "Puts a finding to rest, with a reason.",
      parameters: [
        Parameter(
          "note", "Why it may rest.", longest: 2_000, isRequired: true,
          schema: [
            "type": "string", "maxLength": 2_000,
            "pattern": "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$",
          ]),
        .after("Where the page began that showed it, from where it is looked for."),
      ]
    ) { call in
      let act = try call.act(note: call.arguments["note"])
      guard act.note?.allSatisfy(\.isWhitespace) == false else {
        throw Problem.badParameter("note", "A finding is settled with a reason.")
      }
      let found = try await call.site.finding(
        call["id"].lowercased(), from: try call.arguments.end("after"))
      guard let (id, finding) = found else {
        throw Problem.notFound("There is no finding “\(call["id"])”, or several begin so.")
      }
      try await call.site.register.settle([id], act)
      let last = try await call.site.register.lastAction(by: act.by)?.id
      let row = ChecksAnswer.Row(
        id: id.rawValue, finding: finding,
        settlement: .init(by: act.by, note: act.note, recorded: act.recorded))
      let kind = finding.kind.rawValue
      return try call.done(
        [
          "schema": "annals.settle.1", "by": .string(act.by), "note": JSON(act.note),
          "recorded": .string(act.recorded), "findings": [row.json],
        ],
        "\(finding.mission), \(call.wording.name(.finding, kind) ?? kind): "
          + call.name(ofDeed: "settle"), undoing: last, page: call.addresses.link(["checks"]))
    },
    Route.action(
      ["missions", "{id}", "relation"],
      "Says that a mission is the same as another, is not, or is a part of it.",
      parameters: [
        Parameter(
          "relation", "What it is to the other.", isRequired: true,
          schema: [
            "type": "string", "enum": JSON(Identity.Relation.allCases) { .string($0.rawValue) },
          ]),
        Parameter("other", "The other mission, by its id.", isRequired: true), Parameter.note,
      ]
    ) { call in
      let act = try call.act(note: call.arguments["note"])
      guard let relation = try call.arguments.choice("relation", of: Identity.Relation.self) else {
        throw Problem.badParameter("relation", "“relation” is missing.")
      }
      let register = call.site.register
      let mission = MissionID(rawValue: call["id"])
      let other = MissionID(rawValue: call.arguments["other"] ?? "")
      guard try await register.account(of: mission) != nil else {
        throw Problem.notFound("There is no mission “\(call["id"])”.")
      }
      guard try await register.account(of: other) != nil else {
        throw Problem(.notFound, "There is no mission “\(other.rawValue)”.", field: "other")
      }
      let identity = Identity(mission, relation, other)
      try await register.relate(identity, act)
      let last = try await register.lastAction(by: act.by)?.id
      let decision = IdentityDecision(
        identity, by: act.by, note: act.note, recorded: act.recorded)
      let words = call.wording.name(.relation, relation.rawValue) ?? relation.verb
      return try call.done(
        ["schema": "annals.identity.1", "decisions": [decision.json]],
        "\(mission.rawValue) \(words) \(other.rawValue)", undoing: last,
        page: call.addresses.mission(mission))
    },
  ]
}

extension Site {
  /// The finding whose id begins so.
  /// - Parameter start: where the page began that showed it, from where it is looked for; nil for
  ///   the first.
  func finding(_ name: String, from start: PageEnd?) async throws -> (FindingID, Finding)? {
    var found: [(FindingID, Finding)] = []
    var end = start
    repeat {
      let page = try await register.findings(after: end, limit: 500)
      for finding in page.findings {
        guard let id = FindingID(of: finding), id.rawValue.hasPrefix(name) else { continue }
        if id.rawValue == name { return (id, finding) }
        found.append((id, finding))
      }
      end = page.next
    } while end != nil && found.count < 2
    return found.count == 1 ? found.first : nil
  }
}
