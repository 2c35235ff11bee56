import ArgumentParser
import Keeping
import Publishing

/// `annals doctor`: whether the register is whole.
struct DoctorCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Looks whether the register is whole, and makes again what can be made again.",
    discussion: """
      EXAMPLES:
        annals doctor                            look at everything, change nothing
        annals doctor --mend                     make the indexes again from the record
        annals doctor --json                     for another program

      Looked at are the file's pages, what its rows refer to, that every document is the file that
      was read and every passage its exact words, that every statement says what it said when it
      was kept, and that the indexes hold what follows from all that. The exit code is 0 where all
      is sound, 1 where something can be made again, 4 where something of the record is lost.
      """)

  @Flag(help: "Make the indexes again, then look at everything.")
  var mend = false

  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    let path = register.path(in: console.environment)
    if mend { try await Register.mend(path) }
    let interruption = Interruption(stopping: "after this part")
    let requests = interruption.requests
    let examination = try await Register.examine(path) { _ in
      if requests.isAny { throw CancellationError() }
    }
    withExtendedLifetime(interruption) {}
    if look.json {
      try console.print(DoctorCommand.json(examination, path).text())
    } else {
      for check in examination.checks { try check.print(on: &console) }
      let parts = [
        "\(examination.bytes) bytes", "\(examination.unused) unused",
        "\(examination.log) in the log",
      ]
      try console.print("size        " + parts.joined(separator: ", "))
    }
    switch examination.verdict {
    case .sound, .skipped:
      console.say("\(path) is sound.")
      return .done
    case .mendable:
      console.say(
        "\(path) holds all that was recorded; something that follows from it is not right.")
      return .negative
    case .damaged:
      console.say("\(path) is damaged.")
      return .registerUnusable
    }
  }

  private static func json(_ examination: Examination, _ path: String) -> JSON {
    [
      "schema": "annals.doctor.1", "register": .string(path),
      "verdict": .string(examination.verdict.rawValue), "form": JSON(examination.form),
      "newest_form": JSON(examination.newest), "bytes": JSON(examination.bytes),
      "unused_bytes": JSON(examination.unused), "log_bytes": JSON(examination.log),
      "checks": JSON(examination.checks) { check in
        [
          "part": .string(check.part), "verdict": .string(check.verdict.rawValue),
          "detail": JSON(check.detail) { .string($0) }, "remedy": JSON(check.remedy),
        ]
      },
    ]
  }
}

extension Examination.Check {
  fileprivate func print(on console: inout Console) throws(OutletError) {
    let tint: Tint =
      switch verdict {
      case .sound: .good
      case .mendable, .damaged: .doubtful
      case .skipped: .faint
      }
    let name = part + String(repeating: " ", count: max(1, 12 - part.count))
    let first = detail.first?.printable ?? ""
    try console.print("\(name)\(console.tinted(verdict.rawValue, tint)): \(first)")
    for line in detail.dropFirst() { try console.print(line.printable, indent: 12) }
    if let remedy { try console.print(remedy, indent: 12) }
  }
}
