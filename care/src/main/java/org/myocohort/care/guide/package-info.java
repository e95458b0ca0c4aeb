/// Treatment knowledge: what each treatment of the guide is for, how it is given, what to watch,
/// what was found, each statement with its source. One data file a treatment.
@NullMarked
package org.myocohort.care.guide;

import org.jspecify.annotations.NullMarked;
