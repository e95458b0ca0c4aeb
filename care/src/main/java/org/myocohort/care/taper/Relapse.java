package org.myocohort.care.taper;

import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Truth;

/// A worsening tied to the dose at which it happened.
///
/// Where the dose was raised on the very day, that is the answer to it: the dose that was not
/// enough is that of the day before. A date that is a month or a year gives the range of its days.
///
/// By this project's definition (8.4 of the instruments' description) it is a relapse where it came
/// after at least a minimal response and either was declared and answered by more treatment within
/// 28 days, or was found by the worsening rule.
///
/// @param flare what happened
/// @param dose the dose that was not enough, or null where the date is not known
/// @param doseThatDay the dose of the day itself, or null where the date is not known
/// @param belowLow whether the dose was below the low dose of the settings
/// @param held the last dose held for the settings' days up to then; with bounds where dates or
///   doses leave it open; null where none was, or the date is not known
/// @param afterResponse whether at least a minimal response came before
/// @param escalated whether more treatment followed within the settings' days
/// @param byDefinition whether it is a relapse by the definition
public record Relapse(
    Flare flare,
    @Nullable DoseBounds dose,
    @Nullable DoseBounds doseThatDay,
    Truth belowLow,
    @Nullable DoseBounds held,
    Truth afterResponse,
    Truth escalated,
    Truth byDefinition) {}
