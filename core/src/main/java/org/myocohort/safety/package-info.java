/// Safety of treatment: laboratory values graded by CTCAE, creatinine clearance, and what the label
/// of anakinra asks for.
@NullMarked
package org.myocohort.safety;

import org.jspecify.annotations.NullMarked;
