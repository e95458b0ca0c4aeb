/// What every command shares: options, texts, tables in three formats, errors and exit codes.
@NullMarked
package org.myocohort.app.cli;

import org.jspecify.annotations.NullMarked;
