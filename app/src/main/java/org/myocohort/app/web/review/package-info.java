/// The pages of queries, signatures and locks.
@NullMarked
package org.myocohort.app.web.review;

import org.jspecify.annotations.NullMarked;
