import Foundation
import Testing

/// What a run of the built program gave.
struct Run {
  /// The exit code; a signal's number where `wasKilled`.
  let code: Int32
  let wasKilled: Bool
  /// Standard output and standard error.
  let output: String
  let talk: String

  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A folder of its own for a test, with the program run inside it; removed when the test ends.
final class Desk: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("annals-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file on the desk.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  /// Runs the program and waits for its end.
  @discardableResult
  func annals(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    try run(Product.annals.path, arguments, input: input, environment: environment)
  }

  /// Runs a shell script in which `annals` is the program.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Run {
    let head = "annals() { '\(Product.annals.path)' \"$@\"; }\n"
    return try run("/bin/bash", ["-c", head + script], input: "", environment: environment)
  }

  private func run(
    _ program: String, _ arguments: [String], input: String, environment: [String: String]
  ) throws -> Run {
    let process = try start(program, arguments, input: input, environment: environment)
    process.process.waitUntilExit()
    return try process.result()
  }

  /// Starts the program without waiting for it.
  func start(_ arguments: String...) throws -> Running { try start(arguments) }

  func start(_ arguments: [String]) throws -> Running {
    try start(Product.annals.path, arguments, input: "", environment: [:])
  }

  /// Output goes to files and not to pipes, which would fill up while nobody reads.
  private func start(
    _ program: String, _ arguments: [String], input: String, environment: [String: String]
  ) throws -> Running {
    let name = UUID().uuidString
    let inputPath = try write(input, to: ".runs/\(name).in")
    let outputPath = try write("", to: ".runs/\(name).out")
    let talkPath = try write("", to: ".runs/\(name).err")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["ANNALS_REGISTER", "NO_COLOR", "COLUMNS"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = FileHandle(forReadingAtPath: inputPath)
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: talkPath)
    try process.run()
    return Running(process: process, outputPath: outputPath, talkPath: talkPath)
  }
}

/// A run that may not have ended.
struct Running {
  let process: Process
  let outputPath: String
  let talkPath: String

  func result() throws -> Run {
    Run(
      code: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: try String(contentsOfFile: outputPath, encoding: .utf8),
      talk: try String(contentsOfFile: talkPath, encoding: .utf8))
  }
}

/// Files of the package.
enum Product {
  /// The root of the package, from this file's own place.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The built program, which lies beside the test bundle.
  static let annals: URL = {
    let bundle = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    var folder = bundle.deletingLastPathComponent()
    // On macOS the bundle is a folder of folders.
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("annals")
      var isFolder: ObjCBool = false
      let exists = unsafe FileManager.default.fileExists(
        atPath: candidate.path, isDirectory: &isFolder)
      if exists && !isFolder.boolValue { return candidate }
      folder.deleteLastPathComponent()
    }
    return root.appendingPathComponent(".build/debug/annals")
  }()

  /// The folder of shared test data beside the package, which a clone does not have.
  static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")
  static let hasShared = FileManager.default.fileExists(
    atPath: shared.appendingPathComponent("dossiers").path)
}
