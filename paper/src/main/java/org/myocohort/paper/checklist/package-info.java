/// Reporting checklists of case reports (CARE) and cohort studies (STROBE), each from one data
/// file, with what a study can say to them.
@NullMarked
package org.myocohort.paper.checklist;

import org.jspecify.annotations.NullMarked;
