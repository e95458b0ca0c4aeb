@NullMarked
package org.myocohort.app.entry;

import org.jspecify.annotations.NullMarked;
