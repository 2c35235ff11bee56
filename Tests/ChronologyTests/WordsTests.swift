import Testing

@testable import Chronology

@Suite struct `Dates in words` {
  let english: DateLanguage
  let french: DateLanguage

  init() throws {
    english = try Languages.english()
    french = try Languages.language("dates-fr")
  }

  @Test func `are those of the table, in English and in French`() throws {
    var wrong: [String] = []
    for row in try Languages.rows("words") {
      let value = try EDTF(row["edtf"] ?? "", extensions: .boundedEnds)
      for (language, words) in [(english, row["english"]), (french, row["french"])] {
        let got = language.words(for: value)
        if got != words { wrong.append("\(value): \(got)") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test func `are read as the value that they say`() throws {
    var wrong: [String] = []
    for row in try Languages.rows("words") where row["reads"] == "yes" {
      let edtf = row["edtf"] ?? ""
      let got = english.read(row["english"] ?? "").row(extensions: .boundedEnds).edtf
      if got != edtf { wrong.append("\(edtf): \(row["english"] ?? "") is read as \(got)") }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  /// Whatever has no text of its own in prose may be read as another text, never as another time.
  @Test(.enabled(if: Shared.isThere, "skipped: ../shared/edtf is not there"))
  func `are never read as another time`() throws {
    var wrong: [String] = []
    var (count, same, unread) = (0, 0, 0)
    for row in try Shared.rows("conformance.tsv") where row["verdict"] == "valid" {
      let value = try EDTF(Shared.unescaped(row["string"] ?? ""))
      let words = english.words(for: value)
      #expect(!words.isEmpty && !french.words(for: value).isEmpty)
      count += 1
      switch english.read(words) {
      case .means(let phrase):
        if phrase.edtf() == value { same += 1 }
        // Months and days that are named one by one are finer than the one span of a mask.
        let (row, bounds) = (phrase.row(), value.boundTexts())
        let isList = if case .oneOf = phrase { true } else { false }
        let isSame = phrase.extent()?.spans == value.extent()?.spans
        if row.earliest != bounds.earliest || row.latest != bounds.latest || !(isSame || isList) {
          wrong.append("\(value): \(words) is read as \(phrase.row().text)")
        }
      case .edtf(let read): if read == value { same += 1 }
      case .ambiguous(let phrases, _):
        if !phrases.contains(where: { $0.edtf() == value }) { wrong.append("\(value): \(words)") }
      default: unread += 1
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    // What is not read again is what nobody writes: marks on one component, odd masks, times.
    #expect(same * 2 > count && unread * 2 < count)
  }
}
