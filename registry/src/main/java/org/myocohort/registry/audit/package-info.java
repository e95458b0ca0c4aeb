/// Who changed what, when and why: a hash chain that a one-byte change breaks, and its
/// verification.
@NullMarked
package org.myocohort.registry.audit;

import org.jspecify.annotations.NullMarked;
