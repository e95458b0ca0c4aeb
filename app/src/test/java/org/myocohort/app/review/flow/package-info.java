@NullMarked
package org.myocohort.app.review.flow;

import org.jspecify.annotations.NullMarked;
