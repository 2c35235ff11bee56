import ArgumentParser
import Chronology
import Keeping
import Publishing
import Statements

/// `annals gaps`: when an organisation was present in a place, and when not.
struct GapsCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Shows when missions were present in a place and when none was, in three values.",
    discussion: """
      EXAMPLES:
        annals gaps --in Iraq --of NATO          presence of NATO in Iraq, and the gaps in it
        annals gaps --in Iraq                    each organisation in Iraq by itself
        annals gaps --in Iraq --during 2010/2020 in these years
        annals gaps --in Iraq --of NATO --json   for another program

      A mission is present certainly, possibly or not on a day: a gap is certain where none was even
      possibly there. A mission that nothing dates may have been there on any day.
      """)

  @OptionGroup var filter: FilterOptions

  @Flag(help: "Show the gaps alone, not the presence.")
  var only = false

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let accounts = try await register.asked(in: console.environment) { register in
      try await register.subjects(of: nil, matching: filter.filter, at: filter.moment)
        .answers.map(\.account)
    }
    let found = GapsAnswer(filter.question, of: accounts, gapsAlone: only)
    let presences = found.presences
    if look.json {
      try console.print(found.json.text())
    } else {
      for (index, presence) in presences.enumerated() {
        if index > 0 { try console.print("") }
        try presence.print(found.stretches(of: presence), on: &console)
      }
    }
    guard !presences.isEmpty else {
      throw try await register.asked(in: console.environment) { register in
        try await filter.none(in: register, self.register, console.environment)
      }
    }
    let gaps = presences.flatMap(\.gaps)
    let certain = gaps.count { $0.truth == .no }
    console.say("\(certain) certain and \(gaps.count - certain) possible gaps.")
    return gaps.isEmpty ? .negative : .done
  }
}

extension Presence {
  fileprivate var title: String {
    func named(_ name: String?, _ preposition: String, _ none: String) -> String {
      name.map { $0.isEmpty ? none : "\(preposition) \($0)" } ?? ""
    }
    return [
      named(organisation, "of", "of no stated organisation"),
      named(place, "in", "in no stated place"),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  fileprivate func print(
    _ shown: [Stretch], on console: inout Console
  ) throws(OutletError) {
    try console.print(console.tinted("presence \(title)".printable, .strong))
    if stretches.isEmpty { try console.print("nothing is dated", indent: 2) }
    for stretch in shown {
      let word = stretch.truth == .no ? "certainly a gap" : stretch.truth.description
      let tint: Tint =
        switch stretch.truth {
        case .certainly: .good
        case .possibly: .doubtful
        case .no: .bad
        }
      try console.print("\(console.tinted(word, tint))  \(stretch.words)", indent: 2)
      try console.print(stretch.reason.printable, indent: 6)
      for account in stretch.accounts.prefix(Presence.quoted) {
        try console.quote(account.evidence, of: account, indent: 6, atMost: 2)
      }
    }
    if !undated.isEmpty {
      let names = undated.map(\.mission.label).joined(separator: ", ")
      try console.print("undated, so that it may fill a gap: \(names)".printable, indent: 2)
    }
  }

  /// How many missions a stretch quotes.
  private static let quoted = 3
}

extension Presence.Stretch {
  /// `1 January 2012 – 31 December 2013`, `from 1 June 2022 on`.
  fileprivate var words: String {
    switch (first.isFinite, last.isFinite) {
    case (true, true):
      first == last ? DateWords.of(first) : "\(DateWords.of(first)) – \(DateWords.of(last))"
    case (true, false): "from \(DateWords.of(first)) on"
    case (false, true): "until \(DateWords.of(last))"
    case (false, false): "at any time"
    }
  }
}
