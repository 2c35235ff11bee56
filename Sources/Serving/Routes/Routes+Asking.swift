internal import Chronology
internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  /// Questions about more missions than these are for the commands, which take their time.
  static let mostAsked = 20_000

  static let asking = [
    Route(["ask"], "All questions that the register answers, each with its form.", formats: [.html])
    {
      call in .html(AskPage().html(call.frame([])))
    },
    Route(
      ["totals"], "What the sources count, each unit by itself and nothing twice.",
      formats: [.html, .json, .csv],
      parameters: [
        Parameter(
          "quantity", "A property such as trained, strength or cost, or a unit such as officers.")
      ] + Parameter.question
    ) { call in
      let question = try MissionsQuestion(call.arguments)
      let register = call.site.register
      let subjects = try await register.subjects(of: question)
      let identities = try await register.identities(at: question.moment).map(\.identity)
      let answer = TotalsAnswer(
        call.arguments["quantity"], of: subjects, question, identities: identities,
        labels: call.site.labels)
      switch call.format {
      case .json: return .json(answer.json)
      case .csv: return .csv(answer.csv)
      default:
        let page = TotalsPage(answer, missions: subjects.count)
        return .html(page.html(call.frame([.json, .csv])))
      }
    },
    Route(
      ["gaps"], "When an organisation was present in a place and when not, in three values.",
      formats: [.html, .json, .csv],
      parameters: Parameter.question + [
        Parameter(
          "only", "The gaps alone, not the presence.",
          schema: ["type": "boolean", "default": false])
      ]
    ) { call in
      let question = try MissionsQuestion(call.arguments)
      let only = try call.arguments.flag("only")
      // The days that are asked about cut the presence; they do not choose the missions.
      var all = question
      (all.on, all.during) = (nil, nil)
      let subjects = try await call.site.register.subjects(of: all)
      let answer = GapsAnswer(question, of: subjects.map(\.account), gapsAlone: only)
      switch call.format {
      case .json: return .json(answer.json)
      case .csv: return .csv(answer.csv)
      default: return .html(GapsPage(answer).html(call.frame([.json, .csv])))
      }
    },
  ]

  static let lines = [
    Route(
      ["lineage"], "Which missions came before one and which followed it, with the evidence.",
      formats: [.html, .json, .svg],
      parameters: [
        Parameter("mission", "Acronym, name, alias or id."), .asOf, .width,
      ]
    ) { call in
      let asOf = try call.arguments.asOf()
      let width = try call.arguments.width()
      let answer = try await LineageAnswer(call.arguments["mission"], asOf, in: call.site.register)
      switch call.format {
      case .json: return .json((answer ?? .nothing(asOf)).json)
      case .svg:
        let timeline = (answer ?? .nothing(asOf)).timeline
        let style = SVGStyle(width: width) { [wording = call.wording] in wording.reason($0) ?? $0 }
        return .file(Array(timeline.svg(style).utf8), type: "image/svg+xml")
      default:
        let question = MissionsQuestion(asOf: asOf)
        var suggestions: [Account] = []
        if answer == nil { suggestions = try await call.site.register.inLine(question.moment) }
        let page = LineagePage(answer, question, suggestions: suggestions)
        return .html(page.html(call.frame(answer == nil ? [] : [.json, .svg])))
      }
    },
    Route(
      ["statements"], "What is stated, one by one, and what it rests on.",
      formats: [.html, .json, .csv],
      parameters: Parameter.question + [
        .statement("after", "The statement behind which to begin."),
        .limit(50),
      ]
    ) { call in
      let question = try MissionsQuestion(call.arguments)
      let register = call.site.register
      // Which statements rest on what is asked is told of each; here a mission is let through.
      var wide = question
      wide.filter.support = nil
      let subjects = try await register.subjects(of: wide).map(\.account)
      let all = try await register.supportedStatements(about: subjects, at: question.moment)
        .map { StatementsAnswer.Item(id: $0.id, statement: $0.statement) }
      let after = try call.arguments.statement("after")
      let limit = try call.arguments.limit(50)
      guard let answer = StatementsAnswer(question, among: all, limit: limit, after: after) else {
        throw Problem.notFound("The list has no such statement. Begin it again without “after”.")
      }
      let next = answer.next(call)
      switch call.format {
      case .json: return Reply.json(answer.json(call.site.labels)).with(next: next)
      case .csv: return Reply.csv(answer.csv(call.site.labels)).with(next: next)
      default:
        let named = answer.shown.map(\.statement.statement)
        let page = StatementsPage(
          answer, missions: try await register.labels(ofMissionsIn: named), next: next,
          isContinued: after != nil)
        return .html(page.html(call.frame([.json, .csv])))
      }
    },
  ]
}

