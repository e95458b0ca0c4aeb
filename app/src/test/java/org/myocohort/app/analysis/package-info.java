@NullMarked
package org.myocohort.app.analysis;

import org.jspecify.annotations.NullMarked;
