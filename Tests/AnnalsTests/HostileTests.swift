import Foundation
import Specimens
import Testing

/// Files that mean harm, read by the program: each gets a verdict, and nothing else happens.
///
/// `ANNALS_HOSTILE=all` (`make hostile`) reads all changed files and those that are slow at their full
/// size; else some of each format, and every kind in a smaller size.
@Suite struct `A hostile file` {
  static let isAll = Hostile.isWhole
  /// Nine formats take turns.
  static let mutants = isAll ? 2_502 : 72
  static let memory = 512

  let desk: Desk
  init() throws { desk = try Desk() }

  private struct Found {
    let verdicts: [String: (verdict: String, reason: String)]
    let seconds: Double
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    var url = desk.folder.appendingPathComponent("in/\(name)")
    if let folder = ProcessInfo.processInfo.environment["ANNALS_HOSTILE_TO"] {
      url = URL(fileURLWithPath: folder).appendingPathComponent(name)
    }
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  private func read() throws -> Found {
    let begin = ContinuousClock.now
    let run = try desk.annals(
      "read", "in", "--json", "--max-memory", "\(Self.memory)", "--max-seconds", "10")
    let seconds = (ContinuousClock.now - begin) / .seconds(1)
    #expect(!run.wasKilled && [0, 3].contains(run.code), "ended with \(run.code): \(run.talk)")
    let documents = try #require(try run.json()["documents"] as? [[String: Any]])
    var verdicts: [String: (String, String)] = [:]
    for document in documents {
      let path = try #require(document["path"] as? String)
      let reason = document["reason"] as? String ?? ""
      #expect(!reason.isEmpty, "\(path) has no reason")
      verdicts[String(path.dropFirst(3))] = (document["verdict"] as? String ?? "", reason)
    }
    return Found(verdicts: verdicts, seconds: seconds)
  }

  @Test func `of every kind gets a verdict, and never more than its limits`() throws {
    try #require(Hostile.all.count >= 40)
    for hostile in Hostile.all { try write(hostile.make(), to: hostile.name) }
    // A billion bytes without a line's end, which take no room on the disk.
    let huge = desk.folder.appendingPathComponent("in/huge.txt")
    try Data().write(to: huge)
    let file = try FileHandle(forWritingTo: huge)
    try file.truncate(atOffset: 1 << 30)
    try file.close()
    try write(Array(Hostile.harmless.utf8), to: "harmless.txt")

    let found = try read()
    #expect(found.verdicts.count == Hostile.all.count + 2)
    #expect(found.verdicts["huge.txt"]?.reason.contains("larger than 64 MB") == true)
    #expect(found.verdicts["harmless.txt"]?.verdict == "read")
    for hostile in Hostile.all {
      let (verdict, reason) = try #require(
        found.verdicts[hostile.name], "\(hostile.name) is missing")
      switch hostile.verdict {
      case .any:
        #expect(["read", "known", "failed"].contains(verdict), "\(hostile.name): \(reason)")
      case .read: #expect(verdict == "read", "\(hostile.name): \(reason)")
      case .failed(let words):
        #expect(
          verdict == "failed" && (words.isEmpty || reason.contains(words)),
          "\(hostile.name): \(reason)")
      }
      #expect(!reason.contains("without sense"), "\(hostile.name): \(reason)")
    }
    #expect(!FileManager.default.fileExists(atPath: "/tmp/annals-was-here"))
    #expect(try desk.missions().contains { $0.acronym == "EHMB" })
    report("kinds", found)
  }

  @Test func `that was sound before it was changed gets a verdict`() throws {
    for seed in 0..<Self.mutants {
      let specimen = Mutations.specimen(seed)
      try write(specimen.bytes, to: specimen.name)
    }
    let found = try read()
    #expect(found.verdicts.count == Self.mutants)
    // What stops a process that reads is a fault of ours, even if it costs only a line.
    let stopped = found.verdicts.filter {
      $0.value.reason.contains("stopped") || $0.value.reason.contains("took longer")
        || $0.value.reason.contains("without sense")
    }
    #expect(stopped.isEmpty, "\(stopped)")
    #expect(found.verdicts.values.contains { $0.verdict == "read" })
    report("mutants", found)
  }

  @Test func `that takes too long is stopped, and the next file is read`() throws {
    try write(Array(String(repeating: Hostile.harmless + "\n", count: 4_000).utf8), to: "long.txt")
    try write(Array(Hostile.harmless.utf8), to: "short.txt")
    let run = try desk.annals("read", "in", "--json", "--max-seconds", "1", "--jobs", "1")
    #expect(run.code == 3 || run.code == 0)
    let documents = try #require(try run.json()["documents"] as? [[String: Any]])
    #expect(documents.last?["verdict"] as? String != "failed")
    if run.code == 3 {
      #expect((documents.first?["reason"] as? String)?.contains("longer than 1 second") == true)
    }
  }

  @Test func `that needs too much memory is stopped, and the next file is read`() throws {
    var text = ""
    for number in 0..<400_000 { text += "Valley Mission \(number) opened in 2001. " }
    try write(Array(text.utf8), to: "a.txt")
    try write(Array(Hostile.harmless.utf8), to: "b.txt")
    let run = try desk.annals("read", "in", "--json", "--max-memory", "200", "--jobs", "1")
    let documents = try #require(try run.json()["documents"] as? [[String: Any]])
    #expect(run.code == 3)
    #expect((documents.first?["reason"] as? String)?.contains("200 MB") == true)
    #expect(documents.last?["verdict"] as? String == "read")
  }

  private func report(_ what: String, _ found: Found) {
    guard Self.isAll else { return }
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    let failed = found.verdicts.values.count { $0.verdict == "failed" }
    print(
      "hostile \(what): \(found.verdicts.count) files, \(failed) failed, \(found.seconds) s, "
        + "largest process of this test run \(usage.ru_maxrss / 1024) MB")
  }
}

extension Hostile {
  /// A document with nothing wrong, to be read among the others.
  fileprivate static let harmless = Sample.harbour
}
