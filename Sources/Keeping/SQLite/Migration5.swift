extension Migration {
  /// Editions of a file: a program that reads a format better gives the same bytes another text.
  ///
  /// - `edition` says of a document that it is a later edition of the file with this SHA-256; the
  ///   first edition is the document with that id. The edition that was read last counts.
  /// - `retirement` names the readings that take an edition back: they found nothing, because
  ///   another edition of the file was read after it.
  static let fifth = Migration(
    number: 5,
    sql: """
      CREATE TABLE edition (
        document INTEGER PRIMARY KEY REFERENCES document (key),
        file TEXT NOT NULL
      ) STRICT;
      CREATE INDEX edition_file ON edition (file);

      CREATE TABLE retirement (
        reading INTEGER PRIMARY KEY REFERENCES reading (key)
      ) STRICT;

      """ + ["edition", "retirement"].map(triggers).joined())
}
