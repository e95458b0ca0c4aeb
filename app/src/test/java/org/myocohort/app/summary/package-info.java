@NullMarked
package org.myocohort.app.summary;

import org.jspecify.annotations.NullMarked;
