/// A plate of an immunoassay: its wells as a reader exports them, the standard curve, what each
/// sample holds, and how far that can be trusted.
@NullMarked
package org.myocohort.assay.plate;

import org.jspecify.annotations.NullMarked;
