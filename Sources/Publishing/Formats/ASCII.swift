extension String {
  /// The text in ASCII: typographic signs as their typewriter forms, Latin letters without their
  /// accents, any other character as `?`.
  package var ascii: String {
    reduce(into: "") { out, character in
      if character.isASCII {
        out.append(character)
      } else {
        for scalar in character.unicodeScalars { out += scalar.ascii }
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var ascii: String {
    if isASCII { return String(self) }
    switch self {
    case "‘", "’", "‚", "′": return "'"
    case "“", "”", "„", "«", "»", "″": return "\""
    case "‐", "‑", "‒", "–", "—", "−": return "-"
    case "…": return "..."
    case "·", "•": return "-"
    case "\u{A0}", "\u{202F}": return " "
    case "ß": return "ss"
    case "Æ": return "AE"
    case "æ": return "ae"
    case "Œ": return "OE"
    case "œ": return "oe"
    default: break
    }
    guard displayWidthAlone > 0 else { return "" }
    return baseLetter ?? "?"
  }

  private var displayWidthAlone: Int { Character(self).displayWidth }

  /// `e` for “LATIN SMALL LETTER E WITH ACUTE”.
  private var baseLetter: String? {
    guard let words = properties.name?.split(separator: " "), words.count >= 4,
      words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1
    else { return nil }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}
