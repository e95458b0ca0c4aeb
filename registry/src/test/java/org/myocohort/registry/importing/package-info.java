/// Tests of importing, on both databases.
@NullMarked
package org.myocohort.registry.importing;

import org.jspecify.annotations.NullMarked;
