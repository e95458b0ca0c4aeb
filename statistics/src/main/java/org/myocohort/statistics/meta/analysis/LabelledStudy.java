package org.myocohort.statistics.meta.analysis;

import org.myocohort.statistics.meta.effect.StudyData;

/// A study with its name.
///
/// @param label what it is called
/// @param data what is known of it
public record LabelledStudy(String label, StudyData data) {}
