-- A register of form 8, as the version that introduced it wrote it: one document about an
-- observer mission, from a page. The words of the searches are left out and the version of the
-- indexes is 0, as they are where an older version derived them by other rules.
PRAGMA application_id = 1095650892;
PRAGMA user_version = 8;
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
, author TEXT, modified TEXT) STRICT;
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
  recorded TEXT NOT NULL, action INTEGER REFERENCES action (key),
  CHECK ((verdict = 'amended') = (replacement IS NOT NULL)),
  CHECK (replacement IS NULL OR replacement <> statement)
) STRICT;
CREATE INDEX decision_statement ON decision (statement, key);
CREATE INDEX decision_replacement ON decision (replacement);
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
CREATE TRIGGER document_no_update BEFORE UPDATE ON document
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of document');
END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of document');
END;
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of reading');
END;
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of reading');
END;
CREATE TRIGGER passage_no_update BEFORE UPDATE ON passage
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of passage');
END;
CREATE TRIGGER passage_no_delete BEFORE DELETE ON passage
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of passage');
END;
CREATE TRIGGER mission_no_update BEFORE UPDATE ON mission
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of mission');
END;
CREATE TRIGGER mission_no_delete BEFORE DELETE ON mission
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of mission');
END;
CREATE TRIGGER mission_alias_no_update BEFORE UPDATE ON mission_alias
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of mission_alias');
END;
CREATE TRIGGER mission_alias_no_delete BEFORE DELETE ON mission_alias
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of mission_alias');
END;
CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of statement');
END;
CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of statement');
END;
CREATE TRIGGER statement_passage_no_update BEFORE UPDATE ON statement_passage
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of statement_passage');
END;
CREATE TRIGGER statement_passage_no_delete BEFORE DELETE ON statement_passage
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of statement_passage');
END;
CREATE TRIGGER reading_statement_no_update BEFORE UPDATE ON reading_statement
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of reading_statement');
END;
CREATE TRIGGER reading_statement_no_delete BEFORE DELETE ON reading_statement
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of reading_statement');
END;
CREATE TRIGGER doubt_no_update BEFORE UPDATE ON doubt
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of doubt');
END;
CREATE TRIGGER doubt_no_delete BEFORE DELETE ON doubt
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of doubt');
END;
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of decision');
END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of decision');
END;
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
CREATE TRIGGER original_no_update BEFORE UPDATE ON original
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of original');
END;
CREATE TRIGGER original_no_delete BEFORE DELETE ON original
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of original');
END;
CREATE TRIGGER reading_recipe_no_update BEFORE UPDATE ON reading_recipe
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of reading_recipe');
END;
CREATE TRIGGER reading_recipe_no_delete BEFORE DELETE ON reading_recipe
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of reading_recipe');
END;
CREATE TRIGGER attempt_no_update BEFORE UPDATE ON attempt
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of attempt');
END;
CREATE TRIGGER attempt_no_delete BEFORE DELETE ON attempt
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of attempt');
END;
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
CREATE TRIGGER action_no_update BEFORE UPDATE ON action
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of action');
END;
CREATE TRIGGER action_no_delete BEFORE DELETE ON action
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of action');
END;
CREATE TRIGGER dropped_decision_no_update BEFORE UPDATE ON dropped_decision
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of dropped_decision');
END;
CREATE TRIGGER dropped_decision_no_delete BEFORE DELETE ON dropped_decision
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of dropped_decision');
END;
CREATE TRIGGER settlement_no_update BEFORE UPDATE ON settlement
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of settlement');
END;
CREATE TRIGGER settlement_no_delete BEFORE DELETE ON settlement
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of settlement');
END;
CREATE TRIGGER identity_no_update BEFORE UPDATE ON identity
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of identity');
END;
CREATE TRIGGER identity_no_delete BEFORE DELETE ON identity
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of identity');
END;
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
CREATE TABLE edition (
  document INTEGER PRIMARY KEY REFERENCES document (key),
  file TEXT NOT NULL
) STRICT;
CREATE INDEX edition_file ON edition (file);
CREATE TABLE retirement (
  reading INTEGER PRIMARY KEY REFERENCES reading (key)
) STRICT;
CREATE TRIGGER edition_no_update BEFORE UPDATE ON edition
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of edition');
END;
CREATE TRIGGER edition_no_delete BEFORE DELETE ON edition
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of edition');
END;
CREATE TRIGGER retirement_no_update BEFORE UPDATE ON retirement
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of retirement');
END;
CREATE TRIGGER retirement_no_delete BEFORE DELETE ON retirement
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of retirement');
END;
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
INSERT INTO document VALUES (1, 'fac78e99985bb33834a917ff6dd4f9a7066d4bd69ed2b57ab7cd87931e5180c0', X'4F627365727665727320696E207468652056616C6C65790A0A3230303120746F20323030340A0A56616C6C6579204F62736572766572204D697373696F6E2028564F4D290A2D2045737461626C697368656420696E204D6172636820323030312E0A2D20436C6F736564206F6E203330204A756E65203230303420616674657220747261696E696E6720312C323030206775617264732066726F6D20C581C3B364C5BA2E0A', '2024-03-01T10:00:00Z');
INSERT INTO reading VALUES (1, 1, '67d827339c39c2a77731d9da611ebb76622c30c7cde3f874f3fb2bf9bb48479e', 'Dossiers/valley.txt', 'Observers in the Valley', NULL, NULL, 12783, '2024-03-01T10:00:00Z', 'A. Observer', '2004-12-30');
INSERT INTO passage VALUES (1, 1, 39, 68, 'Valley Observer Mission (VOM)');
INSERT INTO passage VALUES (2, 1, 25, 37, '2001 to 2004');
INSERT INTO passage VALUES (3, 1, 71, 97, 'Established in March 2001.');
INSERT INTO passage VALUES (4, 1, 100, 164, 'Closed on 30 June 2004 after training 1,200 guards from Łódź.');
INSERT INTO passage VALUES (5, 1, 138, 150, '1,200 guards');
INSERT INTO mission VALUES (1, 1, 'vom@fac78e99', 'Valley Observer Mission', 'VOM', 'mission', 1);
INSERT INTO mission_alias VALUES (1, 0, 'Valley Observer Mission (VOM)');
INSERT INTO statement VALUES (1, '3c61110ae3d91d3de2ff600a3b06e2285bac540683bb2da1febc4cd945306897', 1, 'vom@fac78e99', 'section-period', 'date', '2001/2004', NULL, NULL, NULL, NULL, NULL, NULL, 'period of the section', NULL, '2024-03-01T10:00:00Z');
INSERT INTO statement VALUES (2, 'a647d42182125cf98f704406d54fb788fa010117df9e5085ccc7349206dc8e93', 1, 'vom@fac78e99', 'established', 'text', 'Established in March 2001.', NULL, NULL, NULL, NULL, NULL, '2001-03', 'dated clause', NULL, '2024-03-01T10:00:00Z');
INSERT INTO statement VALUES (3, '7f959a386162b0d2aef3449ec10ef8fae488caa5f572ab0a1332f18b0ac5d3db', 1, 'vom@fac78e99', 'closed', 'text', 'Closed on 30 June 2004 after training 1,200 guards from Łódź.', NULL, NULL, NULL, NULL, NULL, '2004-06-30', 'dated clause', NULL, '2024-03-01T10:00:00Z');
INSERT INTO statement VALUES (4, 'cc5ed7b3a1ce311dddc38a37a9ab65a28d9d24ebdc524f61c381c037d207060c', 1, 'vom@fac78e99', 'strength', 'quantity', 'guards', 1200.0, NULL, 'exact', '2004-06-30', 0, '2004-06-30', 'counted noun', NULL, '2024-03-01T10:00:00Z');
INSERT INTO statement_passage VALUES (1, 2);
INSERT INTO statement_passage VALUES (2, 3);
INSERT INTO statement_passage VALUES (3, 4);
INSERT INTO statement_passage VALUES (4, 5);
INSERT INTO reading_statement VALUES (1, 1, 0);
INSERT INTO reading_statement VALUES (1, 2, 1);
INSERT INTO reading_statement VALUES (1, 3, 2);
INSERT INTO reading_statement VALUES (1, 4, 3);
INSERT INTO mission_name VALUES (1, 'VOM', 'vom', 'vom');
INSERT INTO mission_name VALUES (1, 'Valley Observer Mission', 'valley observer mission', 'valleyobservermission');
INSERT INTO mission_name VALUES (1, 'Valley Observer Mission (VOM)', 'valley observer mission vom', 'valleyobservermissionvom');
INSERT INTO index_version VALUES (0);
INSERT INTO original VALUES (1, 'html', X'3C68313E4F627365727665727320696E207468652056616C6C65793C2F68313E', 'sections
0 23 1
25 37 2
39 68 3');
INSERT INTO reading_recipe VALUES ('1-2-3 html ', 1);
INSERT INTO attempt VALUES (1, 'Dossiers/broken.pdf', 'damaged', '2024-03-01T10:00:00Z');
INSERT INTO action VALUES (1, 'decide', 'A. Reader', 'seen in the annex', '2024-03-02T09:00:00Z', NULL);
INSERT INTO action VALUES (2, 'decide', 'A. Reader', NULL, '2024-03-02T09:05:00Z', NULL);
INSERT INTO action VALUES (3, 'undo', 'A. Reader', NULL, '2024-03-02T09:06:00Z', 2);
INSERT INTO period VALUES (1, 1, 'events', 'mission', 'VOMvom@fac78e99', 11382, 11412, 12599, 12599);
INSERT INTO period_tally VALUES ('', 0, 2147495030, 1, 0, 0, 0, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('', 0, 2147495060, 0, 0, 1, 0, 0, 0, 0, 0, NULL, NULL);
INSERT INTO period_tally VALUES ('', 0, 2147496247, 0, 1, 0, 1, 0, 0, 0, 0, NULL, NULL);
INSERT INTO period_tally VALUES ('', 1, 33554609, 1, 0, 0, 0, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('', 1, 33554610, 0, 0, 1, 0, 0, 0, 0, 0, NULL, NULL);
INSERT INTO period_tally VALUES ('', 1, 33554628, 0, 1, 0, 1, 0, 0, 0, 0, NULL, NULL);
INSERT INTO period_tally VALUES ('', 2, 524290, 1, 0, 1, 0, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('', 2, 524291, 0, 1, 0, 1, 0, 0, 0, 0, NULL, NULL);
INSERT INTO period_tally VALUES ('', 3, 8192, 1, 1, 1, 1, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('', 4, 128, 1, 1, 1, 1, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('', 5, 2, 1, 1, 1, 1, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('', 6, 0, 1, 1, 1, 1, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('mission', 0, 2147495030, 1, 0, 0, 0, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('mission', 0, 2147495060, 0, 0, 1, 0, 0, 0, 0, 0, NULL, NULL);
INSERT INTO period_tally VALUES ('mission', 0, 2147496247, 0, 1, 0, 1, 0, 0, 0, 0, NULL, NULL);
INSERT INTO period_tally VALUES ('mission', 1, 33554609, 1, 0, 0, 0, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('mission', 1, 33554610, 0, 0, 1, 0, 0, 0, 0, 0, NULL, NULL);
INSERT INTO period_tally VALUES ('mission', 1, 33554628, 0, 1, 0, 1, 0, 0, 0, 0, NULL, NULL);
INSERT INTO period_tally VALUES ('mission', 2, 524290, 1, 0, 1, 0, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('mission', 2, 524291, 0, 1, 0, 1, 0, 0, 0, 0, NULL, NULL);
INSERT INTO period_tally VALUES ('mission', 3, 8192, 1, 1, 1, 1, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('mission', 4, 128, 1, 1, 1, 1, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('mission', 5, 2, 1, 1, 1, 1, 0, 0, 0, 0, 12599, 12599);
INSERT INTO period_tally VALUES ('mission', 6, 0, 1, 1, 1, 1, 0, 0, 0, 0, 12599, 12599);
INSERT INTO search_word VALUES ('1');
INSERT INTO search_word VALUES ('200');
INSERT INTO search_word VALUES ('2001');
INSERT INTO search_word VALUES ('2004');
INSERT INTO search_word VALUES ('30');
INSERT INTO search_word VALUES ('after');
INSERT INTO search_word VALUES ('closed');
INSERT INTO search_word VALUES ('established');
INSERT INTO search_word VALUES ('from');
INSERT INTO search_word VALUES ('guards');
INSERT INTO search_word VALUES ('in');
INSERT INTO search_word VALUES ('june');
INSERT INTO search_word VALUES ('lodz');
INSERT INTO search_word VALUES ('march');
INSERT INTO search_word VALUES ('mission');
INSERT INTO search_word VALUES ('observer');
INSERT INTO search_word VALUES ('on');
INSERT INTO search_word VALUES ('to');
INSERT INTO search_word VALUES ('training');
INSERT INTO search_word VALUES ('valley');
INSERT INTO search_word VALUES ('vom');
INSERT INTO search_state VALUES (5, 1);
INSERT INTO decision VALUES (1, 2, 'accepted', NULL, 'A. Reader', 'seen in the annex', '2024-03-02T09:00:00Z', 1);
INSERT INTO decision VALUES (2, 3, 'rejected', NULL, 'A. Reader', NULL, '2024-03-02T09:05:00Z', 2);
CREATE TABLE reading_author (
  reading INTEGER PRIMARY KEY REFERENCES reading (key),
  author TEXT NOT NULL
) STRICT;
CREATE TRIGGER reading_author_no_update BEFORE UPDATE ON reading_author
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: UPDATE of reading_author');
END;
CREATE TRIGGER reading_author_no_delete BEFORE DELETE ON reading_author
BEGIN
  SELECT RAISE (ABORT, 'the register is append-only: DELETE of reading_author');
END;
INSERT INTO reading_author VALUES (1, 'A. Reader');
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
INSERT INTO review_tally_version VALUES (0);
