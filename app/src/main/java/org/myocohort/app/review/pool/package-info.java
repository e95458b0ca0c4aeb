/// Pools one outcome over own and published patients: `myocohort review pool`.
@NullMarked
package org.myocohort.app.review.pool;

import org.jspecify.annotations.NullMarked;
