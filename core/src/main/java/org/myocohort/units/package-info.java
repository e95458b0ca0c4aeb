/// Conversion of units of measure by UCUM, the code system that records use.
@NullMarked
package org.myocohort.units;

import org.jspecify.annotations.NullMarked;
