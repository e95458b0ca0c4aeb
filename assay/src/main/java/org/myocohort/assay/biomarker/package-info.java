/// Rows of the study folder's biomarkers table, as an assay gives them.
@NullMarked
package org.myocohort.assay.biomarker;

import org.jspecify.annotations.NullMarked;
