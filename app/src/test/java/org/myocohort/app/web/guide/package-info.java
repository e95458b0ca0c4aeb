/// Tests of the guide's pages.
@NullMarked
package org.myocohort.app.web.guide;

import org.jspecify.annotations.NullMarked;
