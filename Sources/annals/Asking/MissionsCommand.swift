import ArgumentParser
import Chronology
import Keeping
import Publishing
import Statements

/// `annals missions`: which missions there are, or which were running.
struct MissionsCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "missions",
    abstract: "Lists the missions, or those that were running on a day, with the evidence.",
    discussion: """
      EXAMPLES:
        annals missions                          all missions and their periods
        annals missions --on 2012-06-01          which were running, certainly or possibly
        annals missions --during 2011/2013       which were running at any time in 2011 to 2013
        annals missions --on 2012 --in Iraq      of those in Iraq
        annals missions --on 2012-06-01 --all    those that were not running as well
        annals missions --on 2012-06-01 --json   the answer for another program
        annals missions --on 2012 --limit 20     the first twenty, and how many there are

      A page is found and counted in the index: it takes milliseconds in a register of any size.
      """)

  @OptionGroup var filter: FilterOptions

  @Flag(help: "Answer for every mission, also where the answer is no.")
  var all = false

  @OptionGroup var paging: PagingOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    if all, paging.limit != nil {
      throw ValidationError("--limit counts the missions that were running; leave out --all.")
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    if let remark = filter.asked.remark { console.say(remark) }
    return try await register.asked(in: console.environment) { register in
      if let asked = filter.asked.question {
        try await answer(asked, from: register, on: &console)
      } else {
        try await list(register, on: &console)
      }
    }
  }

  private func answer(
    _ asked: Question, from register: Register, on console: inout Console
  ) async throws -> Outcome {
    if let limit = paging.limit {
      return try await answer(asked, limit: limit, from: register, on: &console)
    }
    let answers = try await register.answers(
      to: asked, matching: filter.filter, includingNo: all, at: filter.moment)
    if look.json {
      let counts = [Truth.certainly, .possibly].map { truth in
        (truth, answers.count { $0.truth == truth })
      }
      let found = MissionsAnswer(
        filter.question, answers.map { MissionsAnswer.Row($0) }, count: answers.count,
        truths: Dictionary(counts) { $1 })
      try console.print(found.json.text())
    } else {
      for answer in answers { try answer.print(on: &console) }
    }
    guard !answers.isEmpty else { throw try await none(register, console) }
    if !look.json { console.say(MissionsCommand.summary(answers)) }
    return answers.contains { $0.truth != .no } ? .done : .negative
  }

  private func answer(
    _ asked: Question, limit: Int, from register: Register, on console: inout Console
  ) async throws -> Outcome {
    let page = try await register.page(
      of: asked, matching: filter.filter, at: filter.moment, after: paging.after, limit: limit)
    if look.json {
      let found = MissionsAnswer(
        filter.question, page.answers.map { MissionsAnswer.Row($0) },
        count: page.count.certainly + page.count.possibly, truths: page.count.truths,
        next: page.next?.token)
      try console.print(found.json.text())
    } else {
      for answer in page.answers { try answer.print(on: &console) }
    }
    let count = page.count.certainly + page.count.possibly
    guard count > 0 else { throw try await none(register, console) }
    if !look.json {
      console.say(
        "\(page.answers.count) of \(count): \(page.count.certainly) certainly, "
          + "\(page.count.possibly) possibly")
      paging.say(page.next, on: &console)
    }
    return .done
  }

  /// All missions as a table.
  private func list(_ register: Register, on console: inout Console) async throws -> Outcome {
    let page = try await register.page(
      matching: filter.filter, at: filter.moment, after: paging.after,
      limit: paging.limit ?? .max - 1)
    if look.json {
      let found = MissionsAnswer(
        filter.question, page.accounts.map { MissionsAnswer.Row($0) }, count: page.count,
        next: page.next?.token)
      try console.print(found.json.text())
    } else {
      let table = MissionsCommand.table(page.accounts)
      try console.write(
        table.text(width: console.tableWidth, colour: console.terminal.allowsColor))
      if paging.limit != nil { console.say("\(page.accounts.count) of \(page.count)") }
      paging.say(page.next, on: &console)
    }
    guard page.count > 0 else { throw try await none(register, console) }
    return .done
  }

  private static func table(_ accounts: [Account]) -> Table {
    var table = Table([
      Table.Column("mission", overflow: .truncate, minimum: 16), Table.Column("period"),
      Table.Column("from"), Table.Column("of", overflow: .truncate, minimum: 6),
      Table.Column("in", overflow: .truncate, minimum: 6),
      Table.Column("name", overflow: .truncate, minimum: 12),
    ])
    for account in accounts {
      table.append([
        account.mission.label, account.period.words(within: account.sectionPeriod),
        account.period.origin.rawValue, account.texts(.organisation).joined(separator: ", "),
        account.texts(.place).joined(separator: ", "),
        account.mission.acronym == nil ? "" : account.mission.name,
      ])
    }
    return table
  }

  private func none(
    _ register: Register, _ console: borrowing Console
  ) async throws -> Failure {
    try await filter.none(in: register, self.register, console.environment)
  }

  private static func summary(_ answers: [Answer]) -> String {
    let counts = [Truth.certainly, .possibly, .no].map { truth in
      (truth, answers.count { $0.truth == truth })
    }
    return counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
  }
}

extension Answer {
  /// The answer, the mission, why, and the passages behind it.
  fileprivate func print(on console: inout Console) throws(OutletError) {
    let word = truth.description
    let margin = 11
    let gap = String(repeating: " ", count: margin - word.count)
    try console.print(console.tinted(truth) + gap + console.tinted(account.title, .strong))
    try console.print(account.period.words(within: account.sectionPeriod), indent: margin)
    try console.print(reason.printable, indent: margin)
    try console.quote(passages, of: account, indent: margin)
  }
}
