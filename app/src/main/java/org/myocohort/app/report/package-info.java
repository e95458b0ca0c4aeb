/// The `report` command: a study in, the letter's results out, as pages, figures, tables and data.
@NullMarked
package org.myocohort.app.report;

import org.jspecify.annotations.NullMarked;
