/// Patients as the versioned rows of a study folder's tables: reading, saving, conflicts, history,
/// summaries.
@NullMarked
package org.myocohort.registry.patient;

import org.jspecify.annotations.NullMarked;
