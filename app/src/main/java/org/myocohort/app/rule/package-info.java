/// Rules about a patient's record, and what they found in it, in words.
@NullMarked
package org.myocohort.app.rule;

import org.jspecify.annotations.NullMarked;
