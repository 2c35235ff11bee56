internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  static let review = [
    Route(
      ["review"], "A proposal beside its source, and what comes behind it.",
      parameters: Parameter.reviewFilter + [
        .statement("at", "The statement to begin with, whether the filter lets it through or not."),
        .statement("after", "The statement behind which to begin."),
        .limit(20),
      ]
    ) { call in
      let view = try await ReviewView(call)
      guard call.format == .json else { return .html(view.page.html(call.frame([.json]))) }
      return Reply.json(view.json).with(next: view.next(call))
    },
    Route(
      ["review", "bulk"],
      "What one verdict on all that a filter lets through would decide; does nothing.",
      parameters: Parameter.reviewFilter + [.bulkVerdict]
    ) { call in
      let view = try await BulkView(call)
      return try await call.format == .json
        ? .json(view.json(by: nil)) : .html(view.page(call).html(call.frame([.json])))
    },
    .action(
      ["review", "bulk"], "Gives all that a filter lets through a verdict, as one action.",
      parameters: Parameter.reviewFilter + [.bulkVerdict, .note] + Parameter.seal
    ) { call in
      try await BulkView.decide(call)
    },
    .action(
      ["review", "{id}"], "Decides on the statement of a review page and leads to the next.",
      formats: [.html], parameters: Parameter.decision
    ) { call in
      try await ReviewView.decide(call)
    },
  ]
}

/// A part of a review.
struct ReviewView: Sendable {
  let page: ReviewPage
  let json: JSON
  private let filter: ReviewFilter
  /// The statement behind which more follow; nil where none do.
  private let last: StatementID?

  /// - Parameter trouble: why a form was not taken.
  init(_ call: Call, trouble: ReviewDesk.Trouble? = nil) async throws {
    let register = call.site.register
    let filter = try ReviewFilter(call.arguments)
    let spot = try ReviewSpot(call.arguments)
    let limit = try call.arguments.limit(20)
    guard let stretch = try await register.reviewStretch(matching: filter, spot, limit: limit)
    else {
      throw Problem.notFound("There is no statement with this id, or several begin so.")
    }
    self.filter = filter
    last = stretch.hasMore ? stretch.items.last?.id : nil
    json = [
      "schema": "annals.review.1", "state": .string(filter.state.rawValue), "filter": filter.json,
      "count": JSON(stretch.count), "before": JSON(stretch.before),
      "next": JSON(last?.rawValue),
      "statements": JSON(stretch.items) { JudgedStatement($0).json(in: $0.document) },
    ]
    var left: JudgedStatement?
    if case .after(let id) = spot {
      left = try await register.reviewables(withPrefix: id.rawValue).first.map {
        JudgedStatement($0)
      }
    }
    page = ReviewPage(
      filter: filter, properties: call.site.properties(call.wording),
      position: ReviewPage.Position(
        count: stretch.count, before: stretch.before, isListed: stretch.isListed,
        previous: stretch.previous,
        following: stretch.items.dropFirst().map { JudgedStatement($0) }),
      proposal: try await stretch.items.first.asyncMap { item in
        try await ReviewPage.Proposal(item, in: register)
      }, left: left, reviewer: try await call.reviewer(trouble))
  }

  /// The address of what follows, for programs.
  func next(_ call: Call) -> Link? {
    guard let last else { return nil }
    let limit = call.arguments["limit"].map { [(name: "limit", value: $0)] } ?? []
    return Link(["review.json"], query: filter.query + limit + [("after", last.rawValue)])
  }
}

extension ReviewPage.Proposal {
  /// - Parameter item: the statement that is shown.
  init(_ item: Reviewable, in register: Register) async throws(RegisterError) {
    let statement = item.statement
    let account = try await register.account(of: statement.subject)
    var others: [Reviewable] = []
    for member in account?.members ?? [statement.subject] {
      others += try await register.reviewables(about: member)
    }
    others.removeAll { $0.id == item.id || $0.statement.property != statement.property }
    let decisions = try await register.decisions(on: item.document.id)
    self.init(
      item: JudgedStatement(item, decisions), document: item.document, account: account,
      others: others.map { JudgedStatement($0) },
      missions: try await register.labels(ofMissionsIn: [statement] + others.map(\.statement)))
  }
}

extension ReviewSpot {
  /// - Throws: `Problem` with the name of the parameter that is wrong.
  fileprivate init(_ arguments: Arguments) throws(Problem) {
    let at = try arguments.statement("at")
    let after = try arguments.statement("after")
    switch (at, after) {
    case (nil, nil): self = .first
    case (let at?, nil): self = .at(at)
    case (nil, let after?): self = .after(after)
    case (_?, _?):
      throw .badParameter("after", "Begin “at” a statement or “after” one, not both.")
    }
  }
}

extension JudgedStatement {
  /// A statement with the decision that holds and no earlier one.
  init(_ item: Reviewable) {
    self.init(item, item.decision.map { [$0] } ?? [])
  }
}

extension Site {
  /// The properties, by what they are called.
  func properties(_ wording: Wording) -> [Property] {
    labels.known.map { Property(rawValue: $0) }
      .map { (name: wording.label($0), property: $0) }
      .sorted { $0.name < $1.name }.map(\.property)
  }
}

extension Optional where Wrapped: Sendable {
  /// What an asynchronous function makes of the value, if there is one.
  fileprivate func asyncMap<Result>(
    _ body: (Wrapped) async throws -> Result
  ) async rethrows -> Result? {
    guard let self else { return nil }
    return try await body(self)
  }
}
