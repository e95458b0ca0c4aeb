@NullMarked
package org.myocohort.app.web.summary;

import org.jspecify.annotations.NullMarked;
