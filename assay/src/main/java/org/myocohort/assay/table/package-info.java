/// Files as instruments write them: lines of cells, with whatever stands above and below the table.
@NullMarked
package org.myocohort.assay.table;

import org.jspecify.annotations.NullMarked;
