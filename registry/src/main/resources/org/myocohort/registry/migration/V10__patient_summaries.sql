-- A summary for the patient as it was printed: its text for good, whatever becomes of the record. It holds no identity.
CREATE TABLE printed_summary (
  study TEXT NOT NULL,
  patient TEXT NOT NULL,
  number BIGINT NOT NULL,
  language TEXT NOT NULL,
  revision BIGINT NOT NULL,
  body TEXT NOT NULL,
  picture TEXT NOT NULL,
  account TEXT NOT NULL,
  printed_name TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (study, patient, number),
  FOREIGN KEY (study, patient) REFERENCES patient (study, id)
);
