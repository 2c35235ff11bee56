internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  static let search = [
    Route(
      ["search"], "The passages in which words stand.",
      parameters: [
        Parameter("q", "Words; a phrase in double quotes; * behind the begin of a word."),
        .limit(50),
      ]
    ) { call in
      let register = call.site.register
      let query = call.arguments["q"]
      let limit = try call.arguments.limit(50)
      var sources: [DocumentID: Source] = [:]
      var hits: [SearchPage.Hit] = []
      for hit in try await register.search(query ?? "", limit: limit) {
        let id = hit.passage.document
        if sources[id] == nil { sources[id] = try await register.document(id)?.source }
        hits.append(
          SearchPage.Hit(
            passage: hit.passage, place: hit.place,
            file: sources[id]?.location ?? hit.documentName, title: hit.documentName,
            snippet: hit.snippet.text, marks: hit.snippet.marks, missions: hit.missions))
      }
      if call.format == .json {
        return .json([
          "schema": "annals.search.1", "query": JSON(query), "hits": JSON(hits, \.json),
        ])
      }
      return .html(SearchPage(query: query, hits: hits).html(call.frame([.json])))
    }
  ]
}
