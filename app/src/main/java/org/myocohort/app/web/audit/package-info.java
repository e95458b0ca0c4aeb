/// The audit as people read it, whether its chain holds, and its end to keep elsewhere.
@NullMarked
package org.myocohort.app.web.audit;

import org.jspecify.annotations.NullMarked;
