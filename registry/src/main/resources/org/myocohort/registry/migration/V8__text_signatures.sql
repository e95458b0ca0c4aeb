-- A clinician's signature under a text of the guide, in one language. It holds for the wording that it names by its
-- hash; where the text changes it stays and is void.
CREATE TABLE text_signature (
  text_code TEXT NOT NULL,
  language TEXT NOT NULL,
  wording_hash TEXT NOT NULL,
  account TEXT NOT NULL,
  printed_name TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (text_code, language, wording_hash, account)
);
