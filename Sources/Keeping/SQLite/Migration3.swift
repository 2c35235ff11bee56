extension Migration {
  /// What people do, one row an action: several decisions may be taken at once and are undone at
  /// once.
  ///
  /// - A decision counts unless its action was undone by a later one (`undoes`). Decisions of forms
  ///   1 and 2 belong to no action.
  /// - `carry` is the register's own: it carries decisions from one edition of a document to the
  ///   next. `dropped_decision` says which could not be carried when a reading was made, and why.
  /// - `settlement` puts a finding of the checks to rest, `identity` says how two missions of the
  ///   register are related; both go when their action is undone.
  static let third = Migration(
    number: 3,
    sql: """
      CREATE TABLE action (
        key INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('decide', 'carry', 'settle', 'relate', 'undo')),
        taken_by TEXT NOT NULL,
        note TEXT,
        recorded TEXT NOT NULL,
        undoes INTEGER UNIQUE REFERENCES action (key),
        CHECK ((kind = 'undo') = (undoes IS NOT NULL))
      ) STRICT;
      CREATE INDEX action_taken_by ON action (taken_by, key);

      ALTER TABLE decision ADD COLUMN action INTEGER REFERENCES action (key);
      CREATE INDEX decision_action ON decision (action);
      CREATE INDEX reading_location ON reading (location, key);

      CREATE TABLE dropped_decision (
        reading INTEGER NOT NULL REFERENCES reading (key),
        decision INTEGER NOT NULL REFERENCES decision (key),
        reason TEXT NOT NULL,
        PRIMARY KEY (reading, decision)
      ) STRICT;

      CREATE TABLE settlement (
        key INTEGER PRIMARY KEY,
        action INTEGER NOT NULL REFERENCES action (key),
        finding TEXT NOT NULL
      ) STRICT;
      CREATE INDEX settlement_finding ON settlement (finding);
      CREATE INDEX settlement_action ON settlement (action);

      CREATE TABLE identity (
        key INTEGER PRIMARY KEY,
        action INTEGER NOT NULL REFERENCES action (key),
        mission TEXT NOT NULL,
        relation TEXT NOT NULL CHECK (relation IN ('same', 'distinct', 'part-of')),
        other TEXT NOT NULL,
        CHECK (mission <> other)
      ) STRICT;
      CREATE INDEX identity_mission ON identity (mission);
      CREATE INDEX identity_other ON identity (other);
      CREATE INDEX identity_action ON identity (action);

      """
        + ["action", "dropped_decision", "settlement", "identity"].map(triggers).joined())
}
