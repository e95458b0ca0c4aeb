@NullMarked
package org.myocohort.treatment;

import org.jspecify.annotations.NullMarked;
