import Foundation
import Testing

@Suite struct `A page's sessions` {
  static let isRecording =
    ProcessInfo.processInfo.environment["ANNALS_RECORD_GOLDENS"] == "1"

  @Test(arguments: ["README.md", "docs/tour.md"])
  func `print what the page says`(path: String) throws {
    let transcript = Transcript(try Checkout.text(path))
    try #require(!transcript.steps.isEmpty)
    let outputs = try TypedSession(dossiers: Checkout.root.appending(path: "Dossiers"))
      .outputs(of: transcript)
    if Self.isRecording {
      try Data(transcript.recording(outputs).utf8)
        .write(to: Checkout.root.appending(path: path), options: .atomic)
      return
    }
    for (step, output) in zip(transcript.steps, outputs) {
      #expect(output == step.output, "\(path):\(step.line): $ \(step.command)")
    }
  }

  @Test(.enabled(if: Product.hasShared, "the data beside the project is absent"))
  func `print what the page of answers says, quotations cut short`() throws {
    let path = "docs/answers.md"
    let transcript = Transcript(try Checkout.text(path))
    try #require(transcript.steps.count > 5)
    let dossiers = Product.shared.appending(path: "dossiers")
    let outputs = try TypedSession(dossiers: dossiers).outputs(of: transcript)
      .map { Quotations.cut($0) }
    if Self.isRecording {
      try Data(transcript.recording(outputs).utf8)
        .write(to: Checkout.root.appending(path: path), options: .atomic)
      return
    }
    for (step, output) in zip(transcript.steps, outputs) {
      #expect(output == step.output, "\(path):\(step.line): $ \(step.command)")
    }
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
