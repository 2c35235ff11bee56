extension Migration {
  /// Who had a document read, where somebody did it under a name: who uploads a document in the
  /// browser does. A reading without a row was made at the command line, which asks nobody.
  static let seventh = Migration(
    number: 7,
    sql: """
      CREATE TABLE reading_author (
        reading INTEGER PRIMARY KEY REFERENCES reading (key),
        author TEXT NOT NULL
      ) STRICT;

      """ + triggers(table: "reading_author"))
}
