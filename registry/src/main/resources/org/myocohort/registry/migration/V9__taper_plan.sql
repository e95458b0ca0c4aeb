-- What is meant to be taken, never what was: each change of a patient's taper plan is a version of its own, the last one holds.
-- The steps are lines of day, tab, mg a day, tab, why the dose goes up.
CREATE TABLE taper_plan (
  study TEXT NOT NULL,
  patient TEXT NOT NULL,
  version BIGINT NOT NULL,
  weight_kg TEXT NOT NULL,
  steps TEXT NOT NULL,
  account TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (study, patient, version),
  FOREIGN KEY (study, patient) REFERENCES patient (study, id)
);
