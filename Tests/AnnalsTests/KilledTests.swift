import Foundation
import Testing

/// How often the program is killed in each test, rounds in which it was quicker not counted:
/// `ANNALS_KILLS`, 4 where that is not set.
private let kills = ProcessInfo.processInfo.environment["ANNALS_KILLS"].flatMap { Int($0) } ?? 4
/// After how many seconds no round is begun any more: `ANNALS_KILL_SECONDS`, an hour.
private let budget =
  ProcessInfo.processInfo.environment["ANNALS_KILL_SECONDS"].flatMap { Double($0) } ?? 3_600
/// The program that is killed: `ANNALS_PROGRAM`, the one that was built with the tests.
private let program =
  ProcessInfo.processInfo.environment["ANNALS_PROGRAM"] ?? Product.annals.path

@Suite(.serialized) struct `Killed at any moment` {
  private static let head = "annals() { '\(program)' \"$@\"; }\n"

  /// Runs a script and kills it and all that it started, at a random moment of the time it takes when
  /// it is left alone, which is learned from the rounds. `echo NAME >> acked` in it says that NAME was
  /// acknowledged.
  /// - Returns: what was acknowledged, and whether it was killed.
  private func round(
    _ script: String, on desk: Desk, within seconds: inout Double,
    _ random: inout SystemRandomNumberGenerator
  ) throws -> (acked: [String], wasKilled: Bool) {
    try desk.write("", to: "acked")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", Self.head + script]
    process.currentDirectoryURL = desk.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let group = process.processIdentifier
    try #require(getpgid(group) == group, "the script leads a group of its own")
    let moment = Double.random(in: 0...seconds, using: &random)
    Thread.sleep(forTimeInterval: moment)
    kill(-group, SIGKILL)
    process.waitUntilExit()
    let acked = try desk.read("acked").split(separator: "\n").map(String.init)
    let wasKilled = process.terminationReason == .uncaughtSignal
    // The machine has less else to do than when it was left alone: it is to be killed sooner.
    seconds = wasKilled ? seconds * 1.01 : max(moment, 0.05)
    return (acked, wasKilled)
  }

  /// How long a script takes when it is left alone.
  private func seconds(_ script: String, on desk: Desk) throws -> Double {
    let clock = ContinuousClock()
    let begin = clock.now
    #expect(try desk.shell(Self.head + script).code == 0)
    let took = (clock.now - begin).components
    return Double(took.seconds) + Double(took.attoseconds) / 1e18
  }

  private func log(_ desk: Desk, _ register: String) throws -> [[String: Any]] {
    let run = try desk.shell(
      Self.head + "annals log --limit 0 --json --register \(register)")
    return try #require(try run.json()["entries"] as? [[String: Any]])
  }

  private func report(_ what: String, rounds: Int, killed: Int, kept: Int) {
    print("\(what): \(rounds) rounds, \(killed) killed, \(kept) kept in all; sound after each")
  }

  @Test func `a reading keeps whole documents and loses none that was acknowledged`() throws {
    let desk = try Desk()
    var random = SystemRandomNumberGenerator()
    func script(_ round: Int, _ register: String) throws -> String {
      for number in 0..<4 {
        try desk.write(
          Sample.harbour + "\n\nPaper \(round)-\(number).\n", to: "paper-\(round)-\(number).txt")
      }
      // Two by two: what is acknowledged, and what is under way, lies in one register.
      return """
        for pair in "0 1" "2 3"; do
          set -- $pair
          annals read paper-\(round)-$1.txt paper-\(round)-$2.txt --register \(register) || exit 1
          echo paper-\(round)-$1.txt >> acked
          echo paper-\(round)-$2.txt >> acked
        done
        """
    }
    var alone = try 1.05 * seconds(try script(-1, "whole.sqlite"), on: desk)
    let counts = try #require(try log(desk, "whole.sqlite").first?["counts"] as? [String: Int])
    #expect(counts.values.reduce(0, +) > 5)

    let begin = Date()
    var (rounds, killed, total) = (0, 0, 0)
    var register = ""
    var known: Set<String> = []
    while killed < kills, Date().timeIntervalSince(begin) < budget {
      // A register is killed over and over, and a new one now and then, while it is made as well.
      if rounds.isMultiple(of: 12) {
        register = "killed-\(rounds).sqlite"
        total += known.count
        known = []
      }
      let (acked, wasKilled) = try round(
        try script(rounds, register), on: desk, within: &alone, &random)
      killed += wasKilled ? 1 : 0
      rounds += 1
      let doctor = try desk.shell(Self.head + "annals doctor --register \(register)")
      if doctor.code == 1, doctor.talk.contains("no register"), acked.isEmpty, known.isEmpty {
        continue
      }
      try #require(doctor.code == 0, "round \(rounds): \(doctor.output) \(doctor.talk)")
      var kept: Set<String> = []
      for entry in try log(desk, register) where entry["file"] is String {
        let file = try #require(entry["file"] as? String)
        #expect(kept.insert(file).inserted)
        try #require(entry["counts"] as? [String: Int] == counts, "\(file) is whole")
      }
      try #require(kept.isSuperset(of: acked), "round \(rounds): acknowledged and lost")
      try #require(kept.isSuperset(of: known), "round \(rounds): kept and lost")
      known = kept
    }
    report("reading", rounds: rounds, killed: killed, kept: total + known.count)
    #expect(killed > 0)
  }

