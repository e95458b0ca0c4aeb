/// Tests of exporting, on both databases.
@NullMarked
package org.myocohort.registry.exporting;

import org.jspecify.annotations.NullMarked;
