/// A registry of 10,000 patients, and requests to it at a steady rate.
@NullMarked
package org.myocohort.benchmarks.load;

import org.jspecify.annotations.NullMarked;
