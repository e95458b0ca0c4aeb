@NullMarked
package org.myocohort.hyperinflammation;

import org.jspecify.annotations.NullMarked;
