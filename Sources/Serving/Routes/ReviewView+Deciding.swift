internal import Chronology
internal import HTTPTypes
internal import Keeping
internal import Publishing
internal import Statements

extension ReviewView {
  /// Takes what a form of the review page says, and leads to the next proposal. What cannot be
  /// taken is shown on the page again, with what was typed.
  static func decide(_ call: Call) async throws -> Reply {
    let item = try await call.statement()
    let visit = try call.visit(to: item.id)
    let filter = try ReviewFilter(visit.arguments)
    let next = call.addresses.review(filter, [("after", item.id.inAddress)])
    let act = try call.act(note: call.arguments["note"])
    guard let state = call.arguments["state"] else {
      throw Problem.badParameter("state", "“state” is missing: how the page showed the statement.")
    }
    let verdict: Decision.Verdict
    do { verdict = try call.verdict(of: item.statement) } catch {
      return try await page(visit, .badRequest, error.field, error.detail, call)
    }
    // A form that was sent twice.
    if let decision = item.decision, decision.verdict == verdict, decision.by == act.by {
      return .redirect(to: next)
    }
    switch try await call.site.register.decide(verdict, on: item.id, seenAs: state, act) {
    case .done: return .redirect(to: next)
    case .changed:
      let now = try await call.statement().decision
      let words = now.map { "It is \($0.verdict.word) by \($0.by) since \($0.recorded)." }
      return try await page(visit, .conflict, nil, words ?? "It is open again.", call)
    }
  }

  private static func page(
    _ visit: Call, _ status: HTTPResponse.Status, _ field: String?, _ words: String, _ call: Call
  ) async throws -> Reply {
    let names = ["verdict", "value", "valid", "property", "note"]
    let typed = names.compactMap { name in call.arguments[name].map { (name, $0) } }
    let trouble = ReviewDesk.Trouble(
      field: field, words: words, typed: Dictionary(typed) { $1 })
    let view = try await ReviewView(visit, trouble: trouble)
    var reply = Reply.html(view.page.html(visit.frame([.json])))
    reply.status = status
    return reply
  }
}

extension Call {
  /// The review page that a form was on, at a statement.
  fileprivate func visit(to id: StatementID) throws -> Call {
    let link = try back(otherwise: Link(["review"]))
    let target = try Target(String(link.text.prefix { $0 != "#" }))
    let names = Parameter.reviewFilter.map(\.name)
    var pairs = target.path == ["review"] ? target.query.filter { names.contains($0.name) } : []
    pairs.append(Target.Pair(name: "at", value: id.inAddress))
    let language = arguments["lang"].map { [Target.Pair(name: "lang", value: $0)] } ?? []
    return Call(
      site: site, format: .html,
      arguments: try Arguments(
        pairs + language, of: Route.review[0].parameters, allowsEmpty: true),
      captured: [:], wording: wording, path: ["review"], query: pairs + language, author: author)
  }

  /// What the form says is decided. A field of the correction that was left as it was changes
  /// nothing.
  fileprivate func verdict(
    of statement: Statements.Statement
  ) throws(Problem) -> Decision.Verdict {
    switch arguments["verdict"] {
    case "accepted": return .accepted
    case "rejected": return .rejected
    case "amended": break
    default: throw .badParameter("verdict", "“verdict” is one of accepted, rejected, amended.")
    }
    func changed(_ name: String, from old: String) -> String? {
      arguments[name].flatMap { $0 == old ? nil : $0 }
    }
    let property = try arguments.property("property")
    let amendment = Amendment(
      property: property == statement.property ? nil : property,
      value: changed("value", from: Amendment.text(of: statement.value)),
      valid: changed("valid", from: statement.valid?.description ?? ""))
    do { return .amended(to: try amendment.applied(to: statement)) } catch {
      throw .badParameter(error.field?.rawValue ?? "value", error.description)
    }
  }

  /// Who looks at the review, and what they can do there.
  func reviewer(_ trouble: ReviewDesk.Trouble? = nil) async throws(RegisterError) -> Reviewer {
    guard site.writes else { return .reader }
    guard let author else { return .stranger(signIn: addresses.link(["sign-in"])) }
    let last = try await site.register.lastAction(by: author.name)
    return .author(
      ReviewDesk(
        last: last.map {
          ReviewDesk.Last(
            id: $0.id.description, recorded: $0.recorded, counts: $0.counts, first: $0.first)
        }, trouble: trouble))
  }
}
