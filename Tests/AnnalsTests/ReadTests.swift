import Foundation
import Testing

/// Texts that tests read, written for them.
enum Sample {
  /// A stated period, an open one and one that only the section gives.
  static let harbour = """
    Missions in Belmora

    2015 to date

    European Harbour Mission in Belmora (EHMB): since 2019
    Key Information
    · In March 2019, the Council decided to launch the mission at the request of the government.
    · The mission has trained 420 harbour officers.

    2008-2014

    Belmora Reconstruction Programme (BRP)
    Key Information
    · In May 2010, the ministers agreed to support the programme.

    2003-2007

    Belmora Ceasefire Observation Mission (BCOM): 2003-2007
    Key Information
    · Discontinued: 30 June 2007: the parties did not renew the agreement.
    """

  static let german = """
    Die Mission wurde im März 2003 von der Europäischen Union beschlossen und am 31. März 2003
    begonnen. Sie endete am 15. Dezember 2003. Die Aufgabe der Soldaten war es, die Umsetzung
    des Abkommens zu überwachen und die Sicherheit der Beobachter zu gewährleisten.
    """
}

@Suite struct `Reading documents` {
  let desk: Desk
  init() throws { desk = try Desk() }

  @Test func `says what was found and what to do next`() throws {
    try desk.write(Sample.harbour, to: "harbour.txt")
    let run = try desk.annals("read", "harbour.txt")
    #expect(run.code == 0)
    #expect(run.lines.count == 1 && run.output.hasPrefix("read     harbour.txt  3 missions, "))
    #expect(run.talk.contains("1 read; register: annals.sqlite"))
    #expect(run.talk.contains("Next: annals missions"))
  }

  @Test func `adds nothing the second time`() throws {
    try desk.write(Sample.harbour, to: "harbour.txt")
    try desk.annals("read", "harbour.txt")
    let before = try desk.annals("missions", "--json").output
    let again = try desk.annals("read", "harbour.txt")
    #expect(again.code == 0 && again.output.hasPrefix("known "))
    #expect(again.output.contains("nothing new"))
    #expect(try desk.annals("missions", "--json").output == before)
  }

  @Test func `reads the same bytes under another name as the same document`() throws {
    try desk.write(Sample.harbour, to: "harbour.txt")
    try desk.write(Sample.harbour, to: "copy.txt")
    try desk.annals("read", "harbour.txt", "copy.txt")
    let missions = try desk.missions()
    #expect(missions.count == 3)
  }

