/// Tables as people keep them: commas or semicolons, any line end, UTF-8 or Latin-1. What is read
/// is written back byte for byte.
@NullMarked
package org.myocohort.exchange.csv;

import org.jspecify.annotations.NullMarked;
