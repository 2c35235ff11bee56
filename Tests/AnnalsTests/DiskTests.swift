import Foundation
import Testing

/// A small file system in memory, where this account may mount one.
private final class SmallDisk {
  let folder: String

  /// - Returns: nil where this account may not mount.
  init?(megabytes: Int) throws {
    folder = NSTemporaryDirectory() + "annals-disk-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    guard SmallDisk.run("mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "tmpfs", folder) else {
      _ = unsafe rmdir(folder)
      return nil
    }
  }

  func makeReadOnly() -> Bool { SmallDisk.run("mount", "-o", "remount,ro", folder) }

  deinit {
    _ = SmallDisk.run("umount", folder)
    _ = unsafe rmdir(folder)
  }

  private static func run(_ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

@Suite(.serialized) struct `A disk` {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func skip() { print("skipped: this account may not mount a small disk") }

  @Test func `that is full is said to be, and what was kept before is whole`() throws {
    guard let disk = try SmallDisk(megabytes: 2) else { return skip() }
    let register = disk.folder + "/annals.sqlite"
    var kept = 0
    var failure: Run?
    for number in 0..<60 where failure == nil {
      try desk.write(
        Sample.harbour + String(repeating: "Filler \(number).\n", count: 4_000), to: "paper.txt")
      let run = try desk.annals("read", "paper.txt", "--register", register)
      if run.code == 0 { kept += 1 } else { failure = run }
    }
    let full = try #require(failure)
    #expect(full.code == 4 && full.talk.contains("is full"), "\(full.talk)")
    #expect(kept > 2)
    let doctor = try desk.annals("doctor", "--register", register)
    #expect(doctor.code == 0, "\(doctor.output) \(doctor.talk)")
    #expect(doctor.output.contains("\(kept) documents"))

    // A copy that does not fit leaves nothing behind.
    let copy = try desk.annals("backup", disk.folder + "/copy.sqlite", "--register", register)
    #expect(copy.code == 4 && copy.talk.contains("copy.sqlite"), "\(copy.talk)")
    let left = try FileManager.default.contentsOfDirectory(atPath: disk.folder)
    #expect(left.allSatisfy { $0.hasPrefix("annals.sqlite") }, "\(left)")
    #expect(try desk.annals("backup", "copy.sqlite", "--register", register).code == 0)
  }

  @Test func `that may only be read is asked all the same, and refuses what is written`() throws {
    guard let disk = try SmallDisk(megabytes: 4) else { return skip() }
    let register = disk.folder + "/annals.sqlite"
    try desk.write(Sample.harbour, to: "harbour.txt")
    #expect(try desk.annals("read", "harbour.txt", "--register", register).code == 0)
    #expect(
      try desk.annals("backup", disk.folder + "/copy.sqlite", "--register", register).code == 0)
    try #require(disk.makeReadOnly())
    for name in ["annals.sqlite", "copy.sqlite"] {
      let path = disk.folder + "/" + name
      let run = try desk.annals("missions", "--on", "2005-06-01", "--register", path)
      #expect(run.code == 0 && run.output.contains("BCOM"), "\(run.talk)")
      #expect(try desk.annals("doctor", "--register", path).code == 0)
    }
    try desk.write(Sample.harbour + "More.\n", to: "more.txt")
    let run = try desk.annals("read", "more.txt", "--register", register)
    #expect(run.code == 4 && run.talk.contains("may not be written"), "\(run.talk)")
    let new = try desk.annals("read", "more.txt", "--register", disk.folder + "/new.sqlite")
    #expect(new.code == 4 && new.talk.contains("new.sqlite"), "\(new.talk)")
    #expect(try desk.annals("backup", disk.folder + "/b", "--register", register).code == 4)
  }
}
