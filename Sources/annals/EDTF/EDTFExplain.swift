import ArgumentParser
import Chronology
import Publishing
import Statements

/// `annals edtf explain`: what a value says, in words and in a drawing.
struct EDTFExplain: Door {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains EDTF values: words, level, doubts, the four points and a drawing of them.",
    discussion: """
      EXAMPLES:
        annals edtf explain 2004-06~/2011
        annals edtf explain '[1994..1996]' 2021/..
        annals edtf explain 199X --language fr
        annals edtf explain 2021/.. --as-of 2023-05-03
        annals edtf explain < values.txt         a value a line

      The four points are the earliest and the latest day on which it began, and the earliest and
      the latest on which it ended.
      """)

  @Argument(
    help: ArgumentHelp("EDTF values; without any, lines of standard input.", valueName: "value"),
    transform: EarlyYears.shown)
  var values: [String] = []

  @Option(help: ArgumentHelp("The language of the words: en or fr.", valueName: "language"))
  var language = "en"

  @Option(
    help: ArgumentHelp(
      "What a single date means: a moment within it, or the whole of it.",
      valueName: "within|whole"),
    transform: { try Choice.of(EDTF.Reading.self, named: $0) })
  var reading: EDTF.Reading = .within

  @OptionGroup var day: AsOfOption
  @OptionGroup var options: EDTFOptions
  @OptionGroup var look: Look

  func validate() throws {
    let known = Vocabulary.dateLanguages
    guard known.contains(language) else {
      throw ValidationError(
        "no language “\(language)”; there are \(known.joined(separator: ", "))."
          + Suggestion.question(for: language, among: known))
    }
  }

  func run(on console: inout Console) async throws -> Outcome {
    let words = try Vocabulary.dates(in: language)
    let terms = Terms(reading: reading, asOf: day.asOf, seasons: options.seasons)
    let width = min(console.terminal.width, 100)
    var lines = Lines()
    var rest = values[...]
    var failures = 0
    var isFirst = true
    while let text = values.isEmpty
      ? try lines.next(beforeWaiting: { try console.flush() }) : rest.popFirst()
    {
      do {
        let value = try EDTF(text, extensions: options.extensions)
        let explanation = Explanation(value, in: words, on: terms)
        if look.json {
          try console.print(EDTFExplain.json(explanation).text(.compact))
        } else {
          try console.print((isFirst ? "" : "\n") + EDTFExplain.page(explanation, width: width))
        }
        isFirst = false
      } catch let error as EDTFError {
        failures += 1
        try refuse(text, error, on: &console)
      }
    }
    return failures == 0 ? .done : values.count == 1 ? .usage : .inputFailed
  }

  /// Says what is wrong with a text, and what it means where it is prose.
  private func refuse(
    _ text: String, _ error: EDTFError, on console: inout Console
  ) throws {
    if look.json {
      let answer: JSON = [
        "schema": "annals.edtf-explain.1", "text": .string(text), "valid": false,
        "offset": JSON(error.offset), "reason": .string("\(error)"), "hint": .string(error.hint),
      ]
      try console.print(answer.text(.compact))
    }
    console.say("annals: \(text): \(error)")
    let reading = try Vocabulary.dates(in: "en").read(text)
    if case .means = reading {
      let row = reading.row(seasons: options.seasons)
      if !row.edtf.isEmpty { console.say("  As a phrase it means \(row.edtf).") }
    }
  }
}

extension EDTFExplain {
  /// The explanation for a person.
  static func page(_ explanation: Explanation, width: Int) -> String {
    var lines = ["\(explanation.value)", "  \(explanation.words)", "  \(explanation.levelWords)"]
    lines += explanation.doubts.map { "  \($0)" }
    let labels = [Explanation.Label.earliest, .latest, .began, .ended].map {
      explanation.label($0)
    }
    let indent = (labels.map(\.displayWidth).max() ?? 0) + 2
    func cell(_ label: String) -> String { "  " + label.padded(columns: indent) }
    lines.append(cell(labels[0]) + shortened(explanation.bounds.earliest))
    lines.append(cell(labels[1]) + shortened(explanation.bounds.latest))
    guard let extent = explanation.extent else {
      return (lines + ["  \(explanation.label(.uncountable))"]).joined(separator: "\n")
    }
    let isSet = extent.spans.count > 1
    let dayWidth = (explanation.points.map(\.text.count).max() ?? 0) + 2
    for (index, point) in explanation.points.enumerated() {
      // A day that is known is said once.
      if index % 2 == 1, point.day == explanation.points[index - 1].day { continue }
      if isSet, index % 4 == 0 { lines.append("  \(explanation.member(index / 4 + 1))") }
      let label = index % 4 == 0 ? labels[2] : index % 4 == 2 ? labels[3] : ""
      lines.append(
        cell(label) + point.text.padded(columns: dayWidth) + point.words)
    }
    let hidden = extent.spans.count - Explanation.longestList
    if hidden > 0 { lines.append("  \(explanation.more(hidden))") }
    return (lines + [""] + drawing(explanation, extent, width: width)).joined(separator: "\n")
  }

  /// A day whose year has more digits than anyone reads.
  private static func shortened(_ day: String) -> String {
    day.count <= 40 ? day : "\(day.prefix(12))…\(day.suffix(12))"
  }

  private static func drawing(
    _ explanation: Explanation, _ extent: Extent, width: Int
  ) -> [String] {
    let sketch = SpanSketch(extent.spans.prefix(Explanation.longestList), width: width - 4)
    let legend = sketch.marks.map { mark in
      let label: Explanation.Label =
        switch mark {
        case .certain: .certainly
        case .possible: .possibly
        case .openBegin, .openEnd: .open
        case .unknown: .unknown
        }
      return "\(mark.rawValue) \(explanation.label(label))"
    }
    return (sketch.rows + [sketch.scale, legend.joined(separator: "   ")])
      .filter { !$0.isEmpty }.map { "  " + $0 }
  }

  static func json(_ explanation: Explanation) -> JSON {
    let spans = (explanation.extent?.spans ?? []).prefix(Explanation.longestList)
    return [
      "schema": "annals.edtf-explain.1", "text": .string("\(explanation.value)"), "valid": true,
      "canonical": .string("\(explanation.value.canonical)"),
      "words": .string(explanation.words), "kind": .string(explanation.kind.rawValue),
      "level": JSON(explanation.value.level.rawValue),
      "features": JSON(explanation.features) { .string($0.rawValue) },
      "doubts": JSON(explanation.doubts) { .string($0) },
      "earliest": .string(explanation.bounds.earliest),
      "latest": .string(explanation.bounds.latest),
      "spans": JSON(spans.enumerated()) { index, span in
        .object([
          ("four_points", .string("\(span)")),
          (
            "words",
            JSON(explanation.points[index * 4..<index * 4 + 4]) { .string($0.words) }
          ),
        ])
      },
      "span_count": JSON(explanation.extent?.spans.count ?? 0),
    ]
  }
}
