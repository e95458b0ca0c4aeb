/// The certainty of pooled answers by GRADE: what a person judged, and beside it the facts to judge
/// by. The program judges nothing.
///
/// Source: Guyatt GH, Oxman AD, Vist GE, et al. BMJ 2008;336:924-926 (the four levels, and that
/// observational studies start low, were read in a published table of it, not in the article).
@NullMarked
package org.myocohort.evidence.grade;

import org.jspecify.annotations.NullMarked;
