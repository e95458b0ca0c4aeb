@NullMarked
package org.myocohort.lung;

import org.jspecify.annotations.NullMarked;
