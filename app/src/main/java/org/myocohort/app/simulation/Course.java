package org.myocohort.app.simulation;

/// One drug at one dose, a row of the treatments table.
///
/// @param stop the day after the last dose, [#ONGOING] while it goes on
record Course(
    String drug,
    String dose,
    String unit,
    String route,
    String frequency,
    long start,
    long stop,
    String reasonStarted,
    String reasonStopped) {

  static final long ONGOING = Long.MAX_VALUE;

  /// Cuts the course at the end of what is known of the patient.
  Course until(long end, boolean died) {
    if (stop <= end) {
      return this;
    }
    return new Course(
        drug,
        dose,
        unit,
        route,
        frequency,
        start,
        died ? end : ONGOING,
        reasonStarted,
        died ? "death" : "");
  }
}
