@NullMarked
package org.myocohort.evidence.format;

import org.jspecify.annotations.NullMarked;