extension MissionsQuestion {
  /// Up to when the register is asked.
  var moment: Moment { asOf.flatMap { Moment(endOf: $0) } ?? .now }
}

extension Register {
  /// The missions that a question is about.
  /// - Throws: `Problem` where there are more of them than are read while somebody waits.
  fileprivate func subjects(of question: MissionsQuestion) async throws -> [Answer] {
    try await checkReach(of: question)
    // Counted first, so that none is read of too many.
    let count = try await subjects(
      of: question.asked, matching: question.filter, at: question.moment, limit: 0
    ).count
    try Register.check(count)
    return try await subjects(
      of: question.asked, matching: question.filter, at: question.moment,
      limit: Route.mostAsked
    ).answers
  }

  /// An earlier day, several stretches of days and some filters are answered from the rows of all
  /// missions.
  /// - Throws: `Problem` where that is more than is read while somebody waits.
  func checkReach(of question: MissionsQuestion) async throws {
    let isOfAll =
      question.moment != .now || !question.filter.isIndexed
      || question.asked.map { !$0.others.isEmpty } ?? false
    guard isOfAll else { return }
    let count = try await page(limit: 0).count
    guard count <= Route.mostAsked else {
      throw Problem(
        .unprocessableContent,
        "An earlier day, a property and what a period rests on are looked for in every mission, and "
          + "\(count) are too many while somebody waits. Leave it out; or ask on the command line, "
          + "which takes its time.")
    }
  }

  private static func check(_ count: Int) throws(Problem) {
    guard count <= Route.mostAsked else {
      throw Problem(
        .unprocessableContent,
        "\(count) missions are more than are asked about while somebody waits. Name a place, an "
          + "organisation or days as of now; or ask on the command line, which takes its time.")
    }
  }
}

extension LineageAnswer {
  /// Nil where no mission is named.
  fileprivate init?(_ name: String?, _ asOf: Day?, in register: Register) async throws {
    guard let name else { return nil }
    let moment = asOf.flatMap { Moment(endOf: $0) } ?? .now
    let named = try await register.accounts(named: name, at: moment)
    let line = try await register.line(of: named, at: moment)
    self.init(name, asOf: asOf, of: named, among: line)
  }

  fileprivate static func nothing(_ asOf: Day?) -> LineageAnswer {
    LineageAnswer("", asOf: asOf, of: [], among: [])
  }
}

extension Register {
  /// Some missions of which it is said what they followed, or what followed them; none in a register so
  /// large that they would be long to find.
  fileprivate func inLine(_ moment: Moment) async throws -> [Account] {
    guard try await page(at: moment, limit: 0).count <= 5_000 else { return [] }
    var found: [Account] = []
    for property in [Property.followOn, .predecessor] {
      let page = try await page(matching: Filter(property: property), at: moment, limit: 30)
      for account in page.accounts where !found.contains(where: { $0.id == account.id }) {
        found.append(account)
      }
    }
    return Array(found.sorted(by: Account.precedes).prefix(30))
  }
}

extension StatementsAnswer {
  /// The address of the statements that follow.
  fileprivate func next(_ call: Call) -> Link? {
    guard let next else { return nil }
    let limit = call.arguments["limit"].map { [(name: "limit", value: $0)] } ?? []
    let query = question.query + limit + [(name: "after", value: next.rawValue)]
    guard let ending = call.format.ending else { return call.addresses.link(["statements"], query) }
    return Link(Route.path(["statements"], ending: ending), query: query)
  }
}
