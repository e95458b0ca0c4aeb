@NullMarked
package org.myocohort.app.web.entry;

import org.jspecify.annotations.NullMarked;
