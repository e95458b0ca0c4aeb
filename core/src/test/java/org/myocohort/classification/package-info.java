@NullMarked
package org.myocohort.classification;

import org.jspecify.annotations.NullMarked;
