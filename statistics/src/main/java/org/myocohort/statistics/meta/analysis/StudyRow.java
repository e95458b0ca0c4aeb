package org.myocohort.statistics.meta.analysis;

import org.myocohort.statistics.meta.Estimation;
import org.myocohort.statistics.meta.effect.Effect;
import org.myocohort.statistics.meta.effect.StudyData;

/// A study in an analysis.
///
/// @param label what it is called
/// @param data what is known of it
/// @param effect its effect by the two-step measure, or why it has none
/// @param weight its weight in percent; not estimable where the study does not enter or the method
///   has no weights
public record StudyRow(
    String label, StudyData data, Estimation<Effect> effect, Estimation<Double> weight) {}
