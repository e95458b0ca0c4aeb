@NullMarked
package org.myocohort.app.review.pool;

import org.jspecify.annotations.NullMarked;
