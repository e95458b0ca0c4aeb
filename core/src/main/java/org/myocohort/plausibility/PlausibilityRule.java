package org.myocohort.plausibility;

import static org.myocohort.plausibility.Finding.Level.ERROR;
import static org.myocohort.plausibility.Finding.Level.NOTE;
import static org.myocohort.plausibility.Finding.Level.WARNING;

import java.util.List;

/// The rules of plausibility, with their levels and the names of their values.
///
/// All of them are this project's own. Dates known by month or year fire a rule only where no day
/// in them would not.
public enum PlausibilityRule {
  /// Something is dated before the birth.
  BEFORE_BIRTH("before-birth", ERROR, "date birth"),
  /// A visit, a measurement, a dose, an adverse event or an event is dated after the death.
  AFTER_DEATH("after-death", ERROR, "date death"),
  /// A course, an adverse event or a finding ends before it begins.
  STOP_BEFORE_START("stop-before-start", ERROR, "stop start"),
  /// The patient is recorded as alive, and so is a date of death.
  ALIVE_WITH_DEATH("alive-with-death", ERROR, "death"),
  /// The event of death and the date of death are different days.
  DEATH_DATES_DIFFER("death-dates-differ", ERROR, "event death"),
  /// The age at onset is a year or more above the age when reported.
  ONSET_AGE_ABOVE_AGE("onset-age-above-age", ERROR, "onset-age age"),

  /// The diagnosis is dated before the first symptom.
  DIAGNOSIS_BEFORE_ONSET("diagnosis-before-onset", WARNING, "diagnosis onset"),
  /// A diagnosis, a finding, an antibody or a biomarker is dated after the death: it may have been
  /// found post mortem.
  FOUND_AFTER_DEATH("found-after-death", WARNING, "date death"),
  /// The visit marked as baseline is after the first dose of the index drug.
  BASELINE_AFTER_FIRST_DOSE("baseline-after-first-dose", WARNING, "baseline drug first-dose"),
  /// The age is more than a year away from the one that birth and index date give.
  AGE_DIFFERS("age-differs", WARNING, "age least most birth index-date"),
  /// The age at onset is more than a year away from the one that birth and onset give.
  ONSET_AGE_DIFFERS("onset-age-differs", WARNING, "age least most birth onset"),
  /// A course stops on the day that it starts, though its stop is the day after the last dose.
  COURSE_WITHOUT_DAYS("course-without-days", WARNING, "drug start"),
  /// Two different anti-synthetase antibodies are positive; they hardly ever occur together
  /// (instruments.md section 4).
  TWO_ANTI_SYNTHETASE("two-anti-synthetase", WARNING, "antibodies rows"),
  /// A measured value is outside the soft limits of the vocabulary.
  UNUSUAL_VALUE("unusual-value", WARNING, "measurement value unit low high limit-unit"),
  /// The glucocorticoid dose, as prednisone and without intravenous doses, rises from one day to
  /// the next by more than 40 mg and to more than four times.
  DOSE_JUMP("dose-jump", WARNING, "before after date"),
  /// The glucocorticoid dose, as prednisone, falls from at least 20 mg to none, for more than a
  /// week and after three weeks or more of treatment, and the patient did not die then.
  ABRUPT_STOP("abrupt-stop", WARNING, "before date"),
  /// An oral glucocorticoid dose is above 200 mg of prednisone a day.
  DOSE_HIGH("dose-high", WARNING, "drug dose"),
  /// Methotrexate more often than weekly: it is a weekly drug.
  METHOTREXATE_NOT_WEEKLY("methotrexate-not-weekly", WARNING, "frequency"),
  /// Two courses of one drug by one route run on the same day with different doses.
  OVERLAPPING_COURSES("overlapping-courses", WARNING, "drug dose other-dose other-row from"),
  /// Consent was refused or withdrawn, and the record holds data.
  CONSENT_NOT_GIVEN("consent-not-given", WARNING, "consent rows"),

  /// A weak positive line blot, with no other positive test of that antibody and no compatible
  /// finding (instruments.md section 4).
  UNCONFIRMED("unconfirmed", NOTE, "antibody"),
  /// As [#DOSE_JUMP], with a flare or a relapse recorded within 30 days.
  DOSE_JUMP_AT_FLARE("dose-jump-at-flare", NOTE, "before after date flare"),
  /// The muscle test form differs from the one at baseline: the two compare in percent only.
  MMT_FORM_DIFFERS("mmt-form-differs", NOTE, "maximum baseline-maximum baseline"),
  /// A muscle test without the largest value of its form.
  MMT_MAXIMUM_MISSING("mmt-maximum-missing", NOTE, "mmt"),
  /// A muscle enzyme without the upper limit of its laboratory, once a patient and enzyme.
  UPPER_LIMIT_MISSING("upper-limit-missing", NOTE, "enzyme rows"),
  /// A visit that holds no measure.
  VISIT_WITHOUT_MEASURE("visit-without-measure", NOTE, "date"),
  /// Troponins of different kinds or assays in one patient: their values never compare.
  TROPONIN_MIXED("troponin-mixed", NOTE, "kinds"),
  /// An adverse event without a grade.
  GRADE_MISSING("grade-missing", NOTE, "term"),
  /// A grade without the CTCAE version that it belongs to: versions grade differently.
  CTCAE_VERSION_MISSING("ctcae-version-missing", NOTE, "term grade"),
  /// A course of an own patient without a start.
  START_MISSING("start-missing", NOTE, "drug"),
  /// Methotrexate, leflunomide or a TNF inhibitor in a patient with interstitial lung disease
  /// (instruments.md section 5.2), once a patient and drug.
  DRUG_WITH_ILD("drug-with-ild", NOTE, "drug");

  private final String code;
  private final Finding.Level level;
  private final String keys;

  PlausibilityRule(String code, Finding.Level level, String keys) {
    this.code = code;
    this.level = level;
    this.keys = keys;
  }

  /// The stable name under which a message file has its sentence.
  public String code() {
    return code;
  }

  /// The level of every finding of this rule.
  public Finding.Level level() {
    return level;
  }

  /// The names of its values, in order.
  public List<String> keys() {
    return List.of(keys.split(" ", -1));
  }
}
