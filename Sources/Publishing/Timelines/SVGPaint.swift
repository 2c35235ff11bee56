/// What parts of a drawing are painted with: a class, which a dark screen repaints, and the
/// attributes that hold on paper and in a renderer that reads no style sheet.
///
/// Blue and vermilion are those of Okabe and Ito, "Color Universal Design" (2008), which people
/// with any colour vision tell apart; shape tells all of it a second time.
enum SVGPaint: String, CaseIterable {
  case ground, band, ink, muted, grid, major, certain, possible, outline, hatch, inherited
  case event, whisker, notch

  var attributes: [(String, String)] {
    let (fill, stroke, more) = light
    return [("class", rawValue), ("fill", fill)]
      + (stroke.map { [("stroke", $0)] } ?? []) + more
  }

  private var light: (fill: String, stroke: String?, more: [(String, String)]) {
    switch self {
    case .ground: ("#ffffff", nil, [])
    case .band: ("#f4f6f8", nil, [])
    case .ink: ("#16191d", nil, [])
    case .muted: ("#4d555f", nil, [])
    case .grid: ("none", "#dde1e6", [("stroke-width", "1")])
    case .major: ("none", "#b4bbc4", [("stroke-width", "1")])
    case .certain: ("#0072b2", nil, [])
    case .possible: ("#d6e8f4", nil, [])
    case .outline: ("none", "#0072b2", [("stroke-width", "1")])
    case .hatch: ("none", "#5aa5d0", [("stroke-width", "2")])
    case .inherited:
      ("#ffffff", "#4d555f", [("stroke-width", "1.2"), ("stroke-dasharray", "5 3")])
    case .event: ("#d55e00", "#ffffff", [("stroke-width", "1")])
    case .whisker: ("none", "#d55e00", [("stroke-width", "1.4")])
    case .notch: ("none", "#16191d", [("stroke-width", "1.4")])
    }
  }

  /// What changes on a dark screen.
  private var dark: String {
    switch self {
    case .ground: "fill:#14171b"
    case .band: "fill:#1b1f25"
    case .ink: "fill:#eef1f4"
    case .muted: "fill:#b3bbc5"
    case .grid: "stroke:#2b3138"
    case .major: "stroke:#4a525c"
    case .certain: "fill:#56b4e9"
    case .possible: "fill:#173244"
    case .outline: "stroke:#56b4e9"
    case .hatch: "stroke:#3a7ca3"
    case .inherited: "fill:#14171b;stroke:#b3bbc5"
    case .event: "fill:#f0853a;stroke:#14171b"
    case .whisker: "stroke:#f0853a"
    case .notch: "stroke:#eef1f4"
    }
  }

  /// The style sheet of a drawing with this id. Dark holds on screens alone: paper is white.
  static func styleSheet(id: String) -> String {
    "@media screen and (prefers-color-scheme:dark){\n"
      + darkRules(within: "#\(id)").joined(separator: "\n") + "\n}"
  }

  /// What a dark screen repaints within a selector, a rule each.
  static func darkRules(within selector: String) -> [String] {
    allCases.map { "\(selector) .\($0.rawValue){\($0.dark)}" }
      + ["\(selector) .fade{stop-color:#56b4e9}"]
  }

  /// Defines the hatching of what is possible, in a drawing with this id.
  static func defineHatch(id: String, _ out: inout XMLWriter) {
    let pattern = [
      ("id", "\(id)-hatch"), ("width", "6"), ("height", "6"),
      ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"),
    ]
    out.element("pattern", pattern) { out in
      out.element("rect", possible.attributes + [("width", "6"), ("height", "6")])
      out.element("path", hatch.attributes + [("d", "M1 0V6")])
    }
  }

  /// What fills with that hatching.
  static func hatched(id: String) -> (String, String) { ("fill", "url(#\(id)-hatch)") }
}
