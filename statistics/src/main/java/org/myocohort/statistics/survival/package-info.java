/// Times to an event with censoring: survival, its comparison, competing events.
@NullMarked
package org.myocohort.statistics.survival;

import org.jspecify.annotations.NullMarked;
