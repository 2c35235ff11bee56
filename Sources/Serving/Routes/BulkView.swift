internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

/// What one verdict on all that a filter lets through would decide.
struct BulkView: Sendable {
  /// How many statements a preview shows.
  private static let samples = 20
  /// More than these are not read while somebody waits, and no preview shows what they are.
  private static let most = 100_000

  private let filter: ReviewFilter
  private let verdict: Decision.Verdict
  private let bulk: Bulk

  init(_ call: Call) async throws {
    filter = try ReviewFilter(call.arguments)
    verdict = try BulkView.verdict(call.arguments)
    let register = call.site.register
    try BulkView.check(try await register.count(matching: filter))
    bulk = try await register.bulk(verdict, matching: filter, samples: BulkView.samples)
  }

  private static func verdict(_ arguments: Arguments) throws(Problem) -> Decision.Verdict {
    switch arguments["verdict"] {
    case "accepted": .accepted
    case "rejected": .rejected
    default: throw Problem.badParameter("verdict", "“verdict” is accepted or rejected.")
    }
  }

  private static func check(_ count: Int) throws(Problem) {
    guard count <= most else {
      throw Problem(
        .unprocessableContent,
        "\(count) statements are more than are decided on at once. Name a source, a mission, a "
          + "property or a rule; or decide on the command line, which takes its time.")
    }
  }

  func page(_ call: Call, hasChanged: Bool = false) async throws -> BulkPage {
    BulkPage(
      verdict: verdict.word, filter: filter, count: bulk.count, already: bulk.already,
      properties: bulk.properties,
      samples: bulk.samples.map { (item: JudgedStatement($0), document: $0.document) },
      seal: bulk.seal, hasChanged: hasChanged,
      note: hasChanged ? call.arguments["note"] ?? "" : "", reviewer: try await call.reviewer())
  }

  /// What `annals accept --json` says of the same, and the seal.
  /// - Parameter act: nil where nothing was done.
  func json(by act: Act?) -> JSON {
    [
      "schema": "annals.decide.1", "verdict": .string(verdict.word), "by": JSON(act?.by),
      "note": JSON(act?.note), "recorded": JSON(act?.recorded), "done": .bool(act != nil),
      "count": JSON(bulk.count), "decided_before": JSON(bulk.already), "filter": filter.json,
      "seal": .string(bulk.seal),
      // The first of them: a preview is read, and what was decided is listed by the review.
      "statements": JSON(bulk.samples, \.json),
    ]
  }

  /// Decides on what was previewed, if that is still the same.
  static func decide(_ call: Call) async throws -> Reply {
    let view = try await BulkView(call)
    let act = try call.act(note: call.arguments["note"])
    let count = try call.arguments.number("count", in: 0...1_000_000_000, otherwise: -1)
    guard let seal = call.arguments["seal"], count >= 0 else {
      throw Problem.badParameter("seal", "“count” and “seal” are what the preview says.")
    }
    let register = call.site.register
    if view.bulk.count == count {
      let outcome = try await register.decide(
        view.verdict, matching: view.filter, sealed: seal, act)
      if outcome == .done(count) { return try view.done(call, act) }
    } else if view.bulk.count == 0,
      // A form that was sent twice.
      try await register.lastAction(by: act.by)?.counts == [view.verdict.word: count]
    {
      return try view.done(call, act)
    }
    guard call.format == .html else {
      throw Problem(
        .conflict,
        "The register has changed since the preview (\(count) statements then, "
          + "\(view.bulk.count) now); nothing was done.", field: "seal")
    }
    let now = try await BulkView(call)
    var reply = Reply.html(
      try await now.page(call, hasChanged: true).html(now.previewed(call).frame([.json])))
    reply.status = .conflict
    return reply
  }

  private func done(_ call: Call, _ act: Act) throws(Problem) -> Reply {
    guard call.format == .html else { return .json(json(by: act)) }
    return .redirect(to: try call.back(otherwise: call.addresses.review(filter)))
  }

  /// The request of the preview that a confirmation belongs to.
  private func previewed(_ call: Call) -> Call {
    let pairs = (filter.query + [("verdict", verdict.word)]).map {
      Target.Pair(name: $0.name, value: $0.value)
    }
    return Call(
      site: call.site, format: .html, arguments: call.arguments, captured: [:],
      wording: call.wording, path: ["review", "bulk"], query: pairs, author: call.author)
  }
}
