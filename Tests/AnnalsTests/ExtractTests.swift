import Foundation
import Testing

@Suite struct `Extracting` {
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write(
      "The UN Mission in Togo (UNMITO) hoisted its flag in early May 2001.\n", to: "togo.txt")
    return desk
  }

  @Test func `explains each proposal by its rule, its cue and what it rejected`() throws {
    let output = try desk().annals("extract", "togo.txt", "--explain").output
    #expect(output.contains("found by: name before its acronym"))
    #expect(output.contains("period: unstated"))
    #expect(output.contains("rule: dated clause; cue “UN Mission in Togo (UNMITO)” (4–31)"))
  }

  @Test func `takes word lists of one's own`() throws {
    let desk = try desk()
    try desk.write("cue\tproperty\nhoisted its flag\tlaunched\n", to: "words/event-cues.tsv")
    let run = try desk.annals("extract", "togo.txt", "--vocabulary", "words", "--json")
    #expect(run.output.contains(#""kind": "launched""#))
    try desk.write("cue\tproperty\nhoisted its flag\tnonsense\n", to: "words/event-cues.tsv")
    let wrong = try desk.annals("extract", "togo.txt", "--vocabulary", "words")
    #expect(wrong.code == 2)
  }

  @Test func `prints the text that passages point into`() throws {
    let desk = try Desk()
    try desk.write("<h1>Valley</h1><table><tr><th>a<td>b<tr><td>c<td></table>", to: "page.html")
    let run = try desk.annals("extract", "page.html", "--text")
    #expect(run.code == 0 && run.output == "Valley\n\n| a | b\n| c\n")
    #expect(try desk.annals("extract", "page.html", "--text", "--json").code == 2)
  }

  @Test func `writes dates at level 0 beside their EDTF`() throws {
    let run = try desk().annals("extract", "togo.txt", "--json")
    #expect(run.output.contains(#""when": "2001-05""#))
    #expect(run.output.contains(#""edtf": "[2001-05-01..2001-05-10]""#))
  }
}
