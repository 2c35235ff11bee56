extension Migration {
  /// How many statements of each document are open and decided, so that a register with millions of
  /// them says at once how many are left.
  ///
  /// - `review_tally` counts what a review lists: what the last reading of a document proposes, and
  ///   what was decided on though it proposes that no longer, by property, rule and verdict (the
  ///   empty text where nobody decided). It is an index: it follows from the rest.
  /// - `review_tally_version` says by which rules it was counted; without a row, it was not.
  static let eighth = Migration(
    number: 8,
    sql: """
      CREATE TABLE review_tally (
        document INTEGER NOT NULL REFERENCES document (key),
        property TEXT NOT NULL,
        rule TEXT NOT NULL,
        verdict TEXT NOT NULL,
        is_proposed INTEGER NOT NULL,
        statements INTEGER NOT NULL,
        PRIMARY KEY (document, property, rule, verdict, is_proposed)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE review_tally_version (
        version INTEGER NOT NULL
      ) STRICT;

      """)
}
