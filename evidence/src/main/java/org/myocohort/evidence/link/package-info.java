/// From reports to studies, cohorts and patients: which reports tell of the same patients, so that
/// nobody is pooled twice. What is found here is suggested to a person, with its reasons, and only
/// what a person recorded counts.
@NullMarked
package org.myocohort.evidence.link;

import org.jspecify.annotations.NullMarked;
