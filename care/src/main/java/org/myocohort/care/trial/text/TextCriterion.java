package org.myocohort.care.trial.text;

import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.rule.Criterion;

/// A single criterion as it stands in the free text.
///
/// @param kind null where no heading says on which list it stands
/// @param text word for word, lines joined by single spaces, with what is nested in it
/// @param alone whether nothing around it changes what it says: it has no parts of its own, is no
///   part of another, and stands beneath no heading of a part of the trial
public record TextCriterion(Criterion.@Nullable Kind kind, String text, boolean alone) {}
