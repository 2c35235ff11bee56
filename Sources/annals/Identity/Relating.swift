import Keeping
import Publishing
import Statements

/// Decisions about which missions of the register are one.
struct Relating {
  let relation: Identity.Relation
  let act: ActOptions
  var asOf = MomentOption()
  let register: RegisterOption
  let look: Look

  func decide(
    _ mission: String, _ other: String, on console: inout Console
  ) async throws -> Outcome {
    let act = Act(
      by: try self.act.name(in: console.environment), note: self.act.note, recorded: Deciding.now)
    let identity = try await register.changed(in: console.environment) { register in
      let identity = Identity(
        try await Relating.mission(mission, in: register), relation,
        try await Relating.mission(other, in: register))
      try await register.relate(identity, act)
      return identity
    }
    let decision = IdentityDecision(
      identity, by: act.by, note: act.note, recorded: act.recorded)
    if look.json {
      let json: JSON = [
        "schema": "annals.identity.1", "decisions": [decision.json],
      ]
      try console.print(json.text())
    } else {
      try console.print(decision.words)
    }
    return .done
  }

  func listDecided(on console: inout Console) async throws -> Outcome {
    let decided = try await register.asked(in: console.environment) {
      try await $0.identities(at: asOf.moment)
    }
    if look.json {
      let json: JSON = [
        "schema": "annals.identity.1",
        "decisions": JSON(decided, \.json),
      ]
      try console.print(json.text())
    } else {
      for decision in decided { try console.print(decision.words) }
    }
    guard decided.isEmpty else { return .done }
    console.say("Nothing was decided about which missions are one.")
    return .negative
  }

  /// Which may be one, and why.
  func suggest(on console: inout Console) async throws -> Outcome {
    let likenesses = try await register.asked(in: console.environment) { register in
      Likeness.all(
        among: try await register.separateAccounts(at: asOf.moment),
        decided: try await register.identities(at: asOf.moment).map(\.identity))
    }
    if look.json {
      let json: JSON = [
        "schema": "annals.likeness.1",
        "likenesses": JSON(likenesses) { likeness in
          [
            "missions": JSON([likeness.left, likeness.right]) { account in
              [
                "id": .string(account.id.rawValue),
                "passage": account.document.json(of: account.mission.passage),
              ]
            },
            "for": JSON(likeness.reasons) { .string($0) },
            "against": JSON(likeness.doubts) { .string($0) },
          ]
        },
      ]
      try console.print(json.text())
    } else {
      for likeness in likenesses { try Relating.print(likeness, on: &console) }
    }
    guard likenesses.isEmpty else {
      console.say("To decide: annals same A B --by NAME, or annals distinct A B --by NAME")
      return .done
    }
    console.say("No two missions look like one that nobody has decided on.")
    return .negative
  }

  private static func print(
    _ likeness: Likeness, on console: inout Console
  ) throws(OutletError) {
    let ids = "\(likeness.left.id.rawValue)  \(likeness.right.id.rawValue)"
    try console.print(console.tinted(ids, .strong))
    try console.print("for: \(likeness.reasons.joined(separator: ", "))".printable, indent: 2)
    if !likeness.doubts.isEmpty {
      try console.print("against: \(likeness.doubts.joined(separator: ", "))", indent: 2)
    }
    for account in [likeness.left, likeness.right] {
      let place = account.document.placeWords(of: account.mission.passage)
      let period = account.period.words(within: account.sectionPeriod)
      try console.print(
        "\(place) “\(account.mission.passage.quote.printable)”, \(period)", indent: 4)
    }
  }

  /// The one mission that a name means.
  /// - Throws: `Failure` where it means none, or several.
  private static func mission(_ name: String, in register: Register) async throws -> MissionID {
    let accounts = try await register.accounts(named: name)
    guard let account = accounts.first else {
      let names = try await register.names()
      throw Failure(
        .negative,
        "no mission is called “\(name)”." + Suggestion.question(for: name, among: names))
    }
    guard accounts.count == 1 else {
      throw Failure(
        .negative, "“\(name)” names \(accounts.count) missions; nothing was done",
        remedy: "Name one by its id: "
          + accounts.prefix(6).map(\.id.rawValue).joined(separator: ", "))
    }
    // An id means its own document's account, also where that is one with others.
    let id = MissionID(rawValue: name)
    return account.members.contains(id) ? id : account.id
  }
}

extension IdentityDecision {
  /// `vom@a is the same as vom@b (A. Reader, 2024-03-01T10:00:00Z: same mandate)`.
  var words: String {
    let note = note.map { ": \($0)" } ?? ""
    return
      ("\(identity.mission.rawValue) \(identity.relation.verb) \(identity.other.rawValue) "
      + "(\(by), \(recorded)\(note))").printable
  }
}
