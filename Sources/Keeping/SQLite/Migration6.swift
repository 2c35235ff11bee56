extension Migration {
  /// A search that stays quick where a word stands in hundreds of thousands of passages.
  ///
  /// - The rows of `passage_search` are numbered by length and then by passage
  ///   (`SearchRow.number`), so that reading them in order gives short passages first, which is the
  ///   order in which they are shown, and the rest need not be read. How long a row is stands in its
  ///   number, so FTS5 keeps no sizes.
  /// - `search_word` holds every word that was indexed, so that the words that begin so are known.
  /// - `search_state` says up to which passage and mission words are indexed.
  static let sixth = Migration(
    number: 6,
    sql: """
      DROP TABLE passage_search;
      DROP TABLE mission_search;
      CREATE VIRTUAL TABLE passage_search USING fts5 (
        folded, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2"
      );
      CREATE VIRTUAL TABLE mission_search USING fts5 (
        folded, content = '', columnsize = 0, tokenize = "unicode61 remove_diacritics 2"
      );
      CREATE TABLE search_word (
        word TEXT PRIMARY KEY
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE search_state (
        passage INTEGER NOT NULL,
        mission INTEGER NOT NULL
      ) STRICT;

      """)
}
