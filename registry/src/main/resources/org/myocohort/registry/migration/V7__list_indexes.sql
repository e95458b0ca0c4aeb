-- A page of a list of 10,000 patients is found without reading all of their summaries: the sort orders that people
-- use, and the words that they search for, stand in narrow indexes.
CREATE INDEX patient_summary_search ON patient_summary (study, patient, centre, search);
CREATE INDEX patient_summary_score ON patient_summary (study, score_order, patient);
CREATE INDEX patient_summary_centre ON patient_summary (study, centre, patient);
CREATE INDEX patient_summary_visits ON patient_summary (study, visits, patient);
DROP INDEX patient_summary_last_visit;
CREATE INDEX patient_summary_last_visit ON patient_summary (study, last_visit_latest, patient);
