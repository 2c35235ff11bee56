import Foundation
import Testing

/// The document that this project began from, where it lies beside the project.
private let dossiers = Checkout.root.deletingLastPathComponent().appending(path: "shared/dossiers")
private let dossier = dossiers.appending(path: "nato-iraq.txt")
private let scorer = Checkout.root.deletingLastPathComponent()
  .appending(path: "shared/score/missions_score.py")
private let isThere =
  FileManager.default.fileExists(atPath: dossier.path)
  && FileManager.default.fileExists(atPath: scorer.path)

@Suite(.enabled(if: isThere, "the dossier beside the project is absent"))
struct `Of the first dossier` {
  /// The labels of the missions with each answer, on a day.
  private func answers(_ desk: Desk, on day: String) throws -> [String: Set<String>] {
    let run = try desk.annals("missions", "--on", day, "--all", "--json")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    var answers: [String: Set<String>] = [:]
    for mission in try #require(json?["missions"] as? [[String: Any]]) {
      let label = mission["acronym"] as? String ?? mission["name"] as? String ?? ""
      answers[mission["answer"] as? String ?? "", default: []].insert(label)
    }
    return answers
  }

  @Test func `every mission, fact, number and bound is read right`() throws {
    let desk = try Desk()
    for ending in ["txt", "json"] {
      let name = "nato-iraq.\(ending)"
      try desk.write(
        String(contentsOf: dossiers.appending(path: name), encoding: .utf8), to: "truth/\(name)")
    }
    #expect(
      try desk.annals("extract", dossier.path, "--json", "--out", desk.path("found")).code == 0)
    let run = try desk.shell(
      "python3 '\(scorer.path)' '\(desk.path("truth"))' '\(desk.path("found"))' --json")
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let score = try #require(json)
    for part in ["missions", "facts", "quantities"] {
      let figures = try #require(score[part] as? [String: Double])
      for figure in ["precision", "recall", "f1"] {
        #expect(figures[figure] == 1, "\(part) \(figure)")
      }
    }
    let facts = try #require(score["facts"] as? [String: Double])
    #expect(facts["right_mission"] == 1 && facts["quotes_not_in_text"] == 0)
    for bound in ["start_exact", "end_exact", "status", "both_bounds_of_all"] {
      #expect(score[bound] as? Double == 1, "\(bound)")
    }
  }

  @Test func `each day is answered as the document allows`() throws {
    let desk = try Desk()
    #expect(try desk.annals("read", dossier.path).code == 0)
    #expect(try answers(desk, on: "2008-01-01")["certainly"] == ["NTM-I"])
    #expect(try answers(desk, on: "2008-01-01")["possibly"] == nil)
    #expect(try answers(desk, on: "2019-06-01")["certainly"] == ["NMI I"])
    #expect(try answers(desk, on: "2019-06-01")["no"]?.contains("NMI II") == true)
    #expect(try answers(desk, on: "2021-06-01")["possibly"] == ["NMI I", "NMI II"])
    let programmes = try answers(desk, on: "2012-06-01")
    #expect(programmes["no"]?.contains("NTM-I") == true && programmes["possibly"]?.count == 4)
    #expect(try answers(desk, on: "2022-01-01")["possibly"] == ["NMI II"])
    let run = try desk.annals("missions", "--on", "2012-06-01")
    #expect(run.output.contains("inherited from the section 2011–2018"))
  }

  @Test func `the open end is certain up to the day that a source is given`() throws {
    let desk = try Desk()
    try desk.annals("read", dossier.path)
    try desk.annals("read", dossier.path, "--source-date", "2022-06-01")
    #expect(try answers(desk, on: "2022-01-01")["certainly"] == ["NMI II"])
    #expect(try answers(desk, on: "2022-06-02")["possibly"] == ["NMI II"])
  }

  @Test func `the three candidate starts are shown and none is chosen`() throws {
    let desk = try Desk()
    try desk.annals("read", dossier.path)
    let page = try desk.annals("show", "NATO-Iraq out-of-country training").output
    for date in ["July 2015 (decided)", "April 2016 (launched)", "2014 (resumed)"] {
      #expect(page.contains("start \(date), not taken"))
    }
  }
}
