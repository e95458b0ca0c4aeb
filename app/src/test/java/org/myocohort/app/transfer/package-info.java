/// Tests of the commands import and export.
@NullMarked
package org.myocohort.app.transfer;

import org.jspecify.annotations.NullMarked;
