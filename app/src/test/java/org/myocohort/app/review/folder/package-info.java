@NullMarked
package org.myocohort.app.review.folder;

import org.jspecify.annotations.NullMarked;
