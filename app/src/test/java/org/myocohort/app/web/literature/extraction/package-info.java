/// Tests of the pages of what is read out of the reports of a review.
@NullMarked
package org.myocohort.app.web.literature.extraction;

import org.jspecify.annotations.NullMarked;
