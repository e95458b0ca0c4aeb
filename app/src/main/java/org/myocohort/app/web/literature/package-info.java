/// Systematic reviews in the browser: the folders of reviews, screened, resolved and counted.
@NullMarked
package org.myocohort.app.web.literature;

import org.jspecify.annotations.NullMarked;
