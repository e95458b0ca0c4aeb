/// Boolean search strings as databases take them: read with each database's own precedence, printed
/// with every bracket, put from one dialect into another, and kept exactly as run. Running them on
/// records is the `index` package, which needs a search library; this one needs none.
@NullMarked
package org.myocohort.evidence.search;

import org.jspecify.annotations.NullMarked;
