/// Any one statistical method on a plain table.
@NullMarked
package org.myocohort.app.stats;

import org.jspecify.annotations.NullMarked;
