import ArgumentParser
import Foundation
import Reading

/// How much a file may take before it is given up: options of the commands that read documents.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The most memory for reading one file, in MB.", valueName: "MB"))
  var maxMemory = 1024

  @Option(
    help: ArgumentHelp(
      "The most processor time for reading one file, in seconds; on the clock four times that.",
      valueName: "seconds"))
  var maxSeconds = 60

  @Option(help: ArgumentHelp("The largest file that is read, in MB.", valueName: "MB"))
  var maxSize = 64

  @Option(help: ArgumentHelp("The most text in one file, in MB.", valueName: "MB"))
  var maxText = 32

  @Option(
    help: ArgumentHelp(
      "The most that a part of an office file may unpack to, in MB.", valueName: "MB"))
  var maxUnpacked = 256

  @Option(
    help: ArgumentHelp(
      "How many files are read at a time; without it, one for each processor.",
      valueName: "number"))
  var jobs: Int?

  func validate() throws {
    let values = [
      ("max-memory", maxMemory, 64), ("max-seconds", maxSeconds, 1), ("max-size", maxSize, 1),
      ("max-text", maxText, 1), ("max-unpacked", maxUnpacked, 1), ("jobs", jobs ?? 1, 1),
    ]
    for (name, value, least) in values where value < least || value > 1 << 20 {
      throw ValidationError("--\(name) is a number from \(least) up, not \(value).")
    }
  }

  var limits: ProcessLimits {
    var limits = ProcessLimits()
    limits.memory = maxMemory << 20
    limits.seconds = maxSeconds
    limits.reader.file = maxSize << 20
    limits.reader.text = maxText << 20
    limits.reader.unpacked = maxUnpacked << 20
    limits.output = 8 * limits.reader.text
    return limits
  }

  /// Processes for that many files.
  func processes(for files: Int) -> Int {
    max(1, min(jobs ?? ProcessInfo.processInfo.activeProcessorCount, files))
  }
}
