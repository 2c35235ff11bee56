extension Migration {
  /// Documents that are not text files: their bytes, their places, and what a reading was made with.
  ///
  /// - `original` holds what a file was where that is not the text itself, and where the text's
  ///   bytes stand in it (`PlaceMap.encoded`). `bytes` is NULL where the text is the file's own.
  /// - `reading_recipe` says which readings need not be made again: a recipe names the program and
  ///   the options that a reading was made with.
  /// - `attempt` remembers which paths could not be read; the last attempt of a path counts, and
  ///   NULL as its reason says that it was read.
  static let second = Migration(
    number: 2,
    sql: """
      ALTER TABLE reading ADD COLUMN author TEXT;
      ALTER TABLE reading ADD COLUMN modified TEXT;

      CREATE TABLE original (
        document INTEGER PRIMARY KEY REFERENCES document (key),
        format TEXT NOT NULL,
        bytes BLOB,
        places TEXT NOT NULL
      ) STRICT;

      CREATE TABLE reading_recipe (
        recipe TEXT NOT NULL,
        reading INTEGER NOT NULL REFERENCES reading (key),
        PRIMARY KEY (reading, recipe)
      ) STRICT;

      CREATE TABLE attempt (
        key INTEGER PRIMARY KEY,
        path TEXT NOT NULL,
        reason TEXT,
        recorded TEXT NOT NULL
      ) STRICT;
      CREATE INDEX attempt_path ON attempt (path, key);

      """ + ["original", "reading_recipe", "attempt"].map(triggers).joined())
}
