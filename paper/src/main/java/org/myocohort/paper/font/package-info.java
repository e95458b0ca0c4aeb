/// The one family of letters that everything is set in, from files that come along: never the
/// machine's.
@NullMarked
package org.myocohort.paper.font;

import org.jspecify.annotations.NullMarked;
