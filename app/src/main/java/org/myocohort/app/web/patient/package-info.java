/// The page of a patient: who, how now, the timeline, response, criteria, treatments.
@NullMarked
package org.myocohort.app.web.patient;

import org.jspecify.annotations.NullMarked;
