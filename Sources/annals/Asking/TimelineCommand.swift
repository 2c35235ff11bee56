import ArgumentParser
import Chronology
import Keeping
import Publishing
import Statements

/// `annals timeline`: the missions over time, drawn.
struct TimelineCommand: Door {
  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: "Draws the missions over time, in the terminal or as SVG.",
    discussion: """
      EXAMPLES:
        annals timeline                          in the terminal, as wide as it is
        annals timeline --svg missions.svg       a drawing for paper and the web
        annals timeline --in Iraq --width 100    those in Iraq, in 100 columns
        annals timeline --svg - > missions.svg   the drawing on standard output
      """)

  @Option(
    help: ArgumentHelp("Write a standalone SVG file; - for standard output.", valueName: "file"))
  var svg: String?

  @Option(
    help: ArgumentHelp(
      "Columns in the terminal (from 40), pixels of the SVG (from 480).", valueName: "number"),
    transform: { try TimelineCommand.width($0) })
  var width: Int?

  @Flag(help: "Draw with plain ASCII characters alone.")
  var ascii = false

  @OptionGroup var filter: FilterOptions
  @OptionGroup var register: RegisterOption
  @OptionGroup var look: Look

  func validate() throws {
    if svg != nil, look.json { throw ValidationError("Ask for --svg or for --json, not both.") }
    if let svg, svg.isEmpty { throw ValidationError("--svg needs a file's name, or -.") }
    let least = svg == nil ? 40 : 480
    if let width, width < least {
      throw ValidationError("--width \(width) is too narrow: \(least) is the least here.")
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    let accounts = try await register.asked(in: console.environment) { register in
      let accounts = try await register.subjects(
        of: filter.asked.question, matching: filter.filter, at: filter.moment
      ).answers.map(\.account)
      guard !accounts.isEmpty else {
        throw try await filter.none(in: register, self.register, console.environment)
      }
      return accounts
    }
    let timeline = Timeline(accounts)
    if let svg {
      let drawing = timeline.svg(width.map { SVGStyle(width: $0) } ?? SVGStyle())
      guard svg != "-" else {
        try console.write(drawing.hasSuffix("\n") ? drawing : drawing + "\n")
        return .done
      }
      try OutputFile.write(
        drawing, to: svg, replacing: { $0.hasPrefix("<svg") || $0.hasPrefix("<?xml") })
      console.say("\(svg): \(accounts.count) missions drawn")
    } else if look.json {
      try console.print(timeline.json.text())
    } else {
      let style = TerminalStyle(
        width: width ?? console.terminal.width, glyphs: ascii ? .ascii : .unicode,
        colour: console.terminal.allowsColor)
      let text = timeline.text(style)
      try console.write(text.hasSuffix("\n") ? text : text + "\n")
    }
    return .done
  }

  private static func width(_ text: String) throws -> Int {
    guard let width = Int(text), (1...100_000).contains(width) else {
      throw ValidationError("“\(text)” is no width, such as 100.")
    }
    return width
  }
}
