/// Manual muscle testing: totals of the forms in use from the strength of single muscles.
@NullMarked
package org.myocohort.strength;

import org.jspecify.annotations.NullMarked;
