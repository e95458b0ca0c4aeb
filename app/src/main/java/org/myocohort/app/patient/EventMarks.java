package org.myocohort.app.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.myocohort.figures.Event;
import org.myocohort.figures.EventLane;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Symbol;
import org.myocohort.patient.AdverseEvent;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Treatment;

/// Flares, admissions and other events, adverse events by grade, intravenous pulses of
/// glucocorticoid.
final class EventMarks {
  private static final int MOST_LETTERS = 34;

  private final LaneMaker maker;
  private final List<Event> events = new ArrayList<>();

  private EventMarks(LaneMaker maker) {
    this.maker = maker;
  }

  static EventLane lane(LaneMaker maker) {
    EventMarks marks = new EventMarks(maker);
    maker.patient.events().forEach(marks::add);
    maker.patient.adverseEvents().forEach(marks::add);
    maker.patient.treatments().forEach(marks::addPulse);
    return new EventLane(maker.words.text("timeline.events"), "", marks.events);
  }

  private void add(ClinicalEvent event) {
    OptionalDouble at = maker.axis.months(event.date());
    if (at.isEmpty()) {
      return;
    }
    boolean flare =
        event.kind() == ClinicalEvent.Kind.FLARE || event.kind() == ClinicalEvent.Kind.RELAPSE;
    String kind = maker.words.text("event." + event.kind().code());
    String what = event.note().isEmpty() ? kind : kind + ": " + event.note();
    events.add(
        new Event(
            at.getAsDouble(),
            maker.label(shortened(what), event.row()),
            flare ? Symbol.TRIANGLE_UP : Symbol.DIAMOND,
            flare ? Hue.VERMILLION : Hue.BLACK,
            maker.mark(
                lane(),
                what,
                maker.words.value(event.date()),
                at.getAsDouble(),
                "",
                event.row(),
                "")));
  }

  private void add(AdverseEvent event) {
    OptionalDouble at = maker.axis.months(event.start());
    if (at.isEmpty()) {
      return;
    }
    String grade = maker.words.text("event.adverse", maker.words.value(event.grade()));
    String what = grade + ": " + event.term();
    events.add(
        new Event(
            at.getAsDouble(),
            maker.label(shortened(what), event.row()),
            Symbol.CIRCLE,
            event.grade().map(each -> each >= 3).orElse(false) ? Hue.VERMILLION : Hue.BLUE,
            maker.mark(
                lane(),
                what,
                maker.words.value(event.start()),
                at.getAsDouble(),
                maker.words.cell(event.ctcaeVersion()),
                event.row(),
                "grade")));
  }

  private void addPulse(Treatment treatment) {
    OptionalDouble at = maker.axis.months(treatment.start());
    if (at.isPresent() && Courses.isGlucocorticoid(treatment) && treatment.isIntravenous()) {
      events.add(
          new Event(
              at.getAsDouble(),
              maker.label(maker.words.text("event.pulse"), treatment.row()),
              Symbol.SQUARE,
              Hue.ORANGE,
              maker.mark(
                  lane(),
                  Courses.title(treatment, maker.words),
                  maker.words.value(treatment.start()),
                  at.getAsDouble(),
                  "",
                  treatment.row(),
                  "dose")));
    }
  }

  private String lane() {
    return maker.words.text("timeline.events");
  }

  private static String shortened(String text) {
    return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS - 1) + "…";
  }
}
