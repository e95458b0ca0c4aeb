/// One entry of a bibliographic database as an export gave it, in one shape for every format, with
/// the place it came from and everything that has no place in that shape.
@NullMarked
package org.myocohort.evidence.record;

import org.jspecify.annotations.NullMarked;
