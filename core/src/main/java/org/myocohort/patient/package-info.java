/// A patient's record over time, own or published: what was measured, given, seen, and what is
/// missing and why.
@NullMarked
package org.myocohort.patient;

import org.jspecify.annotations.NullMarked;
