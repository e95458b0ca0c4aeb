/// Checks of reported numbers: what was printed against what the other printed numbers allow.
///
/// Every check starts from the printed text, because its last digit says how far the true value may
/// lie from it. Answers are codes and values; sentences are made elsewhere.
@NullMarked
package org.myocohort.statistics.reported;

import org.jspecify.annotations.NullMarked;
