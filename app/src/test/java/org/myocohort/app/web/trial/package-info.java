@NullMarked
package org.myocohort.app.web.trial;

import org.jspecify.annotations.NullMarked;
