internal import Chronology
internal import Keeping
internal import Publishing
internal import Statements

/// One page of the list of missions.
struct MissionList: Sendable {
  let rows: [MissionsPage.Row]
  /// How many there are on all pages, and how many of each answer where something was asked.
  let count: Int
  let truths: [Truth: Int]
  /// Where the page after this one begins; nil where there is none.
  let next: PageEnd?

  init(
    _ question: MissionsQuestion, after end: PageEnd?, limit: Int, in register: Register
  ) async throws(RegisterError) {
    let moment = question.moment
    guard let asked = question.asked else {
      let page = try await register.page(
        matching: question.filter, at: moment, after: end, limit: limit)
      rows = page.accounts.map { MissionsPage.Row($0) }
      count = page.count
      truths = [:]
      next = page.next
      return
    }
    let isAll = question.includesNo
    let page = try await register.page(
      of: asked, matching: question.filter, at: moment, after: isAll ? nil : end,
      limit: isAll ? 0 : limit)
    var truths = [Truth.certainly: page.count.certainly, .possibly: page.count.possibly]
    if isAll {
      // In the order of the missions, so that no answer need be known but those of the page.
      let all = try await register.page(
        matching: question.filter, at: moment, after: end, limit: limit)
      rows = all.accounts.map { MissionsPage.Row(Answer(to: asked, about: $0)) }
      truths[.no] = all.count - page.count.certainly - page.count.possibly
      count = all.count
      next = all.next
    } else {
      rows = page.answers.map { MissionsPage.Row($0) }
      count = page.count.certainly + page.count.possibly
      next = page.next
    }
    self.truths = truths.filter { $0.value > 0 }
  }

  /// The address of the page after this one.
  func next(_ format: Form, _ question: MissionsQuestion, _ call: Call) -> Link? {
    guard let token = self.next?.token else { return nil }
    let limit = call.arguments["limit"].map { [(name: "limit", value: $0)] } ?? []
    let query = question.query + limit + [(name: "after", value: token)]
    guard let ending = format.ending else { return call.addresses.missions(query) }
    return Link(Route.path(["missions"], ending: ending), query: query)
  }

  func json(_ question: MissionsQuestion) -> JSON {
    MissionsAnswer(question, rows, count: count, truths: truths, next: next?.token).json
  }

  var csv: String { MissionsTable(rows).csv }
}
