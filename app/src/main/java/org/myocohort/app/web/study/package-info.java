/// The studies that there are, and the way into each.
@NullMarked
package org.myocohort.app.web.study;

import org.jspecify.annotations.NullMarked;
