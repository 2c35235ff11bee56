internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  static let sources = [
    Route(
      ["sources"], "The documents that were read.",
      parameters: [
        Parameter(
          "after", "Where the page before ended, as it says itself.",
          schema: ["type": "integer", "minimum": 1, "maximum": 1_000_000_000]),
        .limit(50),
      ]
    ) { call in
      let register = call.site.register
      let limit = try call.arguments.limit(50)
      let after = try call.arguments.number("after", in: 1...1_000_000_000, otherwise: .max)
      let found = try await register.shelf(after: Int64(after), limit: limit + 1)
      let rows = found.prefix(limit).map(SourcesPage.Row.init)
      let last = found.count > limit ? found[limit - 1].order : nil
      let query = (call.arguments["limit"].map { [(name: "limit", value: $0)] } ?? [])
      let count = try await register.documentCount()
      func next(_ path: [String]) -> Link? {
        last.map { last in
          let query = query + [(name: "after", value: String(last))]
          return call.format == .html ? call.addresses.link(path, query) : Link(path, query: query)
        }
      }
      if call.format == .json {
        return Reply.json([
          "schema": "annals.sources.1", "count": JSON(count), "next": JSON(last.map { Int($0) }),
          "sources": JSON(rows, \.json),
        ]).with(next: next(["sources.json"]))
      }
      let page = SourcesPage(rows: Array(rows), count: count, next: next(["sources"]))
      return .html(page.html(call.frame([.json])))
    },
    Route(
      ["sources", "{id}"], "One document as it was read, with what is stated from its passages.",
      parameters: [
        Parameter(
          "part", "Which part of a long text, from 1.",
          schema: ["type": "integer", "minimum": 1, "maximum": 1_000_000]),
        Parameter(
          "passage", "UTF-8 bytes of the text that are to be marked, the end exclusive: 120-180.",
          schema: ["type": "string", "pattern": "^[0-9]{1,12}-[0-9]{1,12}$"]),
      ]
    ) { call in
      let view = try await SourceView(call)
      return call.format == .json
        ? .json(view.json(call.site.labels)) : .html(view.page.html(call.frame([.json])))
    },
    Route(
      ["sources", "{id}", "text"], "The text of a document, byte for byte.", formats: [.text]
    ) { call in
      let document = try await call.document()
      var reply = Reply.text(document.text)
      reply.headers[.contentDisposition] =
        "attachment; filename=\"\(document.id.short).txt\""
      return reply
    },
  ]
}

extension Call {
  /// The document that the path names, by its id or the first digits of it.
  func document() async throws -> Document {
    let id = DocumentID(rawValue: self["id"])
    guard let document = try await site.register.document(id) else {
      throw Problem.notFound("There is no source “\(self["id"])”, or several begin so.")
    }
    return document
  }
}
