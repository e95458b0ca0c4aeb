/// Tests of opening files that somebody brings.
@NullMarked
package org.myocohort.exchange.source;

import org.jspecify.annotations.NullMarked;
