/// Finds what an instrument needs in a patient's record at a time, with the row that it came from
/// or the statement that it is missing.
@NullMarked
package org.myocohort.reading;

import org.jspecify.annotations.NullMarked;
