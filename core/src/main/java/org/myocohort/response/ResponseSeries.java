package org.myocohort.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Status;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Treatment;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.treatment.TreatmentChange;
import org.myocohort.treatment.TreatmentChanges;
import org.myocohort.treatment.TreatmentHistory;

/// Every follow-up of a patient against one stated baseline.
///
/// The baseline is the visit that the table marks; else the latest assessment in the days (90
/// unless the study says otherwise) up to the first dose of the index drug, never after it; else,
/// without an index drug, the earliest visit. An incomplete baseline is used and leaves bounds;
/// without one nothing is computable.
///
/// @param indexDrug the drug that the response is to, or null
/// @param baseline the visit compared with, or null where there is none
/// @param choice how the baseline was chosen, or why there is none
/// @param points every other visit, in order of time
public record ResponseSeries(
    @Nullable String indexDrug,
    @Nullable Visit baseline,
    BaselineChoice choice,
    List<ResponsePoint> points) {

  public ResponseSeries {
    points = List.copyOf(points);
  }

  /// Judges every visit of a patient.
  public static ResponseSeries of(ScoreForm form, PatientRecord patient, StudySettings settings) {
    String drug = indexDrug(patient, settings);
    Choice choice = choose(patient, drug, settings.baselineWindowDays());
    Visit baseline = choice.visit();
    TreatmentChanges treatments =
        baseline == null ? null : new TreatmentChanges(patient, baseline.date(), drug);
    List<ResponsePoint> points = new ArrayList<>();
    for (Visit visit : patient.visits()) {
      if (baseline != null && visit.row().equals(baseline.row())) {
        continue;
      }
      FollowUp followUp =
          baseline == null
              ? withoutBaseline(visit, choice.how())
              : FollowUp.of(form, baseline, visit, settings.childHealthRange());
      List<TreatmentChange> changes =
          treatments != null && followUp.status() != ResponseStatus.BEFORE_BASELINE
              ? treatments.until(visit.date())
              : List.of();
      points.add(
          new ResponsePoint(
              followUp, drug == null ? null : taken(patient, drug, visit.date()), changes));
    }
    return new ResponseSeries(drug, baseline, choice.how(), points);
  }

  /// The drug whose first dose is a patient's day 0: the patient's own, else the study's.
  public static @Nullable String indexDrug(PatientRecord patient, StudySettings settings) {
    return patient.person().indexDrug() instanceof Value.Known<String>(String own)
        ? own
        : settings.index();
  }

  /// The visit that the rule chooses as baseline, or null where there is none.
  public static @Nullable Visit baseline(PatientRecord patient, StudySettings settings) {
    return choose(patient, indexDrug(patient, settings), settings.baselineWindowDays()).visit();
  }

  private record Choice(@Nullable Visit visit, BaselineChoice how) {}

  private static Choice choose(PatientRecord patient, @Nullable String drug, int windowDays) {
    if (patient.baseline() != null) {
      return new Choice(patient.baseline(), BaselineChoice.MARKED);
    }
    if (patient.visits().isEmpty()) {
      return new Choice(null, BaselineChoice.NO_VISIT);
    }
    if (drug == null) {
      return new Choice(patient.visits().getFirst(), BaselineChoice.FIRST_VISIT);
    }
    Optional<Moment> firstDose = patient.firstDose(drug);
    if (firstDose.isEmpty()) {
      return new Choice(null, BaselineChoice.NO_FIRST_DOSE);
    }
    Visit latest = null;
    for (Visit visit : patient.visits()) {
      Optional<Long> days = firstDose.get().daysSince(visit.date());
      if (days.isPresent()
          && days.get() <= windowDays
          && visit.date().isAfter(firstDose.get()) == Truth.FALSE
          && CoreSetComparison.assessed(visit)) {
        latest = visit;
      }
    }
    return latest == null
        ? new Choice(null, BaselineChoice.NO_ASSESSMENT_IN_WINDOW)
        : new Choice(latest, BaselineChoice.BEFORE_FIRST_DOSE);
  }

  private static FollowUp withoutBaseline(Visit visit, BaselineChoice why) {
    return new FollowUp(
        visit,
        ResponseStatus.NOT_COMPUTABLE,
        new Assessment(
            TotalImprovementScore.CODE,
            visit.date(),
            Status.NOT_COMPUTABLE,
            null,
            null,
            Assessment.UNDETERMINED,
            List.of(),
            List.of(Note.of(why.code()))),
        List.of(),
        List.of());
  }

  private static Truth taken(PatientRecord patient, String drug, Moment day) {
    Truth taken = Truth.FALSE;
    for (Treatment treatment : patient.treatments()) {
      if (treatment.drug().equals(drug)) {
        taken = taken.or(TreatmentHistory.runningOn(treatment, day));
      }
    }
    return taken;
  }
}
