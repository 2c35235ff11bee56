import Foundation
import Testing

/// Real disagreements between sources, as `contradictions.tsv` beside the project lists them: which of
/// them the checks find, where texts and tables that have them lie there too.
@Suite(.enabled(if: Product.hasShared, "the data beside the project is absent"))
struct `Of the contradictions that researchers found` {
  /// By the row's id: the mission, and what the finding says. The other rows have no second source
  /// beside the project (C04, C09, C27, C30, C33), differ in time and not in what is said (C05, C06: see
  /// annals diff), say less than a contradiction (C01, C03, C21: units kept apart, a decision before a
  /// deployment, one host of several), or are about how tables cut missions (C18, C19, C23, C24, C26).
  private static let expected: [String: (mission: String, detail: String, words: [String])] = [
    "C02": ("NTM-I", "unit differs", ["officers", "military"]),
    "C08": ("ISAF", "dates differ", ["begins", "2001", "August 2003"]),
    "C10": ("UNMIBH", "dates differ", ["begins", "5 March 1996"]),
    "C11": ("UNTAET", "one-day shift", ["25 October 1999", "26 October 1999"]),
    "C13": ("UNAMID", "dates differ", ["August 2006", "2007"]),
    "C14": ("MINUGUA", "dates differ", ["January 1997", "21 November 1994"]),
    "C15": ("MICAH", "dates differ", ["March 2000", "1999"]),
    "C16": ("UNVMC", "dates differ", ["July 2017", "2016"]),
    "C17": ("UNOWAS", "dates differ", ["March 2002", "2016"]),
    "C20": ("UNMIK", "host", ["Serbia", "Kosovo"]),
    "C22": ("UNSMIL", "host", ["Liberia", "Libya"]),
    "C31": ("UNOSOM II", "dates differ", ["March 1993", "4 May 1993"]),
  ]

  @Test func `the checks find those that texts and tables have, and no false alarm`() throws {
    let desk = try Desk()
    try copyTexts(to: desk)
    try copyTables(to: desk)
    try joinByAcronym(desk)
    let json = try desk.annals("check", "--json").json()
    let findings = try #require(json["findings"] as? [[String: Any]])
    func text(_ finding: [String: Any], _ key: String) -> String { finding[key] as? String ?? "" }

    let listed = try Set(
      String(
        contentsOf: Product.shared.appending(path: "datasets/contradictions.tsv"), encoding: .utf8
      ).split(separator: "\n").dropFirst().map { String($0.prefix(3)) })
    #expect(listed.isSuperset(of: Self.expected.keys))
    for (row, expected) in Self.expected.sorted(by: { $0.key < $1.key }) {
      let isFound = findings.contains { finding in
        text(finding, "kind") == "contradiction" && text(finding, "mission") == expected.mission
          && text(finding, "detail") == expected.detail
          && expected.words.allSatisfy(text(finding, "words").contains)
      }
      #expect(isFound, "\(row): \(expected)")
    }

    // 2011 and 31 December 2011 agree, and so do a count and a later one.
    let training = findings.filter {
      text($0, "kind") == "contradiction" && text($0, "mission") == "NTM-I"
    }
    #expect(!training.contains { text($0, "words").contains("ends") })
    #expect(!training.contains { text($0, "detail") == "numbers differ" })
    #expect(
      findings.contains { text($0, "kind") == "refinement" && text($0, "mission") == "NTM-I" })
  }

  private func copyTexts(to desk: Desk) throws {
    for name in [
      "nato-iraq", "ntm-i-topic-page", "ntm-i-article", "iraq-training-article", "unmibh-factsheet",
      "afghanistan-mission-archive", "afghanistan-nato-overview", "timor-un-missions-overview",
    ] {
      let file = Product.shared.appending(path: "dossiers/\(name).txt")
      try desk.write(String(contentsOf: file, encoding: .utf8), to: "\(name).txt")
      _ = try desk.annals("read", "\(name).txt")
    }
    let own = Checkout.root.appending(path: "Dossiers/un-timor-leste.txt")
    try desk.write(String(contentsOf: own, encoding: .utf8), to: "un-timor-leste.txt")
    _ = try desk.annals("read", "un-timor-leste.txt")
  }

  /// One table for each source, out of those that lie side by side.
  private func copyTables(to desk: Desk) throws {
    let wanted = Set(Self.expected.values.map(\.mission))
    let text = try String(
      contentsOf: Product.shared.appending(path: "datasets/comparison_by_mission.csv"),
      encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).map { Self.cells(String($0)) }
    let header = try #require(rows.first)
    func table(_ name: String, _ columns: [(String, String)]) throws {
      let places = try columns.map { try #require(header.firstIndex(of: $0.0)) }
      let lines = rows.dropFirst().filter { wanted.contains($0[0]) && !$0[places[1]].isEmpty }
        .map { row in places.map { "\"\(row[$0])\"" }.joined(separator: ",") }
      let head = columns.map(\.1).joined(separator: ",")
      try read(name, ([head] + lines).joined(separator: "\n") + "\n", columns.map(\.1), desk)
    }
    try table("corpus", [("mission", "acronym"), ("pkoc_start", "start"), ("pkoc_host", "host")])
    try table(
      "list", [("mission", "acronym"), ("unfat_first_year", "start"), ("unfat_hosts", "host")])
    try table(
      "contingents", [("mission", "acronym"), ("italian_start", "start"), ("italian_end", "end")])
    let deployments = try String(
      contentsOf: Product.shared.appending(path: "datasets/factbook/deployments_parsed.csv"),
      encoding: .utf8
    ).split(whereSeparator: \.isNewline).map { Self.cells(String($0)) }
    let fields = try #require(deployments.first)
    let mission = try #require(fields.firstIndex(of: "mission_or_frame"))
    let host = try #require(fields.firstIndex(of: "host"))
    let row = try #require(deployments.first { $0.count > mission && $0[mission] == "UNSMIL" })
    try read("factbook", "acronym,host\nUNSMIL,\(row[host])\n", ["acronym", "host"], desk)
  }

  private func read(_ name: String, _ text: String, _ fields: [String], _ desk: Desk) throws {
    try desk.write(text, to: "\(name).csv")
    let map = "[columns]\n" + fields.map { "\($0) = \"\($0)\"\n" }.joined()
    try desk.write(map, to: "\(name).toml")
    let run = try desk.annals("read", "\(name).csv", "--map", "\(name).toml")
    try #require(run.code == 0, "\(run.output)\(run.talk)")
  }

  /// Says what a researcher would: that accounts of one acronym in this list are one mission.
  private func joinByAcronym(_ desk: Desk) throws {
    let missions = try desk.annals("missions", "--json").json()["missions"] as? [[String: Any]]
    var ids: [String: [String]] = [:]
    for mission in try #require(missions) {
      let label = mission["acronym"] as? String ?? mission["name"] as? String ?? ""
      ids[label, default: []].append(mission["id"] as? String ?? "")
    }
    for (label, accounts) in ids where Self.expected.values.contains(where: { $0.mission == label })
    {
      for other in accounts.dropFirst() {
        let run = try desk.annals("same", accounts[0], other, "--by", "A. Reader")
        #expect(run.code == 0, "\(label): \(run.talk)")
      }
    }
  }

  /// The cells of a line of comma-separated values.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line.trimmingCharacters(in: .whitespacesAndNewlines) {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
