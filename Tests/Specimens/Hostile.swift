import Foundation

/// Files that mean harm, or look as if: each asks a reader for more than a document may.
package struct Hostile: Sendable {
  /// What must become of it.
  package enum Verdict: Sendable {
    /// Read or refused: either is right, as long as it is said.
    case any
    case read
    /// Failed, with these words in the reason.
    case failed(String)
  }

  /// With the ending of its format.
  package let name: String
  package let verdict: Verdict
  package let make: @Sendable () -> [UInt8]

  init(_ name: String, _ verdict: Verdict = .any, _ make: @escaping @Sendable () -> [UInt8]) {
    self.name = name
    self.verdict = verdict
    self.make = make
  }

  init(_ name: String, _ verdict: Verdict = .any, text: @escaping @Sendable () -> String) {
    self.init(name, verdict) { Array(text().utf8) }
  }

  package static let all = texts + pages + office + pdfs + tables

  /// A sentence that a reader can do something with.
  static let sentence = "The Valley Observer Mission (VOM) closed on 30 June 2004. "

  /// Whether files are as large as they can be (`ANNALS_HOSTILE=all`). The kinds are the same where
  /// they are not; what takes many seconds is asked for a tenth.
  package static let isWhole =
    ProcessInfo.processInfo.environment["ANNALS_HOSTILE"] == "all"

  /// A count of what is slow to read.
  static func many(_ count: Int) -> Int { isWhole ? count : count / 10 }

  static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  private static let texts: [Hostile] = [
    Hostile("empty.txt", .failed("empty")) { [] },
    Hostile("mark-alone.txt", .failed("empty")) { [0xEF, 0xBB, 0xBF] },
    Hostile("nul.txt", .failed("not a text file")) { Array((sentence + "\0" + sentence).utf8) },
    Hostile("noise.txt", .failed("")) {
      var random = SplitMix(7)
      return (0..<100_000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    },
    Hostile("one-line.txt") { Array(times(many(2_000), sentence).utf8) },
    Hostile("one-word.txt") { [UInt8](repeating: 0x61, count: 1 << 20) },
    Hostile("bidi.txt", .read, text: { sentence + "It closed in \u{202E}4002\u{202C}.\n" }),
    Hostile("marks.txt", text: { "a" + times(500_000, "\u{301}") }),
    Hostile("joiners.txt", text: { times(200_000, "👩\u{200D}") }),
    Hostile("headings.md", text: { times(many(2_000), "# Valley Mission (VOM)\n\n") }),
    Hostile(
      "missions.txt",
      text: {
        (0..<300).map { "Valley Mission \($0) (VM\($0)): 2001-2004\n\nIt closed in 2004.\n" }
          .joined(separator: "\n")
      }),
    Hostile("bullets.txt", text: { times(60_000, "- \n") + sentence }),
    Hostile("dates.txt", text: { times(many(4_000), "2001-2004, ") }),
    Hostile("digits.txt", text: { times(300_000, "9") + " officers in " + times(1_000, "1") }),
    Hostile("brackets.txt", text: { times(50_000, "(") + sentence + times(50_000, ")") }),
    Hostile("stops.txt", text: { times(50_000, ". ") + sentence }),
    Hostile("returns.txt", text: { times(100_000, "\r") + sentence + times(100_000, "\r\n") }),
    Hostile("quotes.md", text: { times(100_000, "> ") + sentence }),
    Hostile("half-a-unit.txt", .failed("UTF-16")) { [0xFF, 0xFE, 0x41, 0x00, 0x42] },
    Hostile("lone-surrogates.txt", .failed("UTF-16")) {
      [0xFE, 0xFF] + (0..<5_000).flatMap { _ in [0xD8, 0x00] as [UInt8] }
    },
    Hostile("overlong.txt", .failed("")) { Array("Valley".utf8) + [0xC0, 0xAF, 0xF5, 0x80, 0x80] },
    Hostile("not-a-word-document.docx", .failed("its ending promises"), text: { sentence }),
    Hostile("program.pdf", .failed("its ending promises")) {
      [0x7F] + Array("ELF".utf8) + [2, 1, 1, 0]
    },
  ]

  private static let pages: [Hostile] = [
    Hostile("deep.html", .read, text: { times(200_000, "<div>") + sentence }),
    Hostile("bold.html", .read, text: { times(150_000, "<b>") + sentence }),
    Hostile(
      "attributes.html", .read,
      text: {
        "<p " + (0..<20_000).map { "a\($0)=1" }.joined(separator: " ") + ">" + sentence
      }),
    Hostile("attribute.html", text: { "<p title='" + times(3_000_000, "x") + "'>" + sentence }),
    Hostile("entities.html", .read, text: { times(50_000, "&amp;&#x41;&nosuch;") + sentence }),
    Hostile(
      "laughs.html", .read,
      text: {
        "<!DOCTYPE html [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><p>&b; " + sentence
      }),
    Hostile("tables.html", .read, text: { times(20_000, "<table><tr><td>") + sentence }),
    Hostile("comment.html", text: { "<p>" + sentence + "<!-- " + times(1_000_000, "-") }),
    Hostile("script.html", text: { "<p>" + sentence + "<script>" + times(1_000_000, "<") }),
    Hostile(
      "linked-data.html", .read,
      text: {
        "<script type='application/ld+json'>" + times(100_000, "[") + "</script><p>" + sentence
      }),
    Hostile(
      "lies-about-charset.html", .read, text: { "<meta charset=utf-16><p>Génération. " + sentence }),
    Hostile("unknown-charset.html", .failed("which is not read")) {
      Array("<meta charset=shift_jis><p>".utf8) + [0x83, 0x7E, 0x83, 0x62]
    },
    Hostile("nul.html", .read) { Array("<p>\0\0\0<b\0>".utf8) + Array(sentence.utf8) },
    Hostile(
      "items.html", .read, text: { "<ul>" + times(many(60_000), "<li>a") + "</ul>" + sentence }),
    Hostile("nothing.html", .failed("without text"), text: { times(10_000, "<div></div>") }),
    Hostile("archive.html", .failed("its ending promises")) { OfficeFiles.docx("") },
  ]

  private static let tables: [Hostile] = [
    Hostile("unmapped.csv", .failed("--map"), text: { "mission,start\nVOM,2001\n" }),
    Hostile("deep.json", .failed("nests too deep"), text: { times(1_000_000, "[") }),
    Hostile("breaks-off.json", .failed("at byte"), text: { "{\"a\": [1, 2, {\"b\": \"c" }),
    Hostile(
      "surrogates.json", text: { "{\"text\": \"" + times(50_000, "\\ud800") + sentence + "\"}" }),
    Hostile("nul.json", text: { "{\"text\": \"" + sentence + "\\u0000 and more of it here\"}" }),
    Hostile(
      "number.json", text: { "{\"n\": 1" + times(500_000, "0") + ", \"text\": \"\(sentence)\"}" }),
    Hostile(
      "keys.json",
      text: {
        "{" + (0..<many(2_000)).map { "\"k\($0)\": \"\(sentence)\"" }.joined(separator: ",")
          + "}"
      }),
    Hostile(
      "pointer.json",
      text: {
        "{\"" + times(100_000, "/~\\n") + "\": {\"text\": \"\(sentence)\"}}"
      }),
  ]
}

/// A small generator of random numbers, the same on every machine.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014).
package struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64
  package init(_ seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
