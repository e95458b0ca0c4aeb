/// A study's case series as its patients stand now: table, figure, numbers, checks, and the files
/// of them.
@NullMarked
package org.myocohort.app.web.results;

import org.jspecify.annotations.NullMarked;
