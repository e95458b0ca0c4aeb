@NullMarked
package org.myocohort.units;

import org.jspecify.annotations.NullMarked;
