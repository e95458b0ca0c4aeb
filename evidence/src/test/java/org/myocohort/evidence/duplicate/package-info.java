@NullMarked
package org.myocohort.evidence.duplicate;

import org.jspecify.annotations.NullMarked;
