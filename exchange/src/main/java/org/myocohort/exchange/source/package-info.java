/// Files that somebody brings: a study folder, a zip of one, a CSV table, a workbook. Each is
/// opened within limits, and read as tables of texts whose meaning a mapping gives.
@NullMarked
package org.myocohort.exchange.source;

import org.jspecify.annotations.NullMarked;
