/// The systematic review on the command line: a command below `review` for each of its steps.
@NullMarked
package org.myocohort.app.review;

import org.jspecify.annotations.NullMarked;
