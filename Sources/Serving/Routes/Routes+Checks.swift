internal import Chronology
internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  /// More missions than these are for `annals check`, which takes its time.
  private static let mostChecked = 20_000

  static let checks = [
    Route(
      ["checks"], "What a careful editor would look at, with the passages that show it.",
      parameters: [
        .choice("finding", "Only findings of this kind.", of: Finding.Kind.self),
        Parameter("in", "Only missions in this state or place."),
        Parameter("of", "Only missions of this organisation."),
        Parameter(
          "settled", "Also what was settled.", schema: ["type": "boolean", "default": false]),
      ]
    ) { call in
      let register = call.site.register
      let kind = try call.arguments.choice("finding", of: Finding.Kind.self)
      let filter = Filter(place: call.arguments["in"], organisation: call.arguments["of"])
      let showsSettled = try call.arguments.flag("settled")
      let missions = try await register.page(limit: 0).count
      guard missions <= mostChecked else {
        throw Problem(
          .unprocessableContent,
          "\(missions) missions are more than are checked while somebody waits: annals check.")
      }
      let accounts = try await register.separateAccounts()
      let asked = Set(accounts.filter(filter.matches).map(\.id))
      let identities = try await register.identities().map(\.identity)
      let settled = try await register.settlements()
      let rows = Ledger(accounts, identities: identities)
        .findings(kind.map { [$0] } ?? [])
        .compactMap { finding -> ChecksPage.Row? in
          guard finding.sides.contains(where: { asked.contains($0.mission) }),
            let id = FindingID(of: finding)
          else { return nil }
          let act = settled[id]
          guard showsSettled || act == nil else { return nil }
          return ChecksPage.Row(
            id: id.rawValue, finding: finding,
            settlement: act.map {
              ChecksPage.Settlement(by: $0.by, note: $0.note, recorded: $0.recorded)
            })
        }
      if call.format == .json {
        return .json([
          "schema": "annals.check.1", "count": JSON(rows.count), "findings": JSON(rows, \.json),
        ])
      }
      let page = ChecksPage(
        kind: kind, question: MissionsQuestion(filter: filter), showsSettled: showsSettled,
        rows: Array(rows.prefix(200)), count: rows.count)
      return .html(page.html(call.frame([.json])))
    }
  ]

  static let history = [
    Route(
      ["history"], "What was done to the register, last first.",
      parameters: [
        Parameter(
          "since", "Only what was done from this day on: 2024-03-01.",
          schema: ["type": "string", "format": "date"]), .limit(100),
      ]
    ) { call in
      let since = try call.arguments.value("since") { text in
        guard let asked = try? AskedDate(text), asked.isDay, asked.question.first.isFinite else {
          throw Problem.badParameter("since", "“since” is a day, such as 2024-03-01.")
        }
        return asked.question.first.description
      }
      let entries = try await call.site.register.log(
        since: since, limit: try call.arguments.limit(100)
      ).map { entry in
        HistoryPage.Entry(
          kind: entry.kind, by: entry.by, note: entry.note, recorded: entry.recorded,
          location: entry.location, counts: entry.counts, isUndone: entry.isUndone)
      }
      if call.format == .json {
        return .json(["schema": "annals.log.1", "entries": JSON(entries, \.json)])
      }
      return .html(HistoryPage(since: since, entries: entries).html(call.frame([.json])))
    }
  ]
}
