import ArgumentParser
import Chronology
import Publishing

/// `annals edtf bounds`: a verdict and the bounds for each line of standard input.
struct EDTFBounds: Door {
  static let configuration = CommandConfiguration(
    commandName: "bounds",
    abstract: "Says of each line of standard input whether it is EDTF, and its bounds.",
    discussion: """
      EXAMPLES:
        echo 2004-06? | annals edtf bounds       V  1  2004-06-01  2004-06-30
        echo 2018/..  | annals edtf bounds       V  1  2018-01-01  +inf
        echo 2004-13  | annals edtf bounds       I  5  no such month …
        annals edtf bounds --json < dates.txt    an object a line

      Cells are separated by tabs. V: level, earliest day, latest day; ? is unknown.
      I: the byte, from 0, and the reason.
      """)

  @OptionGroup var options: EDTFOptions
  @OptionGroup var look: Look

  func run(on console: inout Console) async throws -> Outcome {
    var lines = Lines()
    while let line = try lines.next(beforeWaiting: { try console.flush() }) {
      try console.print(
        look.json
          ? json(line).text(.compact)
          : EDTF.boundsRow(
            of: line, seasons: options.seasons, extensions: options.extensions))
    }
    return .done
  }
}

extension EDTFBounds {
  private func json(_ text: String) -> JSON {
    let head: [(key: String, value: JSON)] = [
      ("schema", "annals.edtf-bounds.1"), ("text", .string(text)),
    ]
    do {
      let date = try EDTF(text, extensions: options.extensions)
      let bounds = date.boundTexts(seasons: options.seasons)
      return .object(
        head + [
          ("valid", true), ("level", JSON(date.level.rawValue)),
          ("earliest", .string(bounds.earliest)), ("latest", .string(bounds.latest)),
        ])
    } catch {
      return .object(
        head + [
          ("valid", false), ("offset", JSON(error.offset)), ("reason", .string("\(error)")),
          ("hint", .string(error.hint)),
        ])
    }
  }
}
