package org.myocohort.care.line;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.myocohort.care.record.CourseSpan;
import org.myocohort.care.record.Missing;
import org.myocohort.instrument.Input;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// Whether a record shows refractory disease by a definition.
///
/// - **A drug failed** where a time on it ended for inefficacy or intolerance, as recorded. A
///   reason that is not recorded, or not read, is no failure and leaves the answer open.
/// - **Glucocorticoids failed** too where a flare or relapse is recorded on a day on which one ran.
/// - **Not shown** where nothing recorded can still make it true: of drugs without a row the record
///   shows nothing, so that it is not shown, which is not the same as not refractory.
///
/// @param definition which one
/// @param shown whether the record shows it
/// @param glucocorticoids whether glucocorticoids failed or were not tolerated
/// @param failed other agents that did
/// @param shownBy what shows it
/// @param missing what would settle it where it is open
public record Refractory(
    RefractoryDefinition definition,
    Truth shown,
    Truth glucocorticoids,
    List<String> failed,
    List<Input> shownBy,
    List<Missing> missing) {
  public Refractory {
    failed = List.copyOf(failed);
    shownBy = List.copyOf(shownBy);
    missing = List.copyOf(missing);
  }

  static List<Refractory> of(PatientRecord patient, List<AgentTime> agents, long today) {
    List<Refractory> answers = new ArrayList<>();
    for (RefractoryDefinition definition : RefractoryDefinition.values()) {
      answers.add(of(definition, patient, agents, today));
    }
    return answers;
  }

  private static Refractory of(
      RefractoryDefinition definition, PatientRecord patient, List<AgentTime> agents, long today) {
    List<Input> shownBy = new ArrayList<>();
    Set<Missing> missing = new LinkedHashSet<>();
    if (patient.treatments().isEmpty()) {
      return new Refractory(
          definition,
          Truth.UNKNOWN,
          Truth.UNKNOWN,
          List.of(),
          List.of(),
          List.of(Missing.of(Missing.Kind.TREATMENTS, "treatments")));
    }
    Truth glucocorticoids = Truth.FALSE;
    List<Truth> others = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (AgentTime agent : agents) {
      if (!Exposures.changesDisease(agent.agent()) || !agent.isGiven()) {
        continue;
      }
      Set<Missing> open = new LinkedHashSet<>();
      Truth one = failed(agent, shownBy, open);
      if (agent.agent().equals(Exposures.GLUCOCORTICOIDS)) {
        one = one.or(flaredOn(patient, agent, today, shownBy));
        // That it goes on, or was tapered off, does not say that it was enough.
        glucocorticoids = one == Truth.TRUE ? Truth.TRUE : Truth.UNKNOWN;
        if (one != Truth.TRUE && open.isEmpty()) {
          open.add(lastReason(agent));
        }
      } else {
        others.add(one);
        if (one == Truth.TRUE) {
          failed.add(agent.agent());
        }
      }
      if (one != Truth.TRUE) {
        missing.addAll(open);
      }
    }
    Truth shown = glucocorticoids.and(Truth.atLeast(definition.others(), others));
    return new Refractory(
        definition,
        shown,
        glucocorticoids,
        failed,
        shownBy,
        shown == Truth.UNKNOWN ? List.copyOf(missing) : List.of());
  }

  /// Why the last course of a drug was stopped.
  private static Missing lastReason(AgentTime agent) {
    Treatment last =
        agent.exposures().isEmpty()
            ? agent.undated().getLast()
            : agent.exposures().getLast().courses().getLast();
    return Missing.stopReason(last.row(), last.drug());
  }

  private static Truth failed(AgentTime agent, List<Input> shownBy, Set<Missing> open) {
    Truth failed = Truth.FALSE;
    for (Exposure exposure : agent.exposures()) {
      Treatment at = exposure.reasonAt();
      if (at != null) {
        failed = failed.or(judged(at, exposure.reason(), shownBy, open));
      }
    }
    for (Treatment course : agent.undated()) {
      if (!Exposures.goesOnUndated(course)) {
        failed = failed.or(judged(course, StopReasons.read(course.reasonStopped()), shownBy, open));
      }
    }
    return failed;
  }

  private static Truth judged(
      Treatment course, StopReason reason, List<Input> shownBy, Set<Missing> open) {
    if (reason.isFailure()) {
      shownBy.add(new Input(course.row(), "reason_stopped", course.reasonStopped(), ""));
      return Truth.TRUE;
    }
    if (reason.isOpen()) {
      open.add(Missing.stopReason(course.row(), course.drug()));
      return Truth.UNKNOWN;
    }
    return Truth.FALSE;
  }

  private static Truth flaredOn(
      PatientRecord patient, AgentTime agent, long today, List<Input> shownBy) {
    for (ClinicalEvent event : patient.events()) {
      boolean flare =
          event.kind() == ClinicalEvent.Kind.FLARE || event.kind() == ClinicalEvent.Kind.RELAPSE;
      if (flare
          && event.date() instanceof Value.Known<Moment>(Moment date)
          && !(date instanceof Moment.IndexDay)
          && date.latest() <= today
          && agent.exposures().stream()
              .flatMap(each -> each.courses().stream())
              .anyMatch(course ->
                  CourseSpan.of(course).runsOn(date.earliest(), date.latest(), 0) == Truth.TRUE)) {
        shownBy.add(new Input(event.row(), "date", event.date(), ""));
        return Truth.TRUE;
      }
    }
    return Truth.FALSE;
  }
}
