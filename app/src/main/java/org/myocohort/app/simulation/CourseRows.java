package org.myocohort.app.simulation;

/// Treatments, events and adverse events, as the story has them.
final class CourseRows {
  private CourseRows() {}

  static void write(Story story, PatientRows rows) {
    for (Course course : story.courses()) {
      rows.add(
          SimulatedTable.TREATMENTS,
          course.drug(),
          course.dose(),
          course.unit(),
          course.route(),
          course.frequency(),
          Cell.day(course.start()),
          course.stop() == Course.ONGOING ? Cell.NOT_APPLICABLE : Cell.day(course.stop()),
          course.reasonStarted(),
          course.reasonStopped());
    }
    for (Happening happening : story.happenings()) {
      switch (happening) {
        case Happening.Event event ->
            rows.add(SimulatedTable.EVENTS, event.kind(), Cell.day(event.day()), event.note());
        case Happening.Adverse adverse ->
            rows.add(
                SimulatedTable.ADVERSE_EVENTS,
                adverse.term(),
                Integer.toString(adverse.grade()),
                "v5.0",
                Cell.day(adverse.day()),
                adverse.stop() > story.ending().day()
                    ? Cell.NOT_APPLICABLE
                    : Cell.day(adverse.stop()),
                adverse.serious() ? "yes" : "no",
                adverse.relatedTo());
      }
    }
  }
}