  @Test func `a review keeps whole decisions and loses none that was acknowledged`() throws {
    let desk = try Desk()
    var random = SystemRandomNumberGenerator()
    try desk.write(Sample.harbour, to: "harbour.txt")
    #expect(try desk.shell(Self.head + "annals read harbour.txt --register fresh.sqlite").code == 0)
    let review = try desk.shell(Self.head + "annals review --json --register fresh.sqlite").json()
    let ids = try #require(review["statements"] as? [[String: Any]]).compactMap {
      $0["id"] as? String
    }
    try #require(ids.count > 8)
    let bulk = "annals reject \(ids.suffix(4).joined(separator: " ")) --by B"
    func script(_ register: String) -> String {
      """
      cp fresh.sqlite \(register)
      for id in \(ids.prefix(3).joined(separator: " ")); do
        annals accept $id --by A --register \(register) || exit 1
        echo $id >> acked
      done
      \(bulk) --register \(register) || exit 1
      echo bulk >> acked
      annals undo --by B --register \(register) || exit 1
      echo undo >> acked
      """
    }
    var alone = try 1.05 * seconds(script("whole.sqlite"), on: desk)
    let begin = Date()
    var (rounds, killed, total) = (0, 0, 0)
    while killed < kills, Date().timeIntervalSince(begin) < budget {
      let register = "killed-\(rounds).sqlite"
      let (acked, wasKilled) = try round(
        script(register), on: desk, within: &alone, &random)
      killed += wasKilled ? 1 : 0
      rounds += 1
      defer { for end in ["", "-wal", "-shm"] { _ = unsafe unlink(desk.path(register + end)) } }
      guard FileManager.default.fileExists(atPath: desk.path(register)),
        try Data(contentsOf: URL(fileURLWithPath: desk.path(register))).count
          == Data(contentsOf: URL(fileURLWithPath: desk.path("fresh.sqlite"))).count
          || !acked.isEmpty
      else { continue }  // Killed while `cp` was copying.
      let doctor = try desk.shell(Self.head + "annals doctor --register \(register)")
      try #require(doctor.code == 0, "round \(rounds): \(doctor.output) \(doctor.talk)")
      let actions = try log(desk, register).filter { $0["by"] is String }.reversed()
      total += actions.count
      var singles = 0
      for action in actions {
        let by = action["by"] as? String
        let counts = action["counts"] as? [String: Int] ?? [:]
        if by == "A" {
          singles += 1
          try #require(counts == ["accepted": 1], "\(counts)")
        } else if action["kind"] as? String == "decide" {
          try #require(counts == ["rejected": 4], "\(counts)")
        }
      }
      let ackedSingles = acked.count { ids.contains($0) }
      try #require(singles >= ackedSingles && singles <= ackedSingles + 1)
      let decided = actions.count { $0["by"] as? String == "B" }
      let ackedBulks = acked.count - ackedSingles
      try #require(decided >= ackedBulks && decided <= ackedBulks + 1)
    }
    report("review", rounds: rounds, killed: killed, kept: total)
    #expect(killed > 0)
  }
}
