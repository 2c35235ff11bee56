import GRDB
internal import Statements

/// Reads accounts as people decided which missions are one: one account for all of them.
struct MergedReader {
  private var reader: AccountReader
  let merging: Merging

  init(_ db: Database, at moment: Moment = .now) throws {
    reader = AccountReader(db, at: moment)
    merging = try Merging(identities: Register.identities(at: moment, db))
  }

  private var db: Database { reader.db }

  /// What the documents say about a mission and all that are one with it.
  mutating func account(ofMission key: Int64) throws -> Account {
    let own = try reader.account(ofMission: key)
    let members = merging.members(with: own.id)
    var accounts = [own]
    if members.count > 1 {
      accounts += try keys(of: members).filter { $0 != key }.map {
        try reader.account(ofMission: $0)
      }
    }
    return merging.merged(accounts)[0]
  }

  /// The keys of all missions that documents have in their last reading.
  func keys() throws -> [Int64] {
    try db.all(
      """
      SELECT mission.key
      FROM document
      JOIN mission ON mission.reading = \(reader.moment.reading(of: "document.key"))
      ORDER BY mission.key
      """
    ) { try $0.integer() }
  }

  /// The same of some missions by their ids.
  func keys(of missions: [MissionID]) throws -> [Int64] {
    try missions.flatMap { mission in
      try db.all(
        """
        SELECT mission.key
        FROM mission
        JOIN reading ON reading.key = mission.reading
        WHERE mission.id = \(mission.rawValue)
          AND reading.key = \(reader.moment.reading(of: "reading.document"))
        """
      ) { try $0.integer() }
    }
  }

  /// Every document's accounts by themselves.
  mutating func separateAccounts() throws -> [Account] {
    try separateAccounts(ofMissions: keys())
  }

  /// What documents say about some missions, each by itself.
  mutating func separateAccounts(ofMissions keys: [Int64]) throws -> [Account] {
    var accounts: [Account] = []
    for key in keys { accounts.append(try reader.account(ofMission: key)) }
    return accounts
  }

  /// Every account, those of one mission as one.
  mutating func accounts() throws -> [Account] { merging.merged(try separateAccounts()) }

  /// The keys of these missions and of all that are taken for one mission with any of them: because
  /// their documents give them the same name, or somebody said so.
  func peers(of keys: some Sequence<Int64>) throws -> Set<Int64> {
    var found: Set<Int64> = []
    var names: Set<String> = []
    var rest = Array(keys)
    while let key = rest.popLast() {
      guard found.insert(key).inserted else { continue }
      let mission = try db.first("SELECT id, name FROM mission WHERE key = \(key)") {
        (id: MissionID(rawValue: try $0.text()), name: try $0.text())
      }
      guard let mission else { throw Damage("no mission \(key)") }
      rest += try self.keys(of: merging.members(with: mission.id))
      let name = Folding.words(of: mission.name).joined(separator: " ")
      guard !name.isEmpty, names.insert(name).inserted else { continue }
      rest += try db.all("SELECT DISTINCT mission FROM mission_name WHERE folded = \(name)") {
        try $0.integer()
      }
    }
    return found
  }
}
