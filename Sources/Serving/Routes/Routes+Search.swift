internal import Chronology
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  static let search = [
    Route(
      ["search"], "The passages in which words stand.",
      parameters: [
        Parameter(
          "q",
          "Words; a phrase in double quotes; * behind the begin of a word; place:Iraq and other fields.",
          schema: ["type": "string", "format": "annals-query", "maxLength": 200]),
        .asOf, .limit(50),
      ]
    ) { call in
      let register = call.site.register
      let asOf = try call.arguments.asOf()
      let query = call.arguments["q"]
      let limit = try call.arguments.limit(50)
      let found = try await found(query, asOf, limit: limit, in: register)
      var labels: [MissionID: String] = [:]
      if call.format == .html { labels = try await register.labels(of: found.flatMap(\.missions)) }
      let hits = found.map { hit in
        SearchPage.Hit(
          passage: hit.passage, place: hit.place, file: hit.location, title: hit.documentName,
          snippet: hit.snippet.text, marks: hit.snippet.marks,
          missions: hit.missions.map { ($0, labels[$0] ?? $0.rawValue) })
      }
      if call.format == .json {
        return .json([
          "schema": "annals.search.1", "query": JSON(query), "as_of": JSON(asOf?.description),
          "hits": JSON(hits, \.json),
        ])
      }
      return .html(SearchPage(query: query, asOf: asOf, hits: hits).html(call.frame([.json])))
    }
  ]

  /// - Throws: `Problem` where what was typed cannot be meant.
  private static func found(
    _ typed: String?, _ asOf: Day?, limit: Int, in register: Register
  ) async throws -> [Hit] {
    guard let typed, typed.contains(where: { !$0.isWhitespace }) else { return [] }
    let query: SearchQuery
    do { query = try SearchQuery(typed) } catch {
      throw Problem.badParameter(
        "q", "“q”, column \(error.column): \(error.reason). \(error.remedy)")
    }
    let moment = MissionsQuestion(asOf: asOf).moment
    return try await register.search(query, at: moment, limit: limit)
  }
}
