@NullMarked
package org.myocohort.catalogue;

import org.jspecify.annotations.NullMarked;
