/// The sessions that a Markdown page shows: blocks fenced as `console`, in which a line that begins
/// with `$ ` is typed and the lines below it, to the next such line, are printed.
///
/// `$ echo $?` shows the code with which the command before it ended; a command after which it does
/// not stand must end with 0.
struct Transcript {
  struct Step {
    /// What is typed, without the prompt.
    let command: String
    /// The line of the command in the page, from 1.
    let line: Int
    /// What the page says is printed; every line ends with a line feed.
    let output: String

    var asksForCode: Bool { command == "echo $?" }
  }

  let page: String
  let steps: [Step]

  init(_ page: String) {
    self.page = page
    var steps: [Step] = []
    Transcript.walk(page) { index, line in
      if let command = Transcript.command(in: line) {
        steps.append(Step(command: command, line: index + 1, output: ""))
      } else if let last = steps.popLast() {
        steps.append(
          Step(command: last.command, line: last.line, output: last.output + line + "\n"))
      }
    }
    self.steps = steps
  }

  /// The page with other outputs, one for each step.
  func recording(_ outputs: [String]) -> String {
    var lines: [Substring] = []
    var next = outputs.makeIterator()
    var isFenced = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      let wasFenced = isFenced
      isFenced = Transcript.isFenced(after: line, before: wasFenced)
      let isCommand = wasFenced && Transcript.command(in: line) != nil
      if !wasFenced || !isFenced || isCommand { lines.append(line) }
      if isCommand, let output = next.next(), !output.isEmpty {
        let output = output.hasSuffix("\n") ? output.dropLast() : output[...]
        lines += output.split(separator: "\n", omittingEmptySubsequences: false)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Hands over each line inside a fence, with its index in the page.
  private static func walk(_ page: String, _ take: (Int, Substring) -> Void) {
    var isFenced = false
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let wasFenced = isFenced
      isFenced = Transcript.isFenced(after: line, before: wasFenced)
      if wasFenced && isFenced { take(index, line) }
    }
  }

  private static func isFenced(after line: Substring, before: Bool) -> Bool {
    before ? line != "```" : line == "```console"
  }

  private static func command(in line: Substring) -> String? {
    line.hasPrefix("$ ") ? String(line.dropFirst(2)) : nil
  }
}
