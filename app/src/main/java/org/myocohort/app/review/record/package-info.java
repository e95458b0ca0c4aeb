/// What commands say of the records of exports, whichever command reads them.
@NullMarked
package org.myocohort.app.review.record;

import org.jspecify.annotations.NullMarked;
