/// The commands that work on a review folder: what is read, who decides what, how far it has come.
@NullMarked
package org.myocohort.app.review.folder;

import org.jspecify.annotations.NullMarked;
