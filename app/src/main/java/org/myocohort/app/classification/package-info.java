/// The `classify` command: every patient against every criteria set.
@NullMarked
package org.myocohort.app.classification;

import org.jspecify.annotations.NullMarked;
