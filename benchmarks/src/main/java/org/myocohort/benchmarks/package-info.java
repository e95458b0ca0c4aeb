/// What one score, one visit, one classification and one table cost. Run by `scripts/benchmark`;
/// the numbers stand in `docs/benchmarks.md`.
@NullMarked
package org.myocohort.benchmarks;

import org.jspecify.annotations.NullMarked;
