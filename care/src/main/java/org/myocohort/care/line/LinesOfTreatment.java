package org.myocohort.care.line;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.care.guide.Guide;
import org.myocohort.care.guide.Treatment;
import org.myocohort.care.record.DrugSet;
import org.myocohort.care.record.LastDay;
import org.myocohort.patient.PatientRecord;

/// What a patient was treated with, in order.
///
/// A drug without a row is not recorded; that is never "not given".
///
/// @param definition by which the lines were made
/// @param on the day of the question; that of death where the patient had died before it
/// @param lines in order; empty where no course that changes the disease has a date
/// @param agents every drug with a row, in the order of the table
/// @param refractory one answer a definition
/// @param notRecorded treatments of the guide of which no course has begun
/// @param withoutPlace treatments of the guide that the record's treatments have no place for
public record LinesOfTreatment(
    LineDefinition definition,
    LocalDate on,
    List<TreatmentLine> lines,
    List<AgentTime> agents,
    List<Refractory> refractory,
    List<Treatment> notRecorded,
    List<Treatment> withoutPlace) {
  public LinesOfTreatment {
    lines = List.copyOf(lines);
    agents = List.copyOf(agents);
    refractory = List.copyOf(refractory);
    notRecorded = List.copyOf(notRecorded);
    withoutPlace = List.copyOf(withoutPlace);
  }

  /// The lines of a record as it stands on a day.
  public static LinesOfTreatment of(PatientRecord patient, LocalDate on) {
    LineDefinition definition = LineDefinition.STANDARD;
    LocalDate last = LastDay.of(patient, on);
    long today = last.toEpochDay();
    List<AgentTime> agents = new Exposures(definition, today).of(patient);
    List<Treatment> notRecorded = new ArrayList<>();
    List<Treatment> withoutPlace = new ArrayList<>();
    for (Treatment treatment : Guide.shipped().treatments()) {
      DrugSet drugs = treatment.drugs();
      if (drugs.codes().isEmpty()) {
        withoutPlace.add(treatment);
      } else if (agents.stream().noneMatch(agent -> isGiven(agent, drugs))) {
        notRecorded.add(treatment);
      }
    }
    return new LinesOfTreatment(
        definition,
        last,
        Lines.of(definition, today, agents),
        agents,
        Refractory.of(patient, agents, today),
        notRecorded,
        withoutPlace);
  }

  private static boolean isGiven(AgentTime agent, DrugSet drugs) {
    return agent.isGiven()
        && Stream.concat(
                agent.exposures().stream().flatMap(each -> each.courses().stream()),
                agent.undated().stream())
            .anyMatch(course -> drugs.contains(course.drug()));
  }

  /// The last line, null where there is none.
  public @Nullable TreatmentLine current() {
    return lines.isEmpty() ? null : lines.getLast();
  }

  /// The answer by a definition.
  public Refractory refractory(RefractoryDefinition definition) {
    return refractory.stream()
        .filter(each -> each.definition() == definition)
        .findFirst()
        .orElseThrow();
  }
}
