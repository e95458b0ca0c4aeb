@NullMarked
package org.myocohort.app.web.literature;

import org.jspecify.annotations.NullMarked;
