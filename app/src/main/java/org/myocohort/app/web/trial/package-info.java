/// Clinical trials in the browser: search, records, changes, import, and a patient against them.
@NullMarked
package org.myocohort.app.web.trial;

import org.jspecify.annotations.NullMarked;
