package org.myocohort.app.web.patient;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.patient.TimelineOptions;

/// What the address says of the figure that is wanted.
///
/// @param zero the event that is day 0, none for the usual one
/// @param scale `linear` for a linear axis of the labs
/// @param lane the lanes wanted, none for all
record FigureChoice(@Nullable String zero, @Nullable String scale, @Nullable List<String> lane) {
  TimelineOptions options() {
    return TimelineOptions.of(
        Objects.requireNonNullElse(zero, ""),
        "linear".equals(scale),
        Objects.requireNonNullElse(lane, List.of()));
  }
}
