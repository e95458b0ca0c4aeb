/// The architecture, as tests that fail on a wrong arrow.
@NullMarked
package org.myocohort.app.architecture;

import org.jspecify.annotations.NullMarked;
