import Foundation
import Testing

@Suite struct `A page's sessions` {
  static let isRecording =
    ProcessInfo.processInfo.environment["ANNALS_RECORD_GOLDENS"] == "1"

  @Test(arguments: ["README.md", "docs/tour.md"])
  func `print what the page says`(path: String) throws {
    let transcript = Transcript(try Checkout.text(path))
    try #require(!transcript.steps.isEmpty)
    let outputs = try type(transcript)
    if Self.isRecording {
      try Data(transcript.recording(outputs).utf8)
        .write(to: Checkout.root.appending(path: path), options: .atomic)
      return
    }
    for (step, output) in zip(transcript.steps, outputs) {
      #expect(output == step.output, "\(path):\(step.line): $ \(step.command)")
    }
  }

  /// Types all steps in a folder that holds nothing but the sample dossiers, and gives what a person
  /// would see of each: standard output and standard error together.
  private func type(_ transcript: Transcript) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "annals-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: Checkout.root.appending(path: "Dossiers"), to: folder.appending(path: "Dossiers"))
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

@Suite struct `A transcript` {
  let page = """
    # Annals

    ```sh
    $ make run
    ```

    ```console
    $ annals missions --on 2008-01-01
    NTM-I   certainly

    $ annals missions --on 1990-01-01
    $ echo $?
    1
    ```

    Then:

    ```console
    $ annals search "legal status"
    ```
    """

  @Test func `knows what is typed and what is printed`() {
    let steps = Transcript(page).steps
    #expect(
      steps.map(\.command) == [
        "annals missions --on 2008-01-01", "annals missions --on 1990-01-01", "echo $?",
        "annals search \"legal status\"",
      ])
    #expect(steps.map(\.output) == ["NTM-I   certainly\n\n", "", "1\n", ""])
    #expect(steps.map(\.line) == [8, 11, 12, 19])
  }

  @Test func `comes back as it was when nothing has changed`() {
    let transcript = Transcript(page)
    #expect(transcript.recording(transcript.steps.map(\.output)) == page)
  }

  @Test func `takes new outputs and leaves the rest of the page alone`() {
    let new = Transcript(page).recording(["", "nothing was running\n", "1\n", "one\n\ntwo\n"])
    #expect(
      Transcript(new).steps.map(\.output) == ["", "nothing was running\n", "1\n", "one\n\ntwo\n"])
    #expect(new.hasPrefix("# Annals\n\n```sh\n$ make run\n```\n") && new.contains("\nThen:\n"))
  }
}
