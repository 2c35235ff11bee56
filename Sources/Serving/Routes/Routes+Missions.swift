internal import Chronology
internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  static let missions = [
    Route(
      ["missions"], "The missions, or those that were running, with the evidence.",
      formats: [.html, .json, .csv],
      parameters: Parameter.question + [
        Parameter(
          "all", "Answer for every mission, also where the answer is no.",
          schema: ["type": "boolean", "default": false]),
        .after("Where the page before ended, as it says itself."),
        .limit(50),
      ]
    ) { call in
      let question = try MissionsQuestion(call.arguments)
      try await call.site.register.checkReach(of: question)
      let list = try await MissionList(
        question, after: try call.arguments.end("after"), limit: call.arguments.limit(50),
        in: call.site.register)
      switch call.format {
      case .json:
        return Reply.json(list.json(question)).with(next: list.next(.json, question, call))
      case .csv: return Reply.csv(list.csv).with(next: list.next(.csv, question, call))
      default:
        let page = MissionsPage(
          question: question, rows: list.rows, count: list.count, truths: list.truths,
          next: list.next(.html, question, call), isContinued: call.arguments["after"] != nil)
        return .html(page.html(call.frame([.json, .csv])))
      }
    },
    Route(
      ["missions", "{id}"], "One mission: what is said of it, and where.", parameters: [.asOf]
    ) { call in
      let id = MissionID(rawValue: call["id"])
      let register = call.site.register
      let asOf = try call.arguments.asOf()
      guard let account = try await register.account(of: id, asOf) else {
        throw Problem.notFound(
          "There is no mission “\(call["id"])”\(asOf.map { " as of \($0)" } ?? "").")
      }
      if call.format == .json {
        return .json([
          "schema": "annals.show.1", "query": .string(id.rawValue),
          "as_of": JSON(asOf?.description), "missions": [account.fullJSON(call.site.labels)],
        ])
      }
      let statements = try await register.judged(account, asOf)
      let page = MissionView(
        account: account, statements: statements,
        missions: try await register.labels(ofMissionsIn: statements.map(\.statement)),
        format: try await register.original(of: account.document.id)?.format ?? "text")
      return .html(page.html(call.frame([.json])))
    },
  ]
}

extension MissionsQuestion {
  /// - Throws: `Problem` with the name of the parameter that is wrong.
  init(_ arguments: Arguments) throws(Problem) {
    self.init(
      on: try arguments.value("on") { try AskedDate($0) },
      during: try arguments.value("during") { try AskedDate($0) },
      filter: try Filter(arguments), includesNo: try arguments.flag("all"),
      asOf: try arguments.asOf())
  }
}

extension JudgedStatement {
  /// - Parameter decisions: those on all statements of its document, in the order in which they were
  ///   recorded.
  init(_ item: Reviewable, _ decisions: [Decision]) {
    self.init(
      id: item.id, statement: item.statement, label: item.label,
      decisions: decisions.filter { $0.statement == item.id }, isProposed: item.isProposed)
  }
}

extension Register {
  /// The account of a mission by its id alone.
  fileprivate func account(
    of id: MissionID, _ asOf: Day?
  ) async throws(RegisterError) -> Account? {
    guard let moment = asOf.flatMap({ Moment(endOf: $0) }) else { return try await account(of: id) }
    return try await accounts(named: id.rawValue, at: moment).first { $0.members.contains(id) }
  }

  /// The statements of an account with what was decided on them. Of an earlier day, those that
  /// counted then, with the decisions until then.
  fileprivate func judged(
    _ account: Account, _ asOf: Day?
  ) async throws(RegisterError) -> [JudgedStatement] {
    var decisions: [Decision] = []
    for document in account.documents {
      decisions += try await self.decisions(on: document.id)
    }
    guard let asOf else {
      var items: [Reviewable] = []
      for member in account.members { items += try await reviewables(about: member) }
      return items.map { JudgedStatement($0, decisions) }
    }
    let until = decisions.filter { $0.recorded < asOf.advanced(by: 1).description }
    return account.statements.compactMap { statement in
      StatementID(of: statement).map { id in
        JudgedStatement(
          id: id, statement: statement, label: account.mission.label,
          decisions: until.filter { $0.statement == id }, isProposed: true)
      }
    }
  }

  /// What the missions are called that statements relate theirs to.
  func labels(
    ofMissionsIn statements: [Statements.Statement]
  ) async throws(RegisterError) -> [MissionID: String] {
    let named = statements.compactMap { statement -> MissionID? in
      guard case .mission(let id) = statement.value else { return nil }
      return id
    }
    return try await labels(of: named)
  }

  /// What missions are called.
  func labels(of missions: [MissionID]) async throws(RegisterError) -> [MissionID: String] {
    var labels: [MissionID: String] = [:]
    for id in missions where labels[id] == nil {
      labels[id] = try await account(of: id)?.mission.label
    }
    return labels
  }
}
