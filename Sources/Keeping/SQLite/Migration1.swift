extension Migration {
  /// The first form of the register. A migration that was released is never edited: what it got
  /// wrong, the next one puts right.
  ///
  /// - `document` holds the bytes; `reading` one run of the reader over a document, with what was
  ///   then known of its source. The last reading of a document counts; earlier ones stay.
  /// - `period`, `period_tree`, `mission_name`, `mission_search` and `passage_search` are indexes:
  ///   they can be rebuilt from the rest, so they may change.
  /// - Days are days since 1970-01-01; the least and greatest integers are the two infinities.
  /// - Bytes are UTF-8 bytes of the document's text, from 0, the end exclusive.
  static let first = Migration(
    number: 1,
    sql: """
      CREATE TABLE document (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        text BLOB NOT NULL,
        recorded TEXT NOT NULL
      ) STRICT;

      CREATE TABLE reading (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document (key),
        digest TEXT NOT NULL,
        location TEXT NOT NULL,
        title TEXT,
        publisher TEXT,
        published TEXT,
        as_of INTEGER,
        recorded TEXT NOT NULL
      ) STRICT;
      CREATE INDEX reading_document ON reading (document, key);

      CREATE TABLE passage (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES document (key),
        start_byte INTEGER NOT NULL,
        end_byte INTEGER NOT NULL,
        quote TEXT NOT NULL,
        UNIQUE (document, start_byte, end_byte),
        CHECK (0 <= start_byte AND start_byte < end_byte)
      ) STRICT;

      CREATE TABLE mission (
        key INTEGER PRIMARY KEY,
        reading INTEGER NOT NULL REFERENCES reading (key),
        id TEXT NOT NULL,
        name TEXT NOT NULL,
        acronym TEXT,
        kind TEXT NOT NULL,
        passage INTEGER NOT NULL REFERENCES passage (key),
        UNIQUE (reading, id)
      ) STRICT;
      CREATE INDEX mission_id ON mission (id);
      CREATE INDEX mission_passage ON mission (passage);

      CREATE TABLE mission_alias (
        mission INTEGER NOT NULL REFERENCES mission (key),
        ordinal INTEGER NOT NULL,
        alias TEXT NOT NULL,
        PRIMARY KEY (mission, ordinal)
      ) STRICT;

      CREATE TABLE statement (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document INTEGER NOT NULL REFERENCES document (key),
        subject TEXT NOT NULL,
        property TEXT NOT NULL,
        value_type TEXT NOT NULL CHECK (value_type IN ('text', 'date', 'quantity', 'mission')),
        value TEXT NOT NULL,
        number REAL,
        upper_number REAL,
        hedge TEXT,
        as_of TEXT,
        is_cumulative INTEGER,
        valid TEXT,
        rule TEXT NOT NULL,
        note TEXT,
        recorded TEXT NOT NULL,
        CHECK ((value_type = 'quantity') = (number IS NOT NULL)),
        CHECK ((value_type = 'quantity') = (hedge IS NOT NULL)),
        CHECK ((value_type = 'quantity') = (is_cumulative IS NOT NULL))
      ) STRICT;
      CREATE INDEX statement_subject ON statement (document, subject);

      CREATE TABLE statement_passage (
        statement INTEGER NOT NULL REFERENCES statement (key),
        passage INTEGER NOT NULL REFERENCES passage (key),
        PRIMARY KEY (statement, passage)
      ) STRICT;
      CREATE INDEX statement_passage_passage ON statement_passage (passage);

      CREATE TABLE reading_statement (
        reading INTEGER NOT NULL REFERENCES reading (key),
        statement INTEGER NOT NULL REFERENCES statement (key),
        ordinal INTEGER NOT NULL,
        PRIMARY KEY (reading, statement)
      ) STRICT;

      CREATE TABLE doubt (
        reading INTEGER NOT NULL REFERENCES reading (key),
        ordinal INTEGER NOT NULL,
        passage INTEGER NOT NULL REFERENCES passage (key),
        reason TEXT NOT NULL,
        PRIMARY KEY (reading, ordinal)
      ) STRICT;

      CREATE TABLE decision (
        key INTEGER PRIMARY KEY,
        statement INTEGER NOT NULL REFERENCES statement (key),
        verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected', 'amended')),
        replacement INTEGER REFERENCES statement (key),
        decided_by TEXT NOT NULL,
        note TEXT,
        recorded TEXT NOT NULL,
        CHECK ((verdict = 'amended') = (replacement IS NOT NULL)),
        CHECK (replacement IS NULL OR replacement <> statement)
      ) STRICT;
      CREATE INDEX decision_statement ON decision (statement, key);
      CREATE INDEX decision_replacement ON decision (replacement);

      CREATE TABLE period (
        mission INTEGER PRIMARY KEY REFERENCES mission (key),
        document INTEGER NOT NULL REFERENCES document (key),
        origin TEXT NOT NULL,
        begin_earliest INTEGER,
        begin_latest INTEGER,
        end_earliest INTEGER,
        end_latest INTEGER
      ) STRICT;
      CREATE INDEX period_document ON period (document);
      CREATE INDEX period_undated ON period (mission) WHERE begin_earliest IS NULL;

      CREATE TABLE mission_name (
        mission INTEGER NOT NULL REFERENCES mission (key),
        form TEXT NOT NULL,
        folded TEXT NOT NULL,
        compact TEXT NOT NULL,
        PRIMARY KEY (mission, form)
      ) STRICT;
      CREATE INDEX mission_name_folded ON mission_name (folded);
      CREATE INDEX mission_name_compact ON mission_name (compact);

      CREATE TABLE index_version (
        version INTEGER NOT NULL
      ) STRICT;

      CREATE VIRTUAL TABLE period_tree USING rtree_i32 (mission, first_day, last_day);
      CREATE VIRTUAL TABLE passage_search USING fts5 (
        folded, content = '', tokenize = "unicode61 remove_diacritics 2"
      );
      CREATE VIRTUAL TABLE mission_search USING fts5 (
        folded, content = '', tokenize = "unicode61 remove_diacritics 2"
      );

      """ + appendOnly.map(triggers).joined())

  /// What is kept for good.
  private static let appendOnly = [
    "document", "reading", "passage", "mission", "mission_alias", "statement",
    "statement_passage", "reading_statement", "doubt", "decision",
  ]

  static func triggers(table: String) -> String {
    ["UPDATE", "DELETE"].map { verb in
      """
      CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
      BEGIN
        SELECT RAISE (ABORT, 'the register is append-only: \(verb) of \(table)');
      END;

      """
    }.joined()
  }
}
