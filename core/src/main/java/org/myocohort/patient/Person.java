package org.myocohort.patient;

import java.math.BigDecimal;

/// Who the patient is, without identity: a pseudonym and what classification and tables need.
///
/// @param row where it stands
/// @param id pseudonym, unique in the study
/// @param cohort own or published
/// @param source the citation of a published patient, the patient's name in the table of an own one
/// @param centre the centre that follows the patient
/// @param sex sex at birth
/// @param birth as precise as recorded; a year is usual
/// @param ageYears age when reported or at the index event, in years
/// @param onset first symptom
/// @param onsetAgeYears age at the first symptom, in years, where it was recorded as such
/// @param diagnosis date of the diagnosis
/// @param indexDrug code of the drug whose first dose is this patient's day 0, where it differs
///   from the study's
/// @param vitalStatus `alive`, `dead`, `lost to follow-up`, `opted out`
/// @param death date of death
/// @param consent `given`, `refused`, `withdrawn`, with its scope and date
public record Person(
    RowReference row,
    String id,
    Cohort cohort,
    Value<String> source,
    Value<String> centre,
    Value<Sex> sex,
    Value<Moment> birth,
    Value<BigDecimal> ageYears,
    Value<Moment> onset,
    Value<BigDecimal> onsetAgeYears,
    Value<Moment> diagnosis,
    Value<String> indexDrug,
    Value<String> vitalStatus,
    Value<Moment> death,
    Consent consent) {

  /// What the patient agreed to.
  ///
  /// @param status what the patient said
  /// @param date when
  /// @param scope what for, such as `registry` or `publication`
  public record Consent(Value<String> status, Value<Moment> date, Value<String> scope) {}
}
