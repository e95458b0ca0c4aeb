package org.myocohort.app.patient;

import org.myocohort.patient.Frequency;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Value;
import org.myocohort.treatment.GlucocorticoidEquivalence;

/// Courses of treatment in words.
final class Courses {
  private Courses() {}

  static boolean isGlucocorticoid(Treatment treatment) {
    return GlucocorticoidEquivalence.isGlucocorticoid(treatment.drug());
  }

  /// Drug, dose, frequency and route.
  static String title(Treatment treatment, Words words) {
    StringBuilder title = new StringBuilder(words.drug(treatment.drug()));
    append(title, dose(treatment, words));
    append(title, frequency(treatment, words));
    append(title, words.cell(treatment.route()));
    return title.toString();
  }

  static String dose(Treatment treatment, Words words) {
    String dose = words.cell(treatment.dose());
    return dose.isEmpty() || treatment.dose().isAbsent() ? dose : dose + " " + treatment.unit();
  }

  static String frequency(Treatment treatment, Words words) {
    return treatment.frequency() instanceof Value.Known<Frequency>(Frequency frequency)
        ? words.name("frequency", frequency.code())
        : words.cell(treatment.frequency());
  }

  private static void append(StringBuilder title, String more) {
    if (!more.isEmpty()) {
      title.append(' ').append(more);
    }
  }
}
