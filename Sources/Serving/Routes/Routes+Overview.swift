internal import Keeping
internal import Publishing

extension Route {
  static let overview = [
    Route([], "What the register holds.") { call in
      let register = call.site.register
      let counts = try await register.counts()
      let page = OverviewPage(
        counts: OverviewPage.Counts(
          missions: counts.missions, sources: counts.documents, statements: counts.statements,
          open: counts.open),
        latest: try await register.shelf(limit: 8).map(SourcesPage.Row.init))
      return call.format == .json
        ? .json(page.json) : .html(page.html(call.frame([.json])))
    }
  ]
}

extension OverviewPage {
  var json: JSON {
    [
      "schema": "annals.overview.1",
      "missions": JSON(counts.missions), "sources": JSON(counts.sources),
      "statements": JSON(counts.statements), "open": JSON(counts.open),
      "latest": JSON(latest, \.json),
    ]
  }
}

extension SourcesPage.Row {
  init(_ shelved: Shelved) {
    self.init(id: shelved.id, source: shelved.source, missions: shelved.missions)
  }
}
