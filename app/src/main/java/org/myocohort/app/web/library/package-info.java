/// The patient library in the browser, for everybody who may sign in.
@NullMarked
package org.myocohort.app.web.library;

import org.jspecify.annotations.NullMarked;
