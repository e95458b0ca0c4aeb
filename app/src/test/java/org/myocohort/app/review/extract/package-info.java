@NullMarked
package org.myocohort.app.review.extract;

import org.jspecify.annotations.NullMarked;
