/// Classification criteria: who meets which set, by what, and what would settle an open answer.
///
/// Each set is one file, readable beside its publication; [CriteriaSets] lists them.
@NullMarked
package org.myocohort.classification;

import org.jspecify.annotations.NullMarked;
