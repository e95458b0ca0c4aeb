/// What is shown of one patient: everything computed of the record, the timeline, and the tables of
/// the patient's page as plain values, for the report and for the registry alike.
@NullMarked
package org.myocohort.app.patient;

import org.jspecify.annotations.NullMarked;
