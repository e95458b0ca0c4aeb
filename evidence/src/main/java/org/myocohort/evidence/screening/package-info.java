/// Choosing records by title and abstract: a ranking that learns from each decision, the log of two
/// reviewers' decisions, and a stopping statement with a stated confidence.
@NullMarked
package org.myocohort.evidence.screening;

import org.jspecify.annotations.NullMarked;
