import ArgumentParser
import Foundation
import Keeping
import Publishing
import Statements

/// One verdict on several statements, as one action.
struct Deciding {
  let verdict: Decision.Verdict
  let options: DecideOptions
  let look: Look

  /// How many statements a preview shows.
  private static let previewed = 20

  func run(on console: inout Console) async throws -> Outcome {
    let act = Act(
      by: try options.act.name(in: console.environment), note: options.act.note,
      recorded: Deciding.now)
    let labels = try Labels()
    let acts = !options.ids.isEmpty || options.yes
    let environment = console.environment
    let (open, already) = try await options.register.changed(in: environment) { register in
      let items =
        try await options.ids.isEmpty
        ? register.reviewables(matching: options.filter.filter).items
        : Deciding.statements(options.ids, in: register)
      let open = items.filter { $0.decision?.verdict != verdict }
      if acts {
        try await register.decide(
          Dictionary(open.map { ($0.id, verdict) }, uniquingKeysWith: { first, _ in first }), act)
      }
      return (open, items.count - open.count)
    }
    if look.json {
      try console.print(json(open, already: already, acts: acts, act).text())
    } else {
      for item in open.prefix(Deciding.previewed) { try item.print(labels, on: &console) }
      if open.count > Deciding.previewed {
        try console.print("… and \(open.count - Deciding.previewed) more")
      }
    }
    return outcome(open, already: already, acts: acts, act, &console)
  }

  private func outcome(
    _ open: [Reviewable], already: Int, acts: Bool, _ act: Act, _ console: inout Console
  ) -> Outcome {
    let known = already > 0 ? "; \(already) were \(verdict.word) before" : ""
    guard !open.isEmpty else {
      console.say(
        already > 0
          ? "Nothing to do: \(Deciding.counted(already)) \(verdict.word) already."
          : "No statement is let through by that filter.")
      return already > 0 ? .done : .negative
    }
    guard acts else {
      console.say(
        "\(Deciding.counted(open.count)) would be \(verdict.word)\(known); nothing was done.")
      console.say("  To do it, say the same with --yes.")
      return .refused
    }
    console.say("\(Deciding.counted(open.count)) \(verdict.word) by \(act.by)\(known).")
    console.say("  To take it back: annals undo --by '\(act.by)'\(options.register.words)")
    return .done
  }

  private func json(_ open: [Reviewable], already: Int, acts: Bool, _ act: Act) -> JSON {
    [
      "schema": "annals.decide.1", "verdict": .string(verdict.word), "by": .string(act.by),
      "note": JSON(act.note), "recorded": .string(act.recorded), "done": .bool(acts),
      "count": JSON(open.count), "decided_before": JSON(already),
      "statements": JSON(open, \.json),
    ]
  }

  static func counted(_ count: Int) -> String {
    "\(count) statement\(count == 1 ? "" : "s")"
  }

  /// The moment, in UTC, as the register records it.
  static var now: String { Date().formatted(.iso8601) }

  /// The statements that ids or their first digits name.
  /// - Throws: `Failure` where one names none, or several.
  static func statements(
    _ ids: [String], in register: Register
  ) async throws -> [Reviewable] {
    var items: [Reviewable] = []
    for id in ids {
      let found = try await register.reviewables(withPrefix: id.lowercased())
      guard let item = found.first else {
        throw Failure(
          .negative, "no statement has an id that begins with “\(id)”; nothing was done",
          remedy: "Ids are shown by: annals review --state all")
      }
      guard found.count == 1 else {
        let some = found.prefix(5).map { String($0.id.rawValue.prefix(16)) }
        throw Failure(
          .negative,
          "\(found.count) statements have ids that begin with “\(id)”; nothing was done",
          remedy: "Write more digits: \(some.joined(separator: ", "))")
      }
      if !items.contains(where: { $0.id == item.id }) { items.append(item) }
    }
    return items
  }
}
