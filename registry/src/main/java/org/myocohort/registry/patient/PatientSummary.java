package org.myocohort.registry.patient;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseSeries;
import org.myocohort.response.ResponseStatus;
import org.myocohort.response.ScoreForm;

/// What a list shows of a patient. Made from the record at each save; never entered.
///
/// @param antibodies codes of those found positive, separated by a blank
/// @param lastVisit date of the latest visit, empty where there is none
/// @param responseDate date of the latest visit that was scored, empty where none was
/// @param score total improvement score of that visit, empty where only its bounds are known
/// @param scoreLower what the score is at least
/// @param scoreUpper what the score is at most
/// @param category response category of that visit, a code; empty where none was scored
/// @param itemsFilled of the expected items, how many are known
/// @param itemsExpected five items of the patient and six measures a visit
/// @param search what a search looks in, in lower case
record PatientSummary(
    String sex,
    String antibodies,
    int visits,
    String lastVisit,
    String responseDate,
    String score,
    String scoreLower,
    String scoreUpper,
    String category,
    int itemsFilled,
    int itemsExpected,
    String vitalStatus,
    String consent,
    String search) {

  /// Changes whenever the summary is made otherwise, so that stored ones are made anew.
  static final String MADE_BY = "1";

  static PatientSummary of(PatientRecord patient, StoredPatient stored, StudySettings settings) {
    List<String> antibodies =
        patient.antibodies().stream()
            .filter(antibody -> antibody.result().truth() == Truth.TRUE)
            .map(AntibodyResult::antibody)
            .distinct()
            .toList();
    Optional<ResponsePoint> scored =
        ResponseSeries.of(ScoreForm.ADULT, patient, settings).points().stream()
            .filter(point ->
                point.followUp().status() == ResponseStatus.COMPUTED
                    || point.followUp().status() == ResponseStatus.PARTIAL)
            .reduce((_, later) -> later);
    Bounds bounds = scored.map(point -> point.followUp().assessment().bounds()).orElse(null);
    BigDecimal score = scored.map(point -> point.followUp().assessment().value()).orElse(null);
    StoredRow person =
        stored.row("patients", stored.key().id()).orElseThrow(() -> new IllegalStateException());
    return new PatientSummary(
        person.cell("sex"),
        String.join(" ", antibodies),
        patient.visits().size(),
        patient.visits().isEmpty() ? "" : patient.visits().getLast().date().toString(),
        scored.map(point -> point.followUp().visit().date().toString()).orElse(""),
        score == null ? "" : score.toPlainString(),
        bounds == null ? "" : bounds.lower().toPlainString(),
        bounds == null ? "" : bounds.upper().toPlainString(),
        scored.map(point -> point.followUp().assessment().category()).orElse(""),
        filled(patient, person),
        5 + 6 * patient.visits().size(),
        person.cell("vital_status"),
        person.cell("consent"),
        String.join(
                " ",
                stored.key().id(),
                stored.centre(),
                person.cell("sex"),
                person.cell("source"),
                String.join(" ", antibodies))
            .toLowerCase(Locale.ROOT));
  }

  private static int filled(PatientRecord patient, StoredRow person) {
    long items =
        Stream.of("sex", "onset", "diagnosis").filter(name -> !person.cell(name).isEmpty()).count();
    items += person.cell("birth").isEmpty() && person.cell("age_years").isEmpty() ? 0 : 1;
    items += patient.antibodies().isEmpty() ? 0 : 1;
    for (Visit visit : patient.visits()) {
      items +=
          Stream.of(
                  CoreSetScale.PHYSICIAN_GLOBAL,
                  CoreSetScale.PATIENT_GLOBAL,
                  CoreSetScale.EXTRAMUSCULAR,
                  CoreSetScale.MANUAL_MUSCLE_TEST,
                  CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE)
              .filter(scale -> visit.scale(scale) instanceof Value.Known<BigDecimal>)
              .count();
      items += visit.enzymes().isEmpty() ? 0 : 1;
    }
    return (int) items;
  }
}
