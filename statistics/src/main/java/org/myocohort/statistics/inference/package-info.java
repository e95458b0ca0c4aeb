/// What every test answers: numbers or the reason why there is none, how it was computed, and what
/// was assumed.
@NullMarked
package org.myocohort.statistics.inference;

import org.jspecify.annotations.NullMarked;
