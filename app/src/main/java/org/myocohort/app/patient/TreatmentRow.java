package org.myocohort.app.patient;

import java.util.List;
import org.myocohort.patient.Treatment;

/// A course of treatment in words, opening its source.
///
/// @param drug its name, opening the row
/// @param dose with its unit
/// @param stopped the day after the last dose, or that it goes on
/// @param ongoing whether no stop is recorded
/// @param corrected whether a value was changed after it had been entered
public record TreatmentRow(
    Cell drug,
    String dose,
    String frequency,
    String route,
    String started,
    String stopped,
    boolean ongoing,
    String reasonStarted,
    String reasonStopped,
    boolean corrected) {

  /// Every course, in the order of the table.
  public static List<TreatmentRow> of(PatientResults results, SourceLinks links, Words words) {
    return results.patient().treatments().stream().map(each -> of(each, links, words)).toList();
  }

  private static TreatmentRow of(Treatment treatment, SourceLinks links, Words words) {
    boolean ongoing =
        treatment.stop().isAbsent()
            && !treatment.isSingleDose()
            && treatment.phase() == Treatment.Phase.DATED;
    return new TreatmentRow(
        new Cell(words.drug(treatment.drug()), links.to(treatment.row(), treatment.column())),
        Courses.dose(treatment, words),
        Courses.frequency(treatment, words),
        words.cell(treatment.route()),
        words.value(treatment.start()),
        ongoing ? words.text("timeline.ongoing") : words.cell(treatment.stop()),
        ongoing,
        words.cell(treatment.reasonStarted()),
        words.cell(treatment.reasonStopped()),
        links.isCorrected(treatment.row()));
  }
}
