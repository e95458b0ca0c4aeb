/// Tables of flow cytometry as the usual programs export them: populations as paths, shares of a
/// named parent.
@NullMarked
package org.myocohort.assay.cytometry;

import org.jspecify.annotations.NullMarked;
