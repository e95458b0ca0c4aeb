@NullMarked
package org.myocohort.evidence.extraction;

import org.jspecify.annotations.NullMarked;
