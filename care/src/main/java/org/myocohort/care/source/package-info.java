/// Where the statements of this module come from: one list of sources, each named by its key.
@NullMarked
package org.myocohort.care.source;

import org.jspecify.annotations.NullMarked;
