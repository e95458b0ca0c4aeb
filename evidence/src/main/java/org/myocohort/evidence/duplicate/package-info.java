/// Which records of an export describe the same work: pairs compared field by field, clusters of
/// accepted pairs, pairs that a person has to look at, and what people decided. Nothing is deleted;
/// a merge keeps every record that it was made of.
@NullMarked
package org.myocohort.evidence.duplicate;

import org.jspecify.annotations.NullMarked;
