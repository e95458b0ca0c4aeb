package org.myocohort.care.trial.search;

import org.jspecify.annotations.Nullable;
import org.myocohort.care.trial.Trial;

/// A trial that a search found.
///
/// @param kilometres to its nearest site that has a place; null where no place was asked for
/// @param nearest that site, null likewise
public record FoundTrial(Trial trial, @Nullable Double kilometres, Trial.@Nullable Site nearest) {}
