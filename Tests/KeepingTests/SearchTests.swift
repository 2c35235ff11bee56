import Chronology
import Keeping
import Statements
import Testing

@Suite struct `A search` {
  private func register(_ shelf: Shelf) async throws -> Register {
    let register = try await Register.openOrCreate(shelf.path)
    var draft = try Draft(
      """
      NTM-I trained officers in Łódź, Genève and on the Straße to Ærø.
      Capacity building began; building capacity ended.
      Da’esh was fought by the coalition.
      """)
    try draft.add(mission: "NTM-I", name: "NATO Training Mission in Iraq")
    try draft.add(mission: "coalition")
    try draft.add(
      "NTM-I", .event, "NTM-I trained officers in Łódź, Genève and on the Straße to Ærø")
    try draft.add("NTM-I", .event, "Capacity building began")
    try draft.add("NTM-I", .event, "building capacity ended")
    try draft.add("coalition", .event, "Da’esh was fought by the coalition")
    try draft.add("NTM-I", .expanded, "Da’esh was fought by the coalition")
    try await register.add(draft.proposals, recorded: recorded)
    return register
  }

  @Test(arguments: [
    ("lodz", ["Łódź"]), ("geneve", ["Genève"]), ("strasse", ["Straße"]), ("AERO", ["Ærø"]),
    ("Łódź", ["Łódź"]), ("offic*", ["officers"]), ("trained lodz", ["trained", "Łódź"]),
    ("daesh", ["Da’esh"]), ("Da'esh", ["Da’esh"]),
    (#""capacity building""#, ["Capacity", "building"]),
    ("coal*", ["coalition"]),
  ])
  func `finds words and marks them`(text: String, marked: [String]) async throws {
    let shelf = try Shelf()
    let hits = try await register(shelf).search(text)
    let hit = try #require(hits.first { !$0.snippet.marks.isEmpty })
    let utf8 = Array(hit.snippet.text.utf8)
    #expect(hit.snippet.marks.map { String(decoding: utf8[$0], as: UTF8.self) } == marked)
    #expect(hit.documentName == "iraq.txt")
  }

  @Test func `tells a phrase from its words`() async throws {
    let shelf = try Shelf()
    let register = try await register(shelf)
    #expect(try await register.search("capacity building").count == 2)
    #expect(
      try await register.search(#""capacity building""#).map(\.passage.quote)
        == ["Capacity building began"])
    #expect(try await register.search("offic").isEmpty)
  }

  @Test func `says line and missions, a passage that two statements share once`() async throws {
    let shelf = try Shelf()
    let hits = try await register(shelf).search("fought")
    #expect(hits.count == 1)
    #expect(hits.first?.line == 3 && hits.first?.missions.count == 2)
  }

  @Test func `finds a mission by the words of its name`() async throws {
    let shelf = try Shelf()
    let hits = try await register(shelf).search("training mission")
    #expect(hits.map(\.passage.quote) == ["NTM-I"] && hits.first?.snippet.marks == [])
    #expect(hits.first?.missions.count == 1)
  }

  @Test(arguments: [
    #"""#, #"a"b"#, "*", "", "NEAR(", "AND", "OR NOT", "quote:x", "^a", "a - b", "(", "'; --",
    "\u{0}", "{a b}", "\"\"\"", "🙂",
  ])
  func `takes any text for words`(text: String) async throws {
    let shelf = try Shelf()
    let hits = try await register(shelf).search(text)
    #expect(hits.count <= 5)
  }

  @Test func `cuts a long passage around the first found word`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    let filler = Array(repeating: "officers came and went", count: 20).joined(separator: " ")
    var draft = try Draft("NTM-I: \(filler) until Genève\nspoke \(filler).")
    try draft.add(mission: "NTM-I")
    try draft.add("NTM-I", .event, "\(filler) until Genève\nspoke \(filler)")
    try await register.add(draft.proposals, recorded: recorded)
    let snippet = try #require(try await register.search("geneve").first?.snippet)
    #expect(snippet.text.hasPrefix("… ") && snippet.text.hasSuffix(" …"))
    #expect(snippet.text.contains("until Genève spoke") && snippet.text.count <= 164)
    #expect(try await register.search("officers", limit: 1).count == 1)
  }
}
