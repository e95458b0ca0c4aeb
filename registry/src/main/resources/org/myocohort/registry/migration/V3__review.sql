-- What an editor has typed and not yet saved. Replaced by every autosave, deleted when the form is saved or discarded; never part of the record and
-- so never in the audit. The patient is empty while a new one is being entered.
CREATE TABLE draft (
  account TEXT NOT NULL,
  study TEXT NOT NULL REFERENCES study (id),
  patient TEXT NOT NULL,
  form TEXT NOT NULL,
  revision BIGINT NOT NULL,
  saved_at TEXT NOT NULL,
  fields TEXT NOT NULL,
  PRIMARY KEY (account, study, patient, form)
);

-- A question about a value, or about a whole row where the column is empty.
CREATE TABLE data_query (
  study TEXT NOT NULL,
  number BIGINT NOT NULL,
  patient TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  column_name TEXT NOT NULL,
  state TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (study, number),
  FOREIGN KEY (study, patient) REFERENCES patient (study, id)
);
CREATE INDEX data_query_patient ON data_query (study, patient);
CREATE INDEX data_query_state ON data_query (study, state);

CREATE TABLE data_query_message (
  study TEXT NOT NULL,
  query BIGINT NOT NULL,
  number BIGINT NOT NULL,
  at TEXT NOT NULL,
  account TEXT NOT NULL,
  state TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (study, query, number),
  FOREIGN KEY (study, query) REFERENCES data_query (study, number)
);

-- A signature holds for the version of the visit that it names; a later version makes it void.
CREATE TABLE visit_signature (
  study TEXT NOT NULL,
  patient TEXT NOT NULL,
  row_id TEXT NOT NULL,
  revision BIGINT NOT NULL,
  account TEXT NOT NULL,
  printed_name TEXT NOT NULL,
  meaning TEXT NOT NULL,
  at TEXT NOT NULL,
  cells_hash TEXT NOT NULL,
  PRIMARY KEY (study, patient, row_id, revision, account, meaning),
  FOREIGN KEY (study, patient) REFERENCES patient (study, id)
);
