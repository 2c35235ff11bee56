internal import Chronology
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  static let timeline = [
    Route(
      ["timeline"], "Missions over time, drawn; where there are too many to draw, counted.",
      formats: [.html, .json, .svg],
      parameters: Parameter.filters + [
        .choice("lanes", "By what missions are drawn apart.", of: TimelinePage.Lanes.self),
        Parameter(
          "group", "Which of the groups is drawn, from 0, in the order of the page.",
          schema: ["type": "integer", "minimum": 0, "maximum": 1_000]),
        .width,
      ]
    ) { call in
      let question = try MissionsQuestion(call.arguments)
      let lanes = try call.arguments.choice("lanes", of: TimelinePage.Lanes.self)
      let width = try call.arguments.width()
      let group = try call.arguments.number("group", in: 0...1_000, otherwise: 0)
      try await call.site.register.checkReach(of: question)
      let view = try await TimelineView(question, lanes, in: call.site.register)
      switch call.format {
      case .json: return .json(view.json)
      case .svg:
        return .file(Array(try view.svg(group, width, call.wording).utf8), type: "image/svg+xml")
      default: return .html(view.page.html(call.frame([.json, .svg])))
      }
    }
  ]
}

/// The missions of a question over time.
struct TimelineView: Sendable {
  /// The most missions that are drawn one by one.
  private static let most = 150

  let page: TimelinePage
  private let content: TimelinePage.Content
  private let question: MissionsQuestion
  private let count: Int

  init(
    _ question: MissionsQuestion, _ lanes: TimelinePage.Lanes?, in register: Register
  ) async throws {
    let accounts: [Account]
    let count: Int
    if let asked = question.asked {
      let found = try await register.page(
        of: asked, matching: question.filter, at: question.moment, limit: TimelineView.most)
      accounts = found.answers.map(\.account)
      count = found.count.certainly + found.count.possibly
    } else {
      let found = try await register.page(
        matching: question.filter, at: question.moment, limit: TimelineView.most)
      accounts = found.accounts
      count = found.count
    }
    var window = question.asked.flatMap { asked in
      asked.first.isFinite && asked.last.isFinite ? Window(asked.first, asked.last) : nil
    }
    if count > accounts.count {
      if window == nil { window = try await register.extent().map { Window($0.first, $0.last) } }
      content = .counted(
        try await TimelineView.tally(of: window, question, in: register))
    } else {
      let whole = Timeline(accounts)
      if window == nil { window = whole.axis.map { Window($0.first, $0.last) } }
      content = .drawn(
        TimelineView.groups(accounts, by: lanes).map { name, accounts in
          let timeline = Timeline(accounts)
          return TimelinePage.Group(
            name: name,
            timeline: window.map { timeline.from($0.first, to: $0.last) } ?? timeline)
        }, accounts)
    }
    page = TimelinePage(
      question: question, lanes: lanes, content: content, count: count, window: window)
    self.question = question
    self.count = count
  }

  /// The missions apart by a property: the largest group first, those without any last. A mission
  /// with two places is in both.
  private static func groups(
    _ accounts: [Account], by lanes: TimelinePage.Lanes?
  ) -> [(String?, [Account])] {
    guard let lanes else { return [(nil, accounts)] }
    var groups: [String: [Account]] = [:]
    var others: [Account] = []
    for account in accounts {
      let names = lanes.names(of: account)
      if names.isEmpty { others.append(account) }
      for name in names { groups[name, default: []].append(account) }
    }
    let named = groups.sorted { left, right in
      left.value.count == right.value.count
        ? left.key < right.key : left.value.count > right.value.count
    }
    return named.map { ($0.key, $0.value) } + (others.isEmpty ? [] : [(nil, others)])
  }

  private static func tally(
    of window: Window?, _ question: MissionsQuestion, in register: Register
  ) async throws -> Tally {
    guard let window else { return Tally([]) }
    var stretches: [Tally.Stretch] = []
    for (first, last) in Tally.cuts(from: window.first, to: window.last) {
      let stretch = Window(first, last)
      guard let asked = try? AskedDate(stretch.edtf) else { continue }
      let count = try await register.page(
        of: asked.question, matching: question.filter, at: question.moment, limit: 0
      ).count
      stretches.append(
        Tally.Stretch(
          first: first, last: last, label: asked.question.words, certainly: count.certainly,
          possibly: count.possibly))
    }
    return Tally(stretches)
  }

  var json: JSON {
    switch content {
    case .drawn(let groups, _):
      [
        "schema": "annals.timelines.1", "question": question.json, "count": JSON(count),
        "groups": JSON(groups, \.timeline.json),
      ]
    case .counted(let tally):
      [
        "schema": "annals.tally.1", "question": question.json, "count": JSON(count),
        "stretches": tally.json,
      ]
    }
  }

  func svg(_ group: Int, _ width: Int, _ wording: Wording) throws(Problem) -> String {
    switch content {
    case .drawn(let groups, _):
      guard groups.indices.contains(group) else {
        throw .notFound("There is no group \(group): there are \(groups.count), counted from 0.")
      }
      return groups[group].timeline.svg(
        SVGStyle(width: width) { wording.reason($0) ?? $0 })
    case .counted(let tally): return tally.svg(title: wording.count(.missions, count), width: width)
    }
  }
}
