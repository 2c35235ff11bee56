import Chronology
import Keeping
import Publishing
import Statements

/// What became of all inputs of one `annals read`.
struct ReadReport: Sendable {
  let register: String
  let passedOver: [String]
  var verdicts: [Verdict] = []
  /// Inputs that were not come to.
  var left = 0

  init(register: String, passedOver: [String]) {
    self.register = register
    self.passedOver = passedOver
  }

  var failed: Int { verdicts.count { $0.kind == .failed } }

  /// `12 done, 1 failed, 40 left: Dossiers/a.txt`
  func progress(of total: Int, next: String) -> String {
    "\(verdicts.count - failed) done, \(failed) failed, \(total - verdicts.count) left: \(next)"
  }

  /// A line a document, then what is doubtful in it.
  func print(on console: inout Console) throws(OutletError) {
    for verdict in verdicts {
      guard let proposals = verdict.proposals else { continue }
      let word = verdict.kind.rawValue
      let gap = String(repeating: " ", count: 9 - word.count)
      let tint: Tint = verdict.kind == .known ? .faint : .good
      try console.print(
        "\(console.tinted(word, tint))\(gap)\(verdict.path.printable)  \(verdict.words)")
      for doubt in proposals.doubts {
        let place = proposals.document.place(of: doubt.passage)
        try console.print(
          "\(console.tinted("doubt", .doubtful))    \(place)  \(doubt.reason.printable): "
            + "“\(doubt.passage.quote.printable)”")
      }
    }
  }

  /// The sum, and what can be done next.
  func sayNext(_ option: String, on console: inout Console) {
    let kinds: [Verdict.Kind] = [.read, .updated, .known, .failed]
    let counts = kinds.map { kind in (kind, verdicts.count { $0.kind == kind }) }
    let sum = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }
    if !passedOver.isEmpty {
      let some = passedOver.prefix(3).joined(separator: ", ")
      let more = passedOver.count > 3 ? ", …" : ""
      console.say("\(passedOver.count) of other kinds passed over: \(some)\(more)")
    }
    guard verdicts.contains(where: { $0.proposals != nil }) else {
      return console.say(sum.joined(separator: ", "))
    }
    console.say("\(sum.joined(separator: ", ")); register: \(register)")
    console.say("Next: annals missions\(option)")
  }

  var json: JSON {
    [
      "schema": "annals.read.1",
      "register": .string(register),
      "documents": JSON(verdicts, \.json),
      "passed_over": JSON(passedOver) { .string($0) },
      "left": JSON(left),
    ]
  }
}

extension Verdict {
  /// What was found: `7 missions, 41 statements, 2 doubts; nothing new`.
  var words: String {
    guard let proposals, let addition else { return failure?.what ?? "" }
    var words = [
      Verdict.counted(proposals.missions.count, "mission"),
      Verdict.counted(proposals.statements.count, "statement"),
      Verdict.counted(proposals.doubts.count, "doubt"),
    ].joined(separator: ", ")
    switch kind {
    case .known: words += "; nothing new"
    case .updated:
      var news: [String] = []
      if addition.missions > 0 { news.append(Verdict.counted(addition.missions, "mission")) }
      if addition.statements > 0 { news.append(Verdict.counted(addition.statements, "statement")) }
      if addition.changesSource, let asOf = proposals.document.source.asOf {
        news.append("speaks as of \(DateWords.of(asOf))")
      }
      words += news.isEmpty ? "; changed" : "; new: \(news.joined(separator: ", "))"
    default: break
    }
    return words
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  var json: JSON {
    var members: [(key: String, value: JSON)] = [
      ("path", .string(path)), ("verdict", .string(kind.rawValue)),
    ]
    if let failure {
      members.append(("reason", .string(failure.what)))
      members.append(("remedy", JSON(failure.remedy)))
    }
    if let proposals, let addition {
      let document = proposals.document
      members += [
        ("reason", .string(words)),
        ("document", .string(document.id.rawValue)),
        ("as_of", JSON(document.source.asOf?.description)),
        ("missions", JSON(proposals.missions.count)),
        ("statements", JSON(proposals.statements.count)),
        (
          "added",
          [
            "missions": JSON(addition.missions), "statements": JSON(addition.statements),
            "passages": JSON(addition.passages),
          ]
        ),
        (
          "doubts",
          JSON(proposals.doubts) { doubt in
            ["reason": .string(doubt.reason), "passage": document.json(of: doubt.passage)]
          }
        ),
      ]
    }
    return .object(members)
  }
}
