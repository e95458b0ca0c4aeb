@NullMarked
package org.myocohort.app.library;

import org.jspecify.annotations.NullMarked;
