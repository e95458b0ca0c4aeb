@NullMarked
package org.myocohort.reading;

import org.jspecify.annotations.NullMarked;
