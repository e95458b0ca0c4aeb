package org.myocohort.app.patient;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.catalogue.Instruments;
import org.myocohort.classification.Classification;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.classification.Fact;
import org.myocohort.classification.Facts;
import org.myocohort.classification.Item;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Instrument;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseSeries;
import org.myocohort.response.ResponseStatus;
import org.myocohort.response.ScoreForm;
import org.myocohort.response.TotalImprovementScore;

/// One patient with everything that was computed of the record.
///
/// @param patient the record
/// @param facts what it says of each classification item
/// @param classifications one a criteria set
/// @param response every visit against the baseline
/// @param assessments what the other instruments say, in order of time
/// @param dayZero first dose of the index drug, or null where there is none
public record PatientResults(
    PatientRecord patient,
    Facts facts,
    List<Classification> classifications,
    ResponseSeries response,
    List<Assessment> assessments,
    @Nullable Moment dayZero) {
  public PatientResults {
    classifications = List.copyOf(classifications);
    assessments = List.copyOf(assessments);
  }

  /// The response score has its own place; its juvenile forms are for children only.
  private static final List<Instrument> BESIDE_RESPONSE =
      Instruments.ALL.stream()
          .filter(each -> !each.code().startsWith(TotalImprovementScore.CODE))
          .toList();

  /// Everything.
  public static PatientResults of(PatientRecord patient, StudySettings settings) {
    return withoutAssessments(patient, settings).withAssessments(settings);
  }

  /// Everything but what the other instruments say, which takes most of the time.
  public static PatientResults withoutAssessments(PatientRecord patient, StudySettings settings) {
    Facts facts = Facts.of(patient);
    String drug = ResponseSeries.indexDrug(patient, settings);
    return new PatientResults(
        patient,
        facts,
        CriteriaSets.classify(facts),
        ResponseSeries.of(ScoreForm.ADULT, patient, settings),
        List.of(),
        drug == null ? null : patient.firstDose(drug).orElse(null));
  }

  /// The same results with what the other instruments say.
  public PatientResults withAssessments(StudySettings settings) {
    return new PatientResults(
        patient,
        facts,
        classifications,
        response,
        Instruments.assess(patient, settings, BESIDE_RESPONSE),
        dayZero);
  }

  public Fact fact(Item item) {
    return facts.fact(item);
  }

  /// Months from day 0; empty where there is no day 0 or the two are not on one scale.
  public Optional<Double> months(Moment moment) {
    Moment zero = dayZero;
    return zero == null
        ? Optional.empty()
        : moment.daysSince(zero).map(days -> days / Moment.DAYS_PER_MONTH);
  }

  /// The latest follow-up that may count as response to the index drug and has an answer.
  public Optional<ResponsePoint> latestResponse() {
    return response.points().stream()
        .filter(ResponsePoint::attributable)
        .filter(point ->
            point.followUp().status() == ResponseStatus.COMPUTED
                || point.followUp().status() == ResponseStatus.PARTIAL)
        .reduce((earlier, later) -> later);
  }

  /// The latest follow-up with an answer, whatever else was given.
  public Optional<ResponsePoint> latestJudged() {
    return response.points().stream()
        .filter(point ->
            point.followUp().status() == ResponseStatus.COMPUTED
                || point.followUp().status() == ResponseStatus.PARTIAL)
        .reduce((earlier, later) -> later);
  }
}
