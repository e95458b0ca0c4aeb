/// Sizes that Word and PDF share: the page, and how wide the columns of a table are.
@NullMarked
package org.myocohort.paper.layout;

import org.jspecify.annotations.NullMarked;