  @Test func `names each file that cannot be read, with a remedy, and reads the others`() throws {
    try desk.write(Sample.harbour, to: "harbour.txt")
    try desk.write(Sample.german, to: "german.txt")
    try desk.write("", to: "empty.txt")
    try desk.write("PK\u{3}\u{4}\u{0}\u{0}", to: "binary.txt")
    try desk.write("a\u{0}b", to: "pictures/photo.png")
    let run = try desk.annals(
      "read", "missing.txt", "german.txt", "empty.txt", "binary.txt", "pictures", "harbour.txt")
    #expect(run.code == 3)
    #expect(run.lines.count == 1 && run.output.contains("harbour.txt"))
    let said = run.talk.split(separator: "\n").map(String.init)
    func message(_ name: String) -> String { said.first { $0.contains(name) } ?? "" }
    #expect(message("missing.txt").contains("no such file or folder"))
    #expect(
      message("german.txt").contains("not English") && message("german.txt").contains("German"))
    #expect(message("empty.txt").contains("empty"))
    #expect(message("binary.txt").contains("not a text file"))
    #expect(message("pictures").contains("a folder without documents"))
    #expect(run.talk.contains("1 read, 5 failed"))
  }

  @Test func `reports a verdict and a reason for each file as JSON`() throws {
    try desk.write(Sample.harbour, to: "harbour.txt")
    let run = try desk.annals("read", "harbour.txt", "missing.txt", "--json")
    let report = try run.json()
    #expect(run.code == 3 && report["schema"] as? String == "annals.read.1")
    let documents = try #require(report["documents"] as? [[String: Any]])
    #expect(documents.map { $0["verdict"] as? String } == ["read", "failed"])
    #expect(documents.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
    #expect(documents[0]["missions"] as? Int == 3)
  }

  @Test func `walks folders by name and leaves out what is hidden or of another kind`() throws {
    try desk.write(Sample.harbour, to: "papers/b/harbour.md")
    try desk.write(Sample.harbour + "\nUpdated.\n", to: "papers/a.txt")
    try desk.write(Sample.harbour, to: "papers/.hidden.txt")
    try desk.write(Sample.harbour, to: "papers/.git/notes.txt")
    try desk.write("x", to: "papers/picture.png")
    let run = try desk.annals("read", "papers", "--json")
    let documents = try #require(try run.json()["documents"] as? [[String: Any]])
    #expect(documents.map { $0["path"] as? String } == ["papers/a.txt", "papers/b/harbour.md"])
    #expect(try run.json()["passed_over"] as? [String] == ["papers/picture.png"])
  }

  @Test func `reads standard input`() throws {
    let run = try desk.annals("read", "-", input: Sample.harbour)
    #expect(run.code == 0 && run.output.contains("3 missions"))
  }

  @Test func `leaves no register behind where nothing could be read`() throws {
    let run = try desk.annals("read", "missing.txt")
    #expect(run.code == 3)
    #expect(!FileManager.default.fileExists(atPath: desk.path("annals.sqlite")))
  }

  @Test func `takes the day as of which a source speaks, also when it is told later`() throws {
    try desk.write(Sample.harbour, to: "harbour.txt")
    try desk.annals("read", "harbour.txt")
    #expect(try desk.answer(to: "EHMB", on: "2022-01-01") == "possibly")
    let again = try desk.annals("read", "harbour.txt", "--source-date", "2022-06-01")
    #expect(again.code == 0 && again.output.contains("1 June 2022"))
    #expect(try desk.answer(to: "EHMB", on: "2022-01-01") == "certainly")
    #expect(try desk.answer(to: "EHMB", on: "2022-06-02") == "possibly")
    // A later reading that says nothing of the day takes nothing back.
    try desk.annals("read", "harbour.txt")
    #expect(try desk.answer(to: "EHMB", on: "2022-01-01") == "certainly")
  }

  @Test(arguments: ["2022", "2022-06", "June", "2022-06-31"])
  func `refuses a source date that is no day with code 2`(date: String) throws {
    let run = try desk.annals("read", "harbour.txt", "--source-date", date)
    #expect(run.code == 2 && run.talk.contains(date))
  }

  @Test func `stops at Ctrl-C with whole documents and code 130`() throws {
    let count = try desk.writeDossiers(120)
    let running = try desk.start("read", "many", "--json")
    try desk.waitForRegister()
    running.process.interrupt()
    running.process.waitUntilExit()
    let run = try running.result()
    guard run.code != 0 else { return }  // It was faster than the signal.
    #expect(run.code == 130 && !run.wasKilled && run.talk.contains("interrupted"))
    let report = try run.json()
    let read = (report["documents"] as? [Any])?.count ?? 0
    #expect(report["left"] as? Int == count - read)
    #expect(try desk.missions().count == read * 3)
  }

  @Test func `leaves whole documents only when it is killed, and goes on from there`() throws {
    let count = try desk.writeDossiers(120)
    let running = try desk.start("read", "many")
    try desk.waitForRegister()
    kill(running.process.processIdentifier, SIGKILL)
    running.process.waitUntilExit()
    #expect(running.process.terminationReason == .uncaughtSignal)
    // Each document has three missions: a part of one would leave a remainder.
    let kept = try desk.missions()
    let perDocument = Dictionary(grouping: kept) { $0.document }
    #expect(perDocument.values.allSatisfy { $0.count == 3 } && kept.count < count * 3)
    let again = try desk.annals("read", "many")
    #expect(again.code == 0)
    #expect(try desk.missions().count == count * 3)
  }
}

/// A mission of `annals missions --json`.
struct ListedMission {
  let acronym: String?
  let answer: String?
  let document: String?
}

extension Run {
  /// Standard output as a JSON object.
  func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return try #require(value as? [String: Any])
  }
}

extension Desk {
  /// All missions, or the answers of a day; none where the register is empty.
  func missions(_ question: String...) throws -> [ListedMission] {
    let words = question.map { "'\($0)'" }.joined(separator: " ")
    let run = try shell("annals missions --json \(words)")
    guard run.code == 0 else { return [] }
    let missions = try #require(try run.json()["missions"] as? [[String: Any]])
    return missions.map { mission in
      let passages = mission["passages"] as? [[String: Any]]
      return ListedMission(
        acronym: mission["acronym"] as? String, answer: mission["answer"] as? String,
        document: passages?.first?["document"] as? String)
    }
  }

  /// The answer for one mission: "no" where it is not listed.
  func answer(to acronym: String, on day: String) throws -> String {
    try missions("--on", day).first { $0.acronym == acronym }?.answer ?? "no"
  }

  /// Writes that many documents of three missions each into the folder `many`.
  func writeDossiers(_ count: Int) throws -> Int {
    for index in 0..<count {
      try write(Sample.harbour + "\n\nPaper number \(index).\n", to: "many/paper-\(index).txt")
    }
    return count
  }

  /// Waits until some document was kept, at most half a minute.
  func waitForRegister() throws {
    for _ in 0..<600 {
      if try missions().count >= 3 { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    Issue.record("nothing was kept within half a minute")
  }
}
