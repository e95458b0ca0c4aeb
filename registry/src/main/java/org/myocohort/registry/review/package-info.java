/// What happens to data between entry and analysis: drafts, questions about values, signatures and
/// locks.
@NullMarked
package org.myocohort.registry.review;

import org.jspecify.annotations.NullMarked;
