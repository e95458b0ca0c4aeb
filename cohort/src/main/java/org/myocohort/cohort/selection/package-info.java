/// Who is in a cohort: a definition of steps, each a rule about the patient's record at an index
/// event or ever, and how many patients remain after each of them.
@NullMarked
package org.myocohort.cohort.selection;

import org.jspecify.annotations.NullMarked;
