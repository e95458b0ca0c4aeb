@NullMarked
package org.myocohort.strength;

import org.jspecify.annotations.NullMarked;
