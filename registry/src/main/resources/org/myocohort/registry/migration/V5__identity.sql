-- Who a pseudonym is, apart from everything clinical and outside the audit's chain, so that it can be destroyed. Texts in
-- Base64: sealed is the identity under a key of the patient's own; wrapped is that key under the master key, which is in no
-- database and in no backup; lookup finds a hospital number by a keyed hash, of those who know the master key only.
CREATE TABLE identity (
  study TEXT NOT NULL,
  patient TEXT NOT NULL,
  wrapped TEXT NOT NULL,
  sealed TEXT NOT NULL,
  lookup TEXT,
  PRIMARY KEY (study, patient),
  FOREIGN KEY (study, patient) REFERENCES patient (study, id)
);
CREATE UNIQUE INDEX identity_lookup ON identity (study, lookup);
