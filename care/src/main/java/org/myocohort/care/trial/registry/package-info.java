/// Readers of trial files, one record at a time: ClinicalTrials.gov v2 JSON, CSV snapshots, the old
/// XML, EU CTIS, bare criteria texts. What is wrong with a record is said with file, record and
/// field, and the others are read.
@NullMarked
package org.myocohort.care.trial.registry;

import org.jspecify.annotations.NullMarked;
