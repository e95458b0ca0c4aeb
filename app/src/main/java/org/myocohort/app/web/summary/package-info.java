/// The summary for a patient: read and changed by a clinician, printed, and kept as printed.
@NullMarked
package org.myocohort.app.web.summary;

import org.jspecify.annotations.NullMarked;
