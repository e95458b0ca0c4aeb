/// The containers of Word, Excel and PDF files, whose bytes follow from their content alone: no
/// time, no chance.
@NullMarked
package org.myocohort.paper.container;

import org.jspecify.annotations.NullMarked;
