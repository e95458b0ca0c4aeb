/// The patient library as pages: in the browser, and as files for a centre's own site.
@NullMarked
package org.myocohort.app.library;

import org.jspecify.annotations.NullMarked;
