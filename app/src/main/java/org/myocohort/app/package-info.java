/// The doors of Myocohort: the command line and what it serves.
@NullMarked
package org.myocohort.app;

import org.jspecify.annotations.NullMarked;
