import Foundation
import Testing

/// A terminal in a folder that holds nothing but some dossiers, in `Dossiers`.
struct TypedSession {
  /// The text files of this folder are the dossiers.
  let dossiers: URL

  /// Types all steps, and gives what a person would see of each: standard output and standard error
  /// together.
  func outputs(of transcript: Transcript) throws -> [String] {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "annals-\(UUID().uuidString)")
    let copy = folder.appending(path: "Dossiers")
    try files.createDirectory(at: copy, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    for file in try files.contentsOfDirectory(at: dossiers, includingPropertiesForKeys: nil)
    where ["txt", "md"].contains(file.pathExtension) && file.lastPathComponent != "GUIDELINE.md" {
      try files.copyItem(at: file, to: copy.appending(path: file.lastPathComponent))
    }
    var code: Int32 = 0
    return try transcript.steps.enumerated().map { index, step in
      if step.asksForCode { return "\(code)\n" }
      let output: String
      (output, code) = try shell(step.command, in: folder)
      let next = transcript.steps.dropFirst(index + 1).first
      #expect(
        code == 0 || next?.asksForCode == true,
        "line \(step.line): $ \(step.command) ends with \(code)")
      return output
    }
  }

  /// Runs a line in the shell, with the program that was built last as `annals`.
  private func shell(_ line: String, in folder: URL) throws -> (output: String, code: Int32) {
    let printed = Pipe()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "exec 2>&1\nannals() { \"$ANNALS\" \"$@\"; }\n\(line)"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    for name in ["ANNALS_REGISTER", "NO_COLOR"] { environment[name] = nil }
    environment["ANNALS"] = try Checkout.program().path
    environment["COLUMNS"] = "100"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = printed
    try process.run()
    let bytes = try printed.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: bytes, as: UTF8.self), process.terminationStatus)
  }
}

/// The passages that an output quotes belong to those who wrote them: a page that shows the output
/// gives their first words.
enum Quotations {
  private static let words = 6

  /// Every text between “ and ” on one line cut to its first words.
  static func cut(_ output: String) -> String {
    output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var rest = line[...]
      var short = ""
      while let open = rest.firstIndex(of: "“"),
        let close = rest[open...].firstIndex(of: "”")
      {
        let quoted = rest[rest.index(after: open)..<close].split(separator: " ")
        short += rest[...open]
        short += quoted.prefix(words).joined(separator: " ")
        short += quoted.count > words ? " …”" : "”"
        rest = rest[rest.index(after: close)...]
      }
      return short + rest
    }.joined(separator: "\n")
  }
}
