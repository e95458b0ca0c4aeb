/// The tables of a document as an Excel file (.xlsx).
@NullMarked
package org.myocohort.paper.workbook;

import org.jspecify.annotations.NullMarked;
