/// Every instrument that is implemented, in one list.
@NullMarked
package org.myocohort.catalogue;

import org.jspecify.annotations.NullMarked;
