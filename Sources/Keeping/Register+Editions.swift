import GRDB
package import Statements

extension Register {
  /// The documents that a name may mean, in the order in which they were read last: by location, file
  /// name, title, or the first digits of the id. Editions of one file at one location are several.
  package func documents(named source: String) async throws(RegisterError) -> [Document] {
    guard !source.isEmpty else { return [] }
    return try await read { db in
      let readings = try db.all(
        """
        SELECT reading.key
        FROM document
        JOIN reading ON reading.key = \(Moment.now.reading(of: "document.key"))
        WHERE reading.key NOT IN (SELECT reading FROM retirement)
          AND \(SourceName.matches(source))
        ORDER BY reading.key
        """
      ) { try $0.integer() }
      var accounts = AccountReader(db)
      return try readings.map { try accounts.document(reading: $0) }
    }
  }

  /// What one document says about each of its missions, in the order of `Account.precedes`.
  /// - Parameter moment: what was recorded later is not known.
  package func accounts(
    in document: DocumentID, at moment: Moment = .now
  ) async throws(RegisterError) -> [Account] {
    try await read { db in
      let missions = try db.all(
        """
        SELECT mission.key
        FROM document
        JOIN mission ON mission.reading = \(moment.reading(of: "document.key"))
        WHERE document.id = \(document.rawValue)
        """
      ) { try $0.integer() }
      var reader = AccountReader(db, at: moment)
      return try missions.map { try reader.account(ofMission: $0) }
        .sorted(by: Account.precedes)
    }
  }
}

/// How people name sources.
enum SourceName {
  /// Whether a reading and its document are called so: the location, its file's name, the title, or
  /// the first digits of the id.
  static func matches(_ source: String) -> Query {
    let file = "/" + source
    return """
      (reading.location = \(source)
        OR reading.title = \(source)
        OR substr(reading.location, -\(file.unicodeScalars.count)) = \(file)
        OR substr(document.id, 1, length(\(source))) = \(source))
      """
  }
}
