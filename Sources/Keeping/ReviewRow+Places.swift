import GRDB
internal import Statements

extension ReviewRow {
  /// The statements about a mission, in document order.
  static func all(about mission: MissionID, _ db: Database) throws -> [ReviewRow] {
    try db.all(
      """
      SELECT statement.key, statement.id, reading.key, COALESCE(mission.acronym, mission.name),
        decision.key, reading_statement.statement IS NOT NULL
      FROM mission
      JOIN reading ON reading.key = mission.reading
      JOIN statement
        ON statement.document = reading.document AND statement.subject = mission.id
      LEFT JOIN reading_statement
        ON reading_statement.reading = reading.key
        AND reading_statement.statement = statement.key
      LEFT JOIN decision ON decision.key = \(Moment.now.decision(on: "statement.key"))
      WHERE mission.id = \(mission.rawValue)
        AND reading.key = \(Moment.now.reading(of: "reading.document"))
        AND (decision.key IS NOT NULL OR reading_statement.statement IS NOT NULL)
      ORDER BY reading_statement.ordinal IS NULL, reading_statement.ordinal, statement.key
      """
    ) { try ReviewRow(&$0) }
  }

  /// The statements with a passage that shares a byte with a part of a document, in document order.
  static func all(
    in document: DocumentID, _ bytes: Range<Int>, _ db: Database
  ) throws -> [ReviewRow] {
    try db.all(
      """
      SELECT statement.key, statement.id, reading.key, COALESCE(mission.acronym, mission.name),
        decision.key, reading_statement.statement IS NOT NULL
      FROM document
      JOIN reading ON reading.key = \(Moment.now.reading(of: "document.key"))
      JOIN statement ON statement.document = document.key
      LEFT JOIN reading_statement
        ON reading_statement.reading = reading.key
        AND reading_statement.statement = statement.key
      LEFT JOIN mission ON mission.reading = reading.key AND mission.id = statement.subject
      LEFT JOIN decision ON decision.key = \(Moment.now.decision(on: "statement.key"))
      WHERE document.id = \(document.rawValue)
        AND statement.key IN (
          SELECT statement_passage.statement
          FROM passage
          JOIN statement_passage ON statement_passage.passage = passage.key
          WHERE passage.document = document.key
            AND passage.start_byte < \(bytes.upperBound)
            AND passage.end_byte > \(bytes.lowerBound))
        AND (decision.key IS NOT NULL OR reading_statement.statement IS NOT NULL)
      ORDER BY reading_statement.ordinal IS NULL, reading_statement.ordinal, statement.key
      """
    ) { try ReviewRow(&$0) }
  }
}
