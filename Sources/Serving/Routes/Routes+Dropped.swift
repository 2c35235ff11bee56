internal import Chronology
internal import Keeping
internal import Publishing
internal import Statements

extension Route {
  static let dropped = [
    Route(
      ["review", "dropped"],
      "The decisions that a later edition of their document does not bear out.",
      parameters: [.asOf]
    ) { call in
      let register = call.site.register
      let asOf = try call.arguments.asOf()
      let moment = asOf.flatMap { Moment(endOf: $0) } ?? .now
      let answer = DroppedAnswer(
        try await register.droppedDecisions(at: moment).map { item in
          DroppedAnswer.Item(
            decision: item.decision, statement: item.statement, earlier: item.earlier,
            edition: item.edition, reason: item.reason)
        })
      if call.format == .json { return .json(answer.json(asOf: JSON(asOf?.description))) }
      let subjects = answer.items.map(\.statement.subject)
      let labels = try await register.labels(of: subjects)
      return .html(DroppedPage(answer, missions: labels).html(call.frame([.json])))
    }
  ]
}
