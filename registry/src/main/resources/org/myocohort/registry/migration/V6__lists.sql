-- What lists sort by, filter by and count. Filled when a summary is made; those made otherwise are made anew at the
-- next start, see made_by. Sorting needs numbers and days that compare, so they stand beside what is shown.
ALTER TABLE patient_summary ADD COLUMN centre TEXT NOT NULL DEFAULT '';
ALTER TABLE patient_summary ADD COLUMN cohort TEXT NOT NULL DEFAULT '';
ALTER TABLE patient_summary ADD COLUMN last_visit_latest TEXT NOT NULL DEFAULT '';
ALTER TABLE patient_summary ADD COLUMN score_order BIGINT NOT NULL DEFAULT -1;
ALTER TABLE patient_summary ADD COLUMN category_order BIGINT NOT NULL DEFAULT -1;
ALTER TABLE patient_summary ADD COLUMN completeness BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN course TEXT NOT NULL DEFAULT '';
ALTER TABLE patient_summary ADD COLUMN missing_sex BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN missing_birth BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN missing_onset BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN missing_diagnosis BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN missing_antibodies BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN missing_physician_global BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN missing_patient_global BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN missing_extramuscular BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN missing_mmt BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN missing_haq BIGINT NOT NULL DEFAULT 0;
ALTER TABLE patient_summary ADD COLUMN missing_enzymes BIGINT NOT NULL DEFAULT 0;

CREATE INDEX patient_summary_last_visit ON patient_summary (study, last_visit_latest);

-- The audit is read from its end, most often for one study, account or action.
CREATE INDEX audit_entry_study ON audit_entry (study, number);
CREATE INDEX audit_entry_actor ON audit_entry (actor, number);
CREATE INDEX audit_entry_action ON audit_entry (action, number);
