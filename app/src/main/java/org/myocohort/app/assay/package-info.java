/// The commands `elisa` and `cytometry`: raw files of a laboratory to rows of a study.
@NullMarked
package org.myocohort.app.assay;

import org.jspecify.annotations.NullMarked;
