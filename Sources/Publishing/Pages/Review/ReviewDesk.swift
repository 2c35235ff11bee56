package import Statements

/// What somebody who may decide finds on the review page besides the proposal.
package struct ReviewDesk: Sendable {
  /// The last thing that the person did, which can be taken back.
  package struct Last: Sendable {
    /// The name of the action.
    let id: String
    /// ISO 8601, UTC.
    let recorded: String
    /// How many of what.
    let counts: [(key: String, value: Int)]
    /// The first statement that it decided on.
    let first: StatementID?

    package init(id: String, recorded: String, counts: [String: Int], first: StatementID?) {
      self.id = id
      self.recorded = recorded
      self.counts = counts.sorted { $0.key < $1.key }
      self.first = first
    }

    /// `12 accepted, 1 settled`.
    func words(_ wording: Wording) -> String {
      counts.map { key, value in
        "\(wording.number(value)) \(wording.name(.verdict, key) ?? key)"
      }.joined(separator: ", ")
    }
  }

  /// Why a form was not taken, with what was typed into it.
  package struct Trouble: Sendable {
    /// The field that is wrong; nil where none is, but somebody decided meanwhile.
    let field: String?
    /// In English.
    let words: String
    /// What was typed, by the names of the fields.
    let typed: [String: String]

    package init(field: String?, words: String, typed: [String: String]) {
      self.field = field
      self.words = words
      self.typed = typed
    }

    /// Whether it is about the correction.
    var isOfAmendment: Bool { typed["verdict"] == "amended" }
  }

  let last: Last?
  let trouble: Trouble?

  package init(last: Last?, trouble: Trouble? = nil) {
    self.last = last
    self.trouble = trouble
  }
}

/// Who looks at the review.
package enum Reviewer: Sendable {
  /// Nothing is decided on this server.
  case reader
  /// Whoever signs in may decide.
  case stranger(signIn: Link)
  case author(ReviewDesk)

  var desk: ReviewDesk? {
    guard case .author(let desk) = self else { return nil }
    return desk
  }
}
