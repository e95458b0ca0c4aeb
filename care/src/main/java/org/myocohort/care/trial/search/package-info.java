/// Search of the imported trials by text, phase, status, country and distance (Lucene).
@NullMarked
package org.myocohort.care.trial.search;

import org.jspecify.annotations.NullMarked;
