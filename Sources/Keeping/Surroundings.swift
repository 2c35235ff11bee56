import GRDB
internal import Statements

/// What can have to do with some missions, as the checks see it.
struct Surroundings {
  let db: Database
  var reader: MergedReader
  /// Accounts that were read, by the mission that was asked for.
  private var known: [MissionID: Account] = [:]
  /// Missions that somebody said something about.
  private let related: Set<MissionID>

  /// - Parameter identities: what people decided about which missions are one.
  init(db: Database, reader: MergedReader, _ identities: [Identity]) {
    self.db = db
    self.reader = reader
    related = Set(identities.flatMap { [$0.mission, $0.other] })
  }

  /// The account of a mission and all that are one with it.
  mutating func account(of mission: MissionID) throws -> Account? {
    if let account = known[mission] { return account }
    guard let key = try reader.keys(of: [mission]).first else { return nil }
    let account = try reader.account(ofMission: key)
    known[mission] = account
    return account
  }

  /// The missions of documents of which these accounts are, of those that stand next to them in a
  /// line and of all that are taken for one mission with any of these; and of those that have nearly
  /// their acronym, as many as tell which these are.
  func keys(around accounts: [Account]) throws -> [Int64] {
    var near = Set(accounts.flatMap(\.members))
    var forms: Set<String> = []
    for account in accounts {
      near.formUnion(try Register.neighbours(of: account, db))
      for form in account.mission.forms {
        let letters = Folding.words(of: form).joined()
        if letters.count <= Surroundings.longest { forms.insert(letters) }
      }
    }
    var keys = try reader.peers(of: reader.keys(of: Array(near)))
    let alike = try missions(called: forms.flatMap(Surroundings.slips))
      .filter { !keys.contains($0) }
    keys.formUnion(try leading(alike))
    return keys.sorted()
  }

  /// The missions with one of these forms, without spaces.
  private func missions(called forms: [String]) throws -> [Int64] {
    // Letters and digits alone, so that nothing need be escaped.
    let list = "[" + forms.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    return try db.all(
      """
      SELECT DISTINCT mission
      FROM mission_name
      WHERE compact IN (SELECT value FROM json_each(\(list)))
      """
    ) { try $0.integer() }
  }

  /// Of missions that are taken for one the first alone, which stands for them where they look like
  /// another; all of them where somebody said that some are not one, or that others are as well.
  private func leading(_ missions: [Int64]) throws -> Set<Int64> {
    var found: Set<Int64> = []
    var names: Set<String> = []
    let relatedNames = missions.isEmpty ? [] : try self.relatedNames()
    for key in missions {
      let mission = try db.first("SELECT name, acronym FROM mission WHERE key = \(key)") {
        (name: try $0.text(), acronym: try $0.optionalText())
      }
      guard let mission else { throw Damage("no mission \(key)") }
      let words = Folding.words(of: mission.name)
      // Such a name makes no two accounts one.
      if words.count < 2 || mission.acronym == mission.name { found.insert(key) }
      let name = words.joined(separator: " ")
      guard words.count >= 2, names.insert(name).inserted else { continue }
      if relatedNames.contains(name) {
        found.formUnion(try reader.peers(of: [key]))
      } else {
        found.formUnion(try first(called: name).map { [$0] } ?? [key])
      }
    }
    return found
  }

  private func relatedNames() throws -> Set<String> {
    var names: Set<String> = []
    for key in try reader.keys(of: Array(related)) {
      let name = try db.first("SELECT name FROM mission WHERE key = \(key)") { try $0.text() }
      if let name { names.insert(Folding.words(of: name).joined(separator: " ")) }
    }
    return names
  }

  /// The first mission of a full name, in the order of `Account.precedes`.
  private func first(called name: String) throws -> Int64? {
    try db.first(
      """
      SELECT period.mission
      FROM mission_name
      JOIN mission ON mission.key = mission_name.mission AND mission.name = mission_name.form
      JOIN period ON period.mission = mission.key
      WHERE mission_name.folded = \(name)
      ORDER BY period.begin_earliest IS NULL, period.begin_earliest, period.name, period.mission
      LIMIT 1
      """
    ) { try $0.integer() }
  }

  /// Longer forms are no acronyms. In letters.
  private static let longest = 16
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789")

  /// An acronym and what one Latin letter or digit inserted, removed or replaced makes of it.
  private static func slips(of acronym: String) -> [String] {
    let own = Array(acronym)
    var forms = [acronym]
    for index in own.indices {
      let rest = own[(index + 1)...]
      forms.append(String(own[..<index] + rest))
      forms += alphabet.map { String(own[..<index] + [$0] + rest) }
    }
    for index in 0...own.count {
      forms += alphabet.map { String(own[..<index] + [$0] + own[index...]) }
    }
    return forms
  }
}
