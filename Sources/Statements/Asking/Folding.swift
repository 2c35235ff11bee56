import Foundation

/// The form in which names and searched words are compared: small letters without diacritics, so
/// that `lodz` finds "Łódź" and `strasse` finds "Straße".
package enum Folding {
  /// Letters that Unicode does not take apart, with what people type for them.
  private static let letters: [Unicode.Scalar: String] = [
    "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ħ": "h", "ð": "d", "þ": "th",
    "ı": "i", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ſ": "s",
  ]

  /// The text in small letters, without marks, with the letters above written out.
  package static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var folded = String.UnicodeScalarView()
    for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
      if let written = letters[scalar] {
        folded.append(contentsOf: written.unicodeScalars)
      } else if !scalar.isMark {
        folded.append(scalar)
      }
    }
    return String(folded)
  }

  /// The folded words: runs of letters and digits. An apostrophe inside a word is left out, so
  /// that "Da’esh" and "Daesh" are one word.
  package static func words(of text: String) -> [String] {
    if let words = asciiWords(of: text) { return words }
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in fold(text).unicodeScalars {
      if scalar.isWordPart {
        word.append(scalar)
      } else if scalar.isApostrophe {
        continue
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// The same of a text without any but ASCII characters, which most are; nil of others.
  private static func asciiWords(of text: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "'"): continue
      case 0x80...: return nil
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  /// Whether a character is a letter, digit or apostrophe, so that the words on both sides of it
  /// are one.
  package static func isInsideWord(_ character: Character) -> Bool {
    fold(String(character)).unicodeScalars.allSatisfy { $0.isWordPart || $0.isApostrophe }
  }

  package static func isApostrophe(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy(\.isApostrophe)
  }
}

extension Unicode.Scalar {
  fileprivate var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  fileprivate var isWordPart: Bool {
    if value < 0x80 { return properties.isAlphabetic || ("0"..."9").contains(self) }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .spacingMark, .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }

  fileprivate var isApostrophe: Bool { self == "'" || self == "’" || self == "ʼ" || self == "‘" }
}
