/// A review as a folder of plain files, and what stands in it: imports, records, works, decisions.
@NullMarked
package org.myocohort.evidence.review;

import org.jspecify.annotations.NullMarked;
