@NullMarked
package org.myocohort.app.web.library;

import org.jspecify.annotations.NullMarked;
