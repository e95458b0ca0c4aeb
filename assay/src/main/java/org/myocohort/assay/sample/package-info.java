/// Samples: whose they are, and when they were taken.
@NullMarked
package org.myocohort.assay.sample;

import org.jspecify.annotations.NullMarked;
