extension Migration {
  /// Indexes over periods that count and page a million missions in milliseconds. Facts are not
  /// touched: what stood in the old indexes is derived again.
  ///
  /// - `period.name` orders missions that began on one day: the label, U+0001, the id. A period has
  ///   its four points, or none where nothing dates the mission.
  /// - `period_tally` counts the points of periods by day in blocks of 64, 64², … days, for all
  ///   missions (kind '') and for each kind: how many began up to a day is a sum of a few rows.
  ///   `begins` and `ends` are the first and last points; `core_…` the inner ones of periods with
  ///   days on which they certainly ran; `loose_…` those of the others. `last_…` are the latest
  ///   day that a period beginning in the block reaches; they are bounds and may be too late.
  /// - `loose_tree` holds the days from the earliest end to the latest begin of loose periods.
  /// - `facet` is a place or an organisation as it is written, `mission_facet` whose it is, with
  ///   the mission's points, so that a filtered question reads one run of rows.
  static let fourth = Migration(
    number: 4,
    sql: """
      DROP TABLE period_tree;
      DROP TABLE period;

      CREATE TABLE period (
        mission INTEGER PRIMARY KEY REFERENCES mission (key),
        document INTEGER NOT NULL REFERENCES document (key),
        origin TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        begin_earliest INTEGER,
        begin_latest INTEGER,
        end_earliest INTEGER,
        end_latest INTEGER
      ) STRICT;
      CREATE INDEX period_document ON period (document);
      CREATE INDEX period_order ON period
        (begin_earliest, name, mission, end_latest, end_earliest, begin_latest, origin, kind);
      CREATE INDEX period_endless ON period (end_latest)
        WHERE begin_earliest = -9223372036854775808;
      CREATE INDEX period_begun ON period (begin_latest)
        WHERE begin_earliest = -9223372036854775808 AND begin_latest < end_latest;

      CREATE TABLE period_tally (
        kind TEXT NOT NULL,
        level INTEGER NOT NULL,
        block INTEGER NOT NULL,
        begins INTEGER NOT NULL,
        ends INTEGER NOT NULL,
        core_begins INTEGER NOT NULL,
        core_ends INTEGER NOT NULL,
        loose_begins INTEGER NOT NULL,
        loose_ends INTEGER NOT NULL,
        undated INTEGER NOT NULL,
        boundless INTEGER NOT NULL,
        last_certain INTEGER,
        last_possible INTEGER,
        PRIMARY KEY (kind, level, block)
      ) STRICT, WITHOUT ROWID;

      CREATE VIRTUAL TABLE loose_tree USING rtree_i32 (mission, first_day, last_day);

      CREATE TABLE facet (
        key INTEGER PRIMARY KEY,
        property TEXT NOT NULL,
        form TEXT NOT NULL,
        folded TEXT NOT NULL,
        UNIQUE (property, form)
      ) STRICT;
      CREATE TABLE mission_facet (
        facet INTEGER NOT NULL REFERENCES facet (key),
        begin_earliest INTEGER NOT NULL,
        name TEXT NOT NULL,
        mission INTEGER NOT NULL REFERENCES mission (key),
        begin_latest INTEGER,
        end_earliest INTEGER,
        end_latest INTEGER,
        origin TEXT NOT NULL,
        kind TEXT NOT NULL,
        PRIMARY KEY (facet, begin_earliest, name, mission)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX mission_facet_mission ON mission_facet (mission);

      """)
}
