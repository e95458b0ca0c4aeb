/// Tapering of glucocorticoids: a plan, what was taken, each attempt with the lowest dose held, and
/// relapse tied to a dose. Sources and what is this project's own stand in [TaperRules].
@NullMarked
package org.myocohort.care.taper;

import org.jspecify.annotations.NullMarked;
