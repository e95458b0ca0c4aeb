-- Runs on SQLite and on PostgreSQL: text, whole numbers, keys and partial indexes only.
-- JSON stands in text columns: what was hashed must come back byte for byte.

CREATE TABLE study (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  settings TEXT NOT NULL
);

-- One row a patient, in the order of the numbers. The revision counts the saved changes of the patient and is what an editor's form carries. A locked
-- patient (1) takes no change until a data manager unlocks it (0).
CREATE TABLE patient (
  study TEXT NOT NULL REFERENCES study (id),
  id TEXT NOT NULL,
  number BIGINT NOT NULL,
  centre TEXT NOT NULL,
  revision BIGINT NOT NULL,
  locked BIGINT NOT NULL,
  PRIMARY KEY (study, id)
);

CREATE INDEX patient_number ON patient (study, number);

-- Every version of every row of every table of a study folder. The current one is the one not superseded; one that
-- was removed has a last version without cells.
CREATE TABLE row_version (
  study TEXT NOT NULL,
  patient TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  revision BIGINT NOT NULL,
  superseded BIGINT,
  position BIGINT NOT NULL,
  cells TEXT,
  PRIMARY KEY (study, patient, table_name, row_id, revision),
  FOREIGN KEY (study, patient) REFERENCES patient (study, id)
);
-- An id stands once in a study, whatever the table.
CREATE UNIQUE INDEX row_version_current_id ON row_version (study, row_id)
  WHERE superseded IS NULL AND cells IS NOT NULL;
CREATE INDEX row_version_current ON row_version (study, patient) WHERE superseded IS NULL;

-- What a list needs of a patient, made from the rows at each save and never by hand.
CREATE TABLE patient_summary (
  study TEXT NOT NULL,
  patient TEXT NOT NULL,
  made_by TEXT NOT NULL,
  sex TEXT NOT NULL,
  antibodies TEXT NOT NULL,
  visits BIGINT NOT NULL,
  last_visit TEXT NOT NULL,
  response_date TEXT NOT NULL,
  score TEXT NOT NULL,
  score_lower TEXT NOT NULL,
  score_upper TEXT NOT NULL,
  category TEXT NOT NULL,
  items_filled BIGINT NOT NULL,
  items_expected BIGINT NOT NULL,
  vital_status TEXT NOT NULL,
  consent TEXT NOT NULL,
  search TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (study, patient),
  FOREIGN KEY (study, patient) REFERENCES patient (study, id)
);

-- The chain: each text holds the hash of the text before it. The other columns repeat the text for searching.
CREATE TABLE audit_entry (
  number BIGINT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  study TEXT NOT NULL,
  patient TEXT NOT NULL,
  revision BIGINT NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX audit_entry_patient ON audit_entry (study, patient, revision);

-- One row: where the chain ends. It is locked last in every change, so that numbers follow each other.
CREATE TABLE audit_head (
  one BIGINT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL,
  hash TEXT NOT NULL
);
INSERT INTO audit_head (one, number, hash) VALUES (1, 0, '');
