internal import Chronology
internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  /// Findings of so many missions are shown at once, in the order of their kinds; of more, page by
  /// page of missions.
  private static let mostAtOnce = 2_000
  /// So many findings are on one page.
  private static let mostOnPage = 100

  static let checks = [
    Route(
      ["checks"], "What a careful editor would look at, with the passages that show it.",
      parameters: [
        .choice("finding", "Only findings of this kind.", of: Finding.Kind.self),
        Parameter("in", "Only missions in this state or place."),
        Parameter("of", "Only missions of this organisation."),
        Parameter(
          "settled", "Also what was settled.", schema: ["type": "boolean", "default": false]),
        .after("Where the page before ended, as it says itself."), .limit(200),
        Parameter(
          "from", "The first finding of a page's that is shown, from 0; pages show 100.",
          schema: ["type": "integer", "minimum": 0, "maximum": 1_000_000, "default": 0]),
      ]
    ) { call in
      let register = call.site.register
      let kind = try call.arguments.choice("finding", of: Finding.Kind.self)
      let filter = Filter(place: call.arguments["in"], organisation: call.arguments["of"])
      let showsSettled = try call.arguments.flag("settled")
      let after = try call.arguments.end("after")
      let isPaged = after != nil || call.arguments["limit"] != nil
      let limit = try call.arguments.limit(200)
      let missions = try await register.page(matching: filter, limit: 0).count
      let page = try await register.findings(
        kind.map { [$0] } ?? [], matching: filter, after: after,
        limit: isPaged || missions > mostAtOnce ? limit : mostAtOnce)
      let rows = try await register.rows(page.findings, named: call.format == .html)
      let found = rows.filter { showsSettled || $0.settlement == nil }
      // A program takes all at once, a person a hundred: a page of thousands is no use and slow to draw.
      let from = try call.arguments.number("from", in: 0...1_000_000, otherwise: 0)
      let shown = Array(found.dropFirst(from).prefix(call.format == .html ? mostOnPage : .max))
      let answer = ChecksAnswer(
        rows: shown, open: rows.count { $0.settlement == nil },
        settled: rows.count { $0.settlement != nil }, next: page.next?.token)
      let asked = call.query.filter {
        !["after", "from", "lang"].contains($0.name) && !$0.value.isEmpty
      }.map { ($0.name, $0.value) }
      let rest = found.count - from - shown.count
      let more = after.map { [("after", $0.token)] } ?? []
      let next: Link? =
        rest > 0
        ? call.addresses.link(["checks"], asked + more + [("from", String(from + shown.count))])
        : answer.next.map { token in
          let query = asked + [("after", token)]
          return call.format == .html
            ? call.addresses.link(["checks"], query) : Link(["checks.json"], query: query)
        }
      if call.format == .json { return Reply.json(answer.json).with(next: next) }
      let html = ChecksPage(
        answer, kinds: Dictionary(grouping: found, by: \.finding.kind).mapValues(\.count),
        from: from, kind: kind, question: MissionsQuestion(filter: filter),
        showsSettled: showsSettled, missions: page.missions, next: next,
        after: call.arguments["after"])
      return .html(html.html(call.frame([.json])))
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

extension Register {
  /// Findings with their names, and who settled them.
  /// - Parameter named: whether it matters what the missions are called.
  fileprivate func rows(
    _ findings: [Finding], named: Bool
  ) async throws(RegisterError) -> [ChecksAnswer.Row] {
    let settled = try await settlements()
    let several = named ? findings.map(\.sides).filter { Set($0.map(\.mission)).count > 1 } : []
    let names = try await labels(of: several.joined().map(\.mission))
    return findings.compactMap { finding in
      FindingID(of: finding).map { id in
        ChecksAnswer.Row(
          id: id.rawValue, finding: finding,
          settlement: settled[id].map { .init(by: $0.by, note: $0.note, recorded: $0.recorded) },
          names: names)
      }
    }
  }
}
