import Chronology
import GRDB
package import Statements

/// A page of answers, with how many there are in all.
package struct AnswerPage: Hashable, Sendable {
  package let answers: [Answer]
  package let count: AnswerCount
  /// Where the next page begins; nil on the last.
  package let next: PageEnd?
}

/// A page of missions, with how many there are in all.
package struct MissionPage: Hashable, Sendable {
  package let accounts: [Account]
  package let count: Int
  /// Where the next page begins; nil on the last.
  package let next: PageEnd?
}

extension Register {
  /// A page of the answers to a question that are not `no`, in their order, and how many there are.
  ///
  /// Counted and found in the indexes; only the accounts of the page are read. `SpanColumns` and
  /// `Question.asked` say the same of a period, so the index decides as Chronology does.
  ///
  /// - Parameters:
  ///   - moment: what was recorded later is not known.
  ///   - end: where the page before ended; nil for the first.
  ///   - limit: how many answers a page has at most; below 1 only the count is given.
  package func page(
    of question: Question, matching filter: Filter = .all, at moment: Moment = .now,
    after end: PageEnd? = nil, limit: Int
  ) async throws(RegisterError) -> AnswerPage {
    let isIndexed =
      moment == .now && filter.isIndexed && question.others.isEmpty
      ? try await read { try DerivedIndex.isCurrent($0) } : false
    guard isIndexed, let window = Window(question) else {
      return try await pageOfAll(
        of: question, matching: filter, at: moment, after: end, limit: limit)
    }
    return try await read { db in
      let index = try MissionIndex(filter, db)
      let count = try index.count(window)
      var listed: [(item: Listed, truth: Truth)] = []
      for truth in [Truth.certainly, .possibly] where limit > 0 && listed.count <= limit {
        guard (truth == .certainly ? count.certainly : count.possibly) > 0,
          (end?.truth ?? .certainly) >= truth
        else { continue }
        let key = end.flatMap { $0.truth == truth ? $0.key : nil } ?? .start
        listed += try index.page(
          (window, truth), after: key, limit: limit + 1 - listed.count
        ).map { ($0, truth) }
      }
      var accounts = try MergedReader(db)
      let answers = try listed.prefix(max(limit, 0)).map { item, truth in
        let answer = Answer(to: question, about: try accounts.account(ofMission: item.mission))
        guard answer.truth == truth else { throw Damage("the index of \(answer.account.id)") }
        return answer
      }
      return AnswerPage(
        answers: answers, count: count,
        next: limit > 0 && listed.count > limit
          ? PageEnd(truth: listed[limit - 1].truth, key: listed[limit - 1].item.key) : nil)
    }
  }

  /// A page of all missions that a filter lets through, in their order, and how many there are.
  package func page(
    matching filter: Filter = .all, at moment: Moment = .now, after end: PageEnd? = nil,
    limit: Int
  ) async throws(RegisterError) -> MissionPage {
    let isIndexed =
      moment == .now && filter.isIndexed ? try await read { try DerivedIndex.isCurrent($0) } : false
    guard isIndexed else {
      let all = try await accounts(matching: filter, at: moment)
      let rest = all.drop { account in end.map { account.listKey <= $0.key } ?? false }
      let page = Array(rest.prefix(max(limit, 0)))
      return MissionPage(
        accounts: page, count: all.count,
        next: rest.count > page.count
          ? page.last.map { PageEnd(truth: nil, key: $0.listKey.last) } : nil)
    }
    return try await read { db in
      let index = try MissionIndex(filter, db)
      let listed =
        limit > 0 ? try index.page(nil, after: end?.key ?? .start, limit: limit + 1) : []
      var accounts = try MergedReader(db)
      return MissionPage(
        accounts: try listed.prefix(max(limit, 0)).map {
          try accounts.account(ofMission: $0.mission)
        },
        count: try index.count(),
        next: limit > 0 && listed.count > limit
          ? PageEnd(truth: nil, key: listed[limit - 1].key) : nil)
    }
  }

  /// The same without the indexes, of all answers: for days that they do not hold, and while they
  /// are those of other rules.
  private func pageOfAll(
    of question: Question, matching filter: Filter, at moment: Moment, after end: PageEnd?,
    limit: Int
  ) async throws(RegisterError) -> AnswerPage {
    let all = try await answers(to: question, matching: filter, at: moment)
    let rest = all.drop { answer in
      guard let end, let truth = end.truth else { return false }
      return answer.truth == truth ? answer.account.listKey <= end.key : answer.truth > truth
    }
    let page = Array(rest.prefix(max(limit, 0)))
    let certainly = all.count { $0.truth == .certainly }
    return AnswerPage(
      answers: page, count: AnswerCount(certainly: certainly, possibly: all.count - certainly),
      next: rest.count > page.count
        ? page.last.map { PageEnd(truth: $0.truth, key: $0.account.listKey.last) } : nil)
  }

  /// The values of a property that missions have, sorted, each once: the places, the organisations.
  package func forms(of property: Property) async throws(RegisterError) -> [String] {
    try await read { db in
      try db.all(
        """
        SELECT form FROM facet
        WHERE property = \(property.rawValue)
          AND EXISTS (SELECT 1 FROM mission_facet WHERE mission_facet.facet = facet.key)
        ORDER BY form
        """
      ) { try $0.text() }
    }
  }
}

/// The index that answers a filter.
private enum MissionIndex {
  case periods(PeriodListing)
  case facets(FacetListing)

  init(_ filter: Filter, _ db: Database) throws {
    if let facets = try FacetListing(filter, db) {
      self = .facets(facets)
    } else {
      self = .periods(PeriodListing(db: db, kind: filter.kind))
    }
  }

  func count() throws -> Int {
    switch self {
    case .periods(let periods): try periods.count()
    case .facets(let facets): try facets.count()
    }
  }

  func count(_ window: Window) throws -> AnswerCount {
    switch self {
    case .periods(let periods): try periods.count(window)
    case .facets(let facets): try facets.count(window)
    }
  }

  func page(
    _ asked: (window: Window, truth: Truth)?, after key: ListKey, limit: Int
  ) throws -> [Listed] {
    switch self {
    case .periods(let periods):
      if let asked {
        try periods.page(asked.window, asked.truth, after: key, limit: limit)
      } else {
        try periods.page(after: key, limit: limit)
      }
    case .facets(let facets): try facets.page(asked, after: key, limit: limit)
    }
  }
}

extension Account {
  /// Where it stands in a listing, before all that share its name: its mission's key is not known.
  fileprivate var listKey: ListKey {
    let begin = period.span?.beginEarliest.number ?? .max
    return ListKey(begin: begin, name: ListKey.name(of: mission), mission: .min)
  }
}

extension ListKey {
  /// Behind all that share its name.
  fileprivate var last: ListKey { ListKey(begin: begin, name: name, mission: .max) }
}
