/// What a patient's summary looks like on paper: its text as it is kept, and its picture.
@NullMarked
package org.myocohort.app.summary;

import org.jspecify.annotations.NullMarked;
