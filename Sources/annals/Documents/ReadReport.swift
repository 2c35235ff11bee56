import Chronology
import Keeping
import Publishing
import Statements

/// What became of all inputs of one `annals read`.
struct ReadReport: Sendable {
  let register: String
  let passedOver: [String]
  /// The verdicts by their input's place in the list; nil for inputs that were not come to.
  private var byInput: [Verdict?]
  private(set) var failed = 0
  private(set) var done = 0

  init(register: String, inputs: Int, passedOver: [String]) {
    self.register = register
    self.passedOver = passedOver
    byInput = Array(repeating: nil, count: inputs)
  }

  var verdicts: [Verdict] { byInput.compactMap(\.self) }
  /// Inputs that were not come to.
  var left: Int { byInput.count - done }

  mutating func add(_ verdict: Verdict, at index: Int) {
    byInput[index] = verdict
    done += 1
    if verdict.kind == .failed { failed += 1 }
  }

  /// `12 done, 1 failed, 40 left · 35/s · about 2 s: Dossiers/a.txt`
  ///
  /// - Parameter seconds: since the first input was begun.
  func progress(after seconds: Double, last: String) -> String {
    var words = "\(done - failed) done, \(failed) failed, \(left) left"
    if seconds > 0.5, done > 0 {
      let rate = Double(done) / seconds
      words += " · \(ReadReport.rounded(rate))/s"
      if left > 0 { words += " · about \(ReadReport.duration(Double(left) / rate))" }
    }
    return "\(words): \(last.printable)"
  }

  private static func rounded(_ number: Double) -> String {
    number < 10 ? String((number * 10).rounded() / 10) : String(Int(number.rounded()))
  }

  private static func duration(_ seconds: Double) -> String {
    let seconds = Int(seconds.rounded(.up))
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }

  /// A line a document, then what is doubtful in it.
  func print(on console: inout Console) throws(OutletError) {
    for verdict in verdicts {
      guard let found = verdict.found else { continue }
      let word = verdict.kind.rawValue
      let gap = String(repeating: " ", count: 9 - word.count)
      let tint: Tint = verdict.kind == .known ? .faint : .good
      try console.print(
        "\(console.tinted(word, tint))\(gap)\(verdict.path.printable)  \(verdict.words)")
      for warning in found.warnings {
        try console.print("\(console.tinted("note", .doubtful))     \(warning.printable)")
      }
      for doubt in found.doubts {
        try console.print(
          "\(console.tinted("doubt", .doubtful))    \(doubt.place)  \(doubt.reason.printable): "
            + "“\(doubt.quote.printable)”")
      }
    }
  }

  /// The sum, and what can be done next.
  func sayNext(_ option: String, on console: inout Console) {
    let verdicts = verdicts
    let kinds: [Verdict.Kind] = [.read, .updated, .known, .failed]
    let counts = kinds.map { kind in (kind, verdicts.count { $0.kind == kind }) }
    let sum = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }
    if !passedOver.isEmpty {
      let some = passedOver.prefix(3).map(\.printable).joined(separator: ", ")
      let more = passedOver.count > 3 ? ", …" : ""
      console.say("\(passedOver.count) of other kinds passed over: \(some)\(more)")
    }
    guard verdicts.contains(where: { $0.found != nil }) else {
      return console.say(sum.joined(separator: ", "))
    }
    console.say("\(sum.joined(separator: ", ")); register: \(register)")
    console.say("Next: annals missions\(option)")
    if failed > 0 { console.say("To try again what failed: annals read --failed\(option)") }
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
