/// What every published instrument answers with: a value or its bounds, the parts with the inputs
/// they came from, what is missing, and how far the rule itself is verified.
@NullMarked
package org.myocohort.instrument;

import org.jspecify.annotations.NullMarked;
