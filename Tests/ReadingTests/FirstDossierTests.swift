import Chronology
import Foundation
import Statements
import Testing

@testable import Reading

@Suite(.enabled(if: hasShared, "the dossier beside the project is absent"))
struct `The first dossier` {
  private func proposals() throws -> Proposals {
    try read(shared.appending(path: "dossiers/nato-iraq.txt"))
  }

  @Test func `has seven missions and programmes`() throws {
    #expect(try proposals().missions.count == 7)
  }

  /// Each year that the text writes stands in a passage whose statement holds that year.
  @Test func `loses none of its 26 years`() throws {
    let proposals = try proposals()
    let text = proposals.document.text
    let tokens = Lexer(words: WordTable()).tokens(of: text.utf8.span, in: 0..<text.utf8.count)
    let years = tokens.filter { $0.count == 4 && (2000...2030).contains($0.number ?? 0) }
    #expect(years.count == 26)
    for year in years {
      let placed = proposals.statements.contains { statement in
        let date: String? =
          if case .date(let date) = statement.value { date.description } else {
            statement.valid?.description
          }
        return date?.contains(String(year.number ?? 0)) == true
          && statement.passages.contains { $0.bytes.contains(Int(year.start)) }
      }
      #expect(placed, "\(year.number ?? 0) at byte \(year.start)")
    }
  }

  /// Every number of every date stands in its quote, or for a number of people in the same line, as
  /// digits or as a month's name.
  @Test func `gives no day, month or year that the passage does not write`() throws {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let proposals = try proposals()
    let lines = proposals.document.text.split(separator: "\n", omittingEmptySubsequences: false)
    for statement in proposals.statements {
      var dates = [statement.valid].compactMap(\.self)
      if case .date(let date) = statement.value { dates.append(date) }
      for date in dates {
        #expect(statement.note == nil, "nothing here needs completing")
        for end in date.description.split(separator: "/") where end != ".." {
          let parts = end.split(separator: "-")
          let passage = statement.passages[0]
          let line = proposals.document.line(ofByte: passage.bytes.lowerBound)
          let quote: String
          if case .quantity = statement.value {
            quote = String(lines[line - 1])
          } else {
            quote = passage.quote
          }
          #expect(quote.contains(parts[0]))
          if parts.count > 1, let month = Int(parts[1]) {
            #expect(quote.contains(months[month - 1]))
          }
          if parts.count > 2 { #expect(quote.contains(parts[2])) }
        }
      }
    }
  }

  @Test func `says the sentence that stands twice once, with two passages`() throws {
    let twice = try proposals().statements.filter { $0.passages.count == 2 }
    #expect(twice.map(\.property) == [.resumed, .deployed, .strength])
  }
}
