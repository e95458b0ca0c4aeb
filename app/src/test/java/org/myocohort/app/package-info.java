@NullMarked
package org.myocohort.app;

import org.jspecify.annotations.NullMarked;
