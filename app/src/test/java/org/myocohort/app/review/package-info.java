@NullMarked
package org.myocohort.app.review;

import org.jspecify.annotations.NullMarked;
