@NullMarked
package org.myocohort.safety;

import org.jspecify.annotations.NullMarked;
