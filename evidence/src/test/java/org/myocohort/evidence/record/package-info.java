@NullMarked
package org.myocohort.evidence.record;

import org.jspecify.annotations.NullMarked;
