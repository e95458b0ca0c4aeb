package org.myocohort.care.alert;

import java.math.BigDecimal;
import java.util.Set;
import org.myocohort.care.record.DrugSet;
import org.myocohort.patient.ClinicalEvent;

/// What must hold beside the drug of a rule for it to raise an alert.
public sealed interface Condition {

  /// A finding is present.
  ///
  /// @param finding code in the findings vocabulary
  record WithFinding(String finding) implements Condition {}

  /// Another drug runs on the same days, now or as planned.
  record WithDrug(DrugSet others) implements Condition {}

  /// A vaccination falls on a day of the drug.
  ///
  /// @param kinds that raise the alert
  record WithVaccination(Set<ClinicalEvent.Kind> kinds) implements Condition {
    public WithVaccination {
      kinds = Set.copyOf(kinds);
    }
  }

  /// A pregnancy that goes on, or begins while the drug still counts.
  record WithPregnancy() implements Condition {}

  /// A test was not done before the first dose.
  ///
  /// @param finding the finding that says that it was done
  record WithoutTest(String finding) implements Condition {}

  /// Nothing was measured before the first dose.
  ///
  /// @param measurement code in the measurements vocabulary
  record WithoutMeasurement(String measurement) implements Condition {}

  /// The latest value is below a limit.
  ///
  /// @param measurement code in the measurements vocabulary
  /// @param limit not included
  /// @param unit UCUM code of the limit
  /// @param days how old a value may be
  record ValueBelow(String measurement, BigDecimal limit, String unit, int days)
      implements Condition {}

  /// The drug is recorded as given oftener than once a week.
  record OftenerThanWeekly() implements Condition {}

  /// Creatinine clearance is below 30 mL/min and the dose not yet given every other day.
  ///
  /// @param days how old a creatinine may be
  record ClearanceBelow30(int days) implements Condition {}

  /// A neutrophil count that the label of anakinra asks for is due and not recorded.
  record NeutrophilsDue() implements Condition {}
}
