import Chronology
import Keeping
import Publishing
import Statements

/// One person going through proposals in a terminal. Every decision is kept before the next is
/// shown, so that nothing that was seen to be decided is lost.
struct ReviewSession {
  private var items: [Reviewable]
  private var index = 0
  private let by: String
  private let note: String?
  private let labels: Labels
  private var decided = 0
  /// What was last done, shown above the next proposal.
  private var message = ""

  init(items: [Reviewable], by: String, note: String?, labels: Labels) {
    self.items = items
    self.by = by
    self.note = note
    self.labels = labels
  }

  mutating func run(
    _ register: Register, _ keys: Keyboard, on console: inout Console
  ) async throws -> Outcome {
    guard !items.isEmpty else {
      console.say("No statement is left to decide on by that filter.")
      return .negative
    }
    while index < items.count {
      try show(on: &console)
      switch keys.next() {
      case .end: return end(.interrupted, &console)
      case .character(let key):
        if key == "q" { return end(.done, &console) }
        try await press(key, register, keys, on: &console)
      }
    }
    return end(.done, &console)
  }

  private func end(_ outcome: Outcome, _ console: inout Console) -> Outcome {
    console.say("\(Deciding.counted(decided)) decided, \(items.count { $0.decision == nil }) open.")
    return outcome
  }

  private mutating func press(
    _ key: Character, _ register: Register, _ keys: Keyboard, on console: inout Console
  ) async throws {
    message = ""
    switch key {
    case "a": try await decide(.accepted, note: note, register)
    case "r":
      try console.write("why (Enter for no reason): ")
      try console.flush()
      let why = keys.line().flatMap { $0.isEmpty ? nil : $0 }
      try await decide(.rejected, note: why ?? note, register)
    case "e": try await amend(register, keys, on: &console)
    case "s", "j", " ": index += 1
    case "k": index = max(0, index - 1)
    case "u": try await undo(register)
    default:
      message =
        "a accept · r reject · e amend · s, j next · k previous · u undo · ? help · q quit"
    }
  }

  private mutating func decide(
    _ verdict: Decision.Verdict, note: String?, _ register: Register
  ) async throws {
    let item = items[index]
    try await register.decide(
      [item.id: verdict], Act(by: by, note: note, recorded: Deciding.now))
    try await refresh(index, register)
    message = "\(item.id.short) \(verdict.word)"
    decided += 1
    index += 1
  }

  private mutating func amend(
    _ register: Register, _ keys: Keyboard, on console: inout Console
  ) async throws {
    let statement = items[index].statement
    func ask(_ what: String, _ now: String) throws(OutletError) -> String? {
      try console.write("\(what) [\(now.printable)]: ")
      try console.flush()
      return keys.line().flatMap { $0.isEmpty ? nil : $0 }
    }
    let value = try ask("value, Enter to keep", statement.value.words)
    let date = try ask("date, Enter to keep, - for none", statement.valid?.description ?? "none")
    let why = try ask("why", "no reason")
    let amendment = Amendment(value: value, valid: date == "-" ? "" : date)
    guard !amendment.isEmpty else {
      message = "nothing was changed"
      return
    }
    do {
      try await decide(
        .amended(to: amendment.applied(to: statement)), note: why ?? note, register)
    } catch let error as AmendmentError {
      message = error.description
    }
  }

  private mutating func undo(_ register: Register) async throws {
    guard let undone = try await register.undo(Act(by: by, recorded: Deciding.now)) else {
      message = "nothing of \(by) is left to be undone"
      return
    }
    let words = undone.decisions.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    message = "undone: \(words.joined(separator: ", "))"
    var last: Int?
    for place in items.indices where items[place].decision != nil {
      try await refresh(place, register)
      if items[place].decision == nil { last = place }
    }
    if let last { index = last }
    decided = max(0, decided - 1)
  }

  /// Asks the register anew for one statement.
  private mutating func refresh(_ place: Int, _ register: Register) async throws {
    let found = try await register.reviewables(withPrefix: items[place].id.rawValue)
    if let item = found.first { items[place] = item }
  }

  /// The proposal, its passage in context, and what was decided so far.
  private func show(on console: inout Console) throws(OutletError) {
    let item = items[index]
    if console.environment["TERM"] != "dumb" { try console.write("\u{1B}[H\u{1B}[2J") }
    try console.print(message)
    try console.print("\(index + 1) of \(items.count)   \(item.id.short)   \(by.printable)")
    try console.print("")
    try console.print(console.tinted(item.words(labels), .strong))
    try console.print("rule: \(item.statement.rule.printable)", indent: 2)
    if let note = item.statement.note { try console.print("(\(note.printable))", indent: 2) }
    if let decision = item.decisionWords { try console.print(decision.printable, indent: 2) }
    for passage in item.statement.passages {
      let context = item.document.context(of: passage)
      try console.print("")
      try console.print(item.document.placeWords(of: passage), indent: 2)
      let marks = console.terminal.allowsColor ? ("", "") : ("»", "«")
      let before = context.before.printable
      let after = context.after.printable
      // The quote stands on lines of its own, so that it is found at once, in colour or not.
      if !before.isEmpty { try console.print("… \(before)", indent: 4) }
      try console.print(
        console.tinted(marks.0 + context.quote.printable + marks.1, .good), indent: 4)
      if !after.isEmpty { try console.print("\(after) …", indent: 4) }
    }
    try console.print("")
    try console.write("a/r/e/s/u/j/k/?/q ")
    try console.flush()
  }
}
