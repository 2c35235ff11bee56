internal import Chronology
package import Statements

/// When organisations were present in places, and when not.
package struct GapsAnswer: Sendable {
  package let question: MissionsQuestion
  /// Whether only the gaps are shown.
  package let gapsAlone: Bool
  package let presences: [Presence]

  /// - Parameter accounts: the missions that the question's filter lets through.
  package init(_ question: MissionsQuestion, of accounts: [Account], gapsAlone: Bool) {
    self.question = question
    self.gapsAlone = gapsAlone
    presences = Presence.all(of: accounts, filter: question.filter, during: question.asked)
  }

  /// The stretches of a presence that are shown.
  package func stretches(of presence: Presence) -> [Presence.Stretch] {
    gapsAlone ? presence.gaps : presence.stretches
  }

  package var json: JSON {
    [
      "schema": "annals.gaps.1", "question": question.json,
      "presences": JSON(presences) { presence in
        [
          "place": JSON(presence.place), "organisation": JSON(presence.organisation),
          "stretches": JSON(stretches(of: presence), \.json),
          "undated": JSON(presence.undated) { .string($0.id.rawValue) },
        ]
      },
    ]
  }

  /// The stretches as comma-separated values, one a row.
  package var csv: String {
    let head = [
      "place", "organisation", "first", "last", "presence", "gap", "reason", "missions",
    ]
    let rows = presences.flatMap { presence in
      stretches(of: presence).map { stretch in
        [
          presence.place ?? "", presence.organisation ?? "", stretch.firstText ?? "",
          stretch.lastText ?? "", stretch.truth.description, (!stretch.truth).description,
          stretch.reason, stretch.accounts.map(\.id.rawValue).joined(separator: "; "),
        ]
      }
    }
    return ([head] + rows).map(CSV.row).joined()
  }
}

extension Presence.Stretch {
  /// The first and the last day as ISO dates; nil for an infinity.
  fileprivate var firstText: String? { first.isFinite ? first.description : nil }
  fileprivate var lastText: String? { last.isFinite ? last.description : nil }

  fileprivate var json: JSON {
    [
      "first": JSON(firstText), "last": JSON(lastText),
      "presence": .string(truth.description), "gap": .string((!truth).description),
      "reason": .string(reason),
      "missions": JSON(accounts) { account in
        [
          "id": .string(account.id.rawValue),
          "passages": JSON(account.evidence) { account.json(of: $0) },
        ]
      },
    ]
  }
}
