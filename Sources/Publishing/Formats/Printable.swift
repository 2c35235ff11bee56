extension Unicode.Scalar {
  /// Whether it is a C0 or C1 control character or DEL, which a terminal acts on.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// Whether it ends a line for JavaScript and for some terminals (U+2028, U+2029).
  var isLineSeparator: Bool { value == 0x2028 || value == 0x2029 }

  /// Whether it turns the direction of what follows, so that a text can show other than it reads.
  ///
  /// Source: Unicode Standard Annex #9, section 2.
  var isDirectional: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension String {
  /// The text on one line, safe to print beside others: white space of any kind becomes one space,
  /// and what a terminal would act on becomes U+FFFD, which shows that something stood there.
  package var printable: String {
    if isPlain { return self }
    var out = String.UnicodeScalarView()
    var spaceIsDue = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        spaceIsDue = !out.isEmpty
        continue
      }
      if spaceIsDue { out.append(" ") }
      spaceIsDue = false
      let isHostile = scalar.isControl || scalar.isDirectional || scalar.isInvisible
      out.append(isHostile ? "\u{FFFD}" : scalar)
    }
    return String(out)
  }

  /// Whether it is ASCII letters, signs and single spaces within, as most are.
  private var isPlain: Bool {
    var before = UInt8(ascii: " ")
    for byte in utf8 {
      guard byte < 0x7F, byte > 0x20 || byte == 0x20 && before != 0x20 else { return false }
      before = byte
    }
    return before != 0x20 || isEmpty
  }
}

extension Unicode.Scalar {
  /// Whether it takes no room and is no part of ordinary writing: a tag character, a word joiner,
  /// a byte order mark inside a text. The joiners and variation selectors are not among them.
  fileprivate var isInvisible: Bool {
    switch value {
    // Noncharacters, which no text may hold.
    case 0xFDD0...0xFDEF,
      _ where value & 0xFFFE == 0xFFFE:
      true
    case 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE001F: true
    default: false
    }
  }
}
