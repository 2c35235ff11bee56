import Chronology
import Foundation
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
    "quote : x", "^a", "a - b", "fought (", "'; -- a", "a\u{0}b", "{a b}", "AND", "OR NOT", "NEAR(",
    "12:30", "Iraq: training", #""a"*"#, #"a"b""#,
  ])
  func `takes signs without a meaning for spaces`(text: String) async throws {
    let shelf = try Shelf()
    let hits = try await register(shelf).search(text)
    #expect(hits.count <= 5)
  }

  @Test(arguments: [
    (#"""#, 1), (#"fought "the coalition"#, 8), (#""" daesh"#, 1), ("tr*ining", 3), ("* a", 1),
    ("a ** b", 3), ("", 1), ("🙂", 1), ("place:Iraq", 1), ("a pace:Iraq", 3), ("a place: Iraq", 8),
    ("a kind:x kind:y", 10), (#"a source:"b"#, 10), ("https://example.org", 1),
  ])
  func `says what it does not understand, and where`(text: String, column: Int) {
    let error = #expect(throws: SearchSyntaxError.self) { try SearchQuery(text) }
    #expect(error?.column == column, "\(error?.reason ?? "")")
    #expect(error.map { !$0.reason.hasSuffix(".") && $0.remedy.count > 10 } == true)
  }

  @Test(arguments: [
    ("daesh mission:coalition", 1), ("daesh mission:NTMI", 1), ("lodz mission:coalition", 0),
    ("trained mission:ntm-i", 1), ("lodz property:event", 1), ("lodz property:closed", 0),
    ("daesh property:EXPANDED", 1), ("lodz source:iraq.txt", 1), ("lodz source:other.txt", 0),
    ("began place:iraq", 1), ("fought place:Iraq org:nato", 1), ("fought place:Kosovo", 0),
    ("fought kind:operation", 1), ("lodz kind:operation", 0),
    (#"building source:"Dossiers/iraq.txt" place:IRAQ"#, 2), ("training kind:mission", 1),
    ("training mission:coalition", 0), ("build* place:iraq", 2),
    (#"training mission:a\x"#, 0), (#"training mission:a"b"#, 0),
  ])
  func `is narrowed by fields`(text: String, count: Int) async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    var draft = try Draft(
      """
      NTM-I trained officers in Łódź.
      Capacity building began in Iraq under NATO; building capacity ended.
      Da’esh was fought by the coalition.
      """)
    try draft.add(mission: "NTM-I", name: "NATO Training Mission in Iraq")
    try draft.add(mission: "coalition", kind: .operation)
    try draft.add("NTM-I", .place, .text("Iraq"), "Iraq")
    try draft.add("NTM-I", .organisation, .text("NATO"), "NATO")
    try draft.add("NTM-I", .event, "NTM-I trained officers in Łódź")
    try draft.add("NTM-I", .event, "Capacity building began")
    try draft.add("NTM-I", .event, "building capacity ended")
    try draft.add("coalition", .event, "Da’esh was fought by the coalition")
    try draft.add("NTM-I", .expanded, "Da’esh was fought by the coalition")
    try await register.add(draft.proposals, recorded: recorded)
    #expect(try await register.search(text).count == count)
  }

  @Test func `finds what all documents say of missions that are one`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    var left = try Draft("VOM watched the valley of Kosovo.", location: "a.txt")
    try left.add(mission: "VOM")
    try left.add("VOM", .place, .text("Kosovo"), "Kosovo")
    try left.add("VOM", .event, "VOM watched the valley")
    var right = try Draft("The Bel Mission watched the valley for the OSCE.", location: "b.txt")
    try right.add(mission: "Bel Mission", kind: .operation)
    try right.add("Bel Mission", .organisation, .text("OSCE"), "OSCE")
    try right.add("Bel Mission", .event, "The Bel Mission watched the valley")
    for draft in [left, right] { try await register.add(draft.proposals, recorded: recorded) }
    func sources(_ text: String) async throws -> [DocumentID] {
      try await register.search(SearchQuery("valley \(text)")).map(\.passage.document)
    }
    let (a, b) = (left.document.id, right.document.id)
    #expect(try await sources("mission:VOM") == [a])
    #expect(try await sources("place:Kosovo") == [a])
    let act = Act(by: "A", recorded: recorded)
    try await register.relate(Identity(left.id("VOM"), .same, right.id("Bel Mission")), act)
    for fields in [
      "mission:VOM", "mission:\"Bel Mission\"", "mission:\"\(right.id("Bel Mission").rawValue)\"",
      "place:Kosovo", "org:OSCE", "place:Kosovo org:OSCE", "kind:mission",
    ] {
      #expect(try await Set(sources(fields)) == [a, b], "\(fields)")
    }
    #expect(try await sources("kind:operation").isEmpty)
    #expect(try await sources("org:OSCE source:a.txt") == [a])
    #expect(
      try await register.search(SearchQuery("bel kind:mission")).first?.passage.document == b)
    _ = try await register.undo(act)
    #expect(try await sources("place:Kosovo") == [a])
  }

  @Test func `gives short passages and repeated words first, from however many`() async throws {
    let shelf = try Shelf()
    let register = try await Register.openOrCreate(shelf.path)
    for document in 0..<3 {
      let lines = (0..<150).map {
        "Patrol \(document)-\($0) \(String(repeating: "on ", count: $0 % 37))"
      }
      var draft = try Draft(
        "M\(document) patrol patrol.\n" + lines.joined(separator: "\n"),
        location: "\(document).txt")
      try draft.add(mission: "M\(document)")
      try draft.add("M\(document)", .event, "M\(document) patrol patrol")
      for line in lines {
        try draft.add("M\(document)", .event, line.trimmingCharacters(in: .whitespaces))
      }
      try await register.add(draft.proposals, recorded: recorded)
    }
    let hits = try await register.search("patrol", limit: 400)
    #expect(hits.count == 400)
    #expect(Set(hits.prefix(3).map(\.passage.quote)).count == 3)
    #expect(hits.prefix(3).allSatisfy { $0.passage.quote.hasSuffix("patrol patrol") })
    let lengths = hits.dropFirst(3).map { $0.passage.quote.split(separator: " ").count }
    #expect(lengths == lengths.sorted())
    #expect(try await register.search("patrol", limit: 453 + 9).count == 453)
    #expect(try await register.search("\"patrol 2 149\"").count == 1)
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

extension Register {
  func search(_ text: String, limit: Int = 50) async throws -> [Hit] {
    try await search(try SearchQuery(text), limit: limit)
  }
}
