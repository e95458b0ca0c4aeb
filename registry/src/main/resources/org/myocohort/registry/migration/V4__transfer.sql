-- How the columns of a file become rows, kept by name for the next file of the same kind.
CREATE TABLE import_mapping (
  study TEXT NOT NULL REFERENCES study (id),
  name TEXT NOT NULL,
  mapping TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL,
  PRIMARY KEY (study, name)
);

-- One row an import that was applied. What was undone says when and by whom.
CREATE TABLE import_run (
  number BIGINT NOT NULL PRIMARY KEY,
  study TEXT NOT NULL REFERENCES study (id),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  source TEXT NOT NULL,
  source_hash TEXT NOT NULL,
  mapping TEXT NOT NULL,
  counts TEXT NOT NULL,
  undone_at TEXT NOT NULL,
  undone_by TEXT NOT NULL
);

-- Which revisions of patients an import made (undo 0), and which its undoing made (undo 1). A value that another
-- revision wrote was entered by hand.
CREATE TABLE import_revision (
  study TEXT NOT NULL,
  patient TEXT NOT NULL,
  revision BIGINT NOT NULL,
  run BIGINT NOT NULL REFERENCES import_run (number),
  undo BIGINT NOT NULL,
  PRIMARY KEY (study, patient, revision),
  FOREIGN KEY (study, patient) REFERENCES patient (study, id)
);
CREATE INDEX import_revision_run ON import_revision (run);

-- From which a de-identified export takes date shifts and pseudonyms, so that two exports of a study agree. It never
-- leaves the registry.
CREATE TABLE export_secret (
  study TEXT NOT NULL PRIMARY KEY REFERENCES study (id),
  secret TEXT NOT NULL
);
