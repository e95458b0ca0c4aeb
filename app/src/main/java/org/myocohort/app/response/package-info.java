/// The `response` command: every follow-up visit against its baseline.
@NullMarked
package org.myocohort.app.response;

import org.jspecify.annotations.NullMarked;
