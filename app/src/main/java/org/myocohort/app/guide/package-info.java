/// What the guide says, where from, and who reviewed it, on the command line.
@NullMarked
package org.myocohort.app.guide;

import org.jspecify.annotations.NullMarked;
