@NullMarked
package org.myocohort.plausibility;

import org.jspecify.annotations.NullMarked;
