package org.myocohort.evidence.flow;

import org.jspecify.annotations.Nullable;

/// A box of the review's own after the last one, such as a quality appraisal.
///
/// @param count null for a box without a number
public record ExtraBox(String text, @Nullable Count count) {}
