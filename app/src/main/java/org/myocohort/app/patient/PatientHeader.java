package org.myocohort.app.patient;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.myocohort.app.cli.Answer;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Part;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.Manifestation;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Person;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;
import org.myocohort.treatment.TreatmentHistory;
import org.myocohort.vocabulary.Vocabulary;

/// Who the patient is and how the patient is now.
///
/// @param id pseudonym
/// @param about sex, age, diagnosis, centre, as far as recorded
/// @param antibodies those found positive
/// @param manifestations those present
/// @param notKnown what the letter's definition asks and the record does not tell
/// @param state the present state in large figures
public record PatientHeader(
    String id,
    List<String> about,
    List<String> antibodies,
    List<String> manifestations,
    List<String> notKnown,
    List<Figure> state) {
  private static final Set<String> INVESTIGATIONS =
      Set.of("biopsy", "emg", "imaging", "examination", "screening");

  public PatientHeader {
    about = List.copyOf(about);
    antibodies = List.copyOf(antibodies);
    manifestations = List.copyOf(manifestations);
    notKnown = List.copyOf(notKnown);
    state = List.copyOf(state);
  }

  /// One figure of the present state.
  ///
  /// @param code what it is: `response` or `prednisone`
  /// @param label what it is, in words
  /// @param text the figure
  /// @param remark how it is to be read, and of when it is
  public record Figure(String code, String label, String text, String remark) {}

  /// The header of a patient.
  public static PatientHeader of(PatientResults results, Words words) {
    PatientRecord patient = results.patient();
    return new PatientHeader(
        patient.id(),
        about(results, words),
        antibodies(patient),
        manifestations(patient, words),
        notKnown(results, words),
        state(results, words));
  }

  private static List<String> about(PatientResults results, Words words) {
    Person person = results.patient().person();
    List<String> about = new ArrayList<>();
    about.add(person.sex().map(sex -> words.text("sex." + sex.code())).orElse(""));
    about.add(age(results, words));
    about.add(person.source().map(String::toString).orElse(""));
    about.add(
        person.diagnosis().isKnown()
            ? words.text("patient.diagnosed", words.value(person.diagnosis()))
            : "");
    about.add(person.centre().map(String::toString).orElse(""));
    about.removeIf(String::isEmpty);
    return about;
  }

  private static String age(PatientResults results, Words words) {
    Person person = results.patient().person();
    if (person.ageYears().isKnown()) {
      return words.text("patient.age", words.value(person.ageYears()));
    }
    Moment zero = results.dayZero();
    return zero != null && person.birth() instanceof Value.Known<Moment>(Moment birth)
        ? zero.yearsSince(birth)
            .map(span ->
                words.text(
                    "patient.age-at-index",
                    span.least() == span.most()
                        ? Integer.toString(span.least())
                        : span.least() + "–" + span.most()))
            .orElse("")
        : "";
  }

  private static List<String> antibodies(PatientRecord patient) {
    List<String> found = new ArrayList<>();
    for (AntibodyResult result : patient.antibodies()) {
      if (result.result().truth() == Truth.TRUE) {
        found.add(
            Words.antibody(result.antibody(), "+")
                + result.method().map(method -> " " + method).orElse(""));
      }
    }
    return found;
  }

  private static List<String> manifestations(PatientRecord patient, Words words) {
    List<String> found = new ArrayList<>();
    for (Manifestation manifestation : patient.manifestations()) {
      if (manifestation.present() == Truth.TRUE
          && !INVESTIGATIONS.contains(
              Vocabulary.findings().term(manifestation.finding()).cell("organ"))) {
        found.add(words.finding(manifestation.finding()));
      }
    }
    return found;
  }

  /// The letter's items on which nothing is known, so that absence is written out.
  private static List<String> notKnown(PatientResults results, Words words) {
    List<String> open = new ArrayList<>();
    for (Part part : results.classifications().getFirst().parts()) {
      if (part.truth() == Truth.UNKNOWN) {
        open.add(words.text("patient.not-known", words.text("item." + part.code())));
      }
    }
    return open;
  }

  private static List<Figure> state(PatientResults results, Words words) {
    List<Figure> state = new ArrayList<>();
    results
        .latestJudged()
        .ifPresent(point -> {
          Assessment score = point.followUp().assessment();
          state.add(
              new Figure(
                  "response",
                  words.text("patient.response-now"),
                  Words.scored(score.value(), score.bounds()),
                  words.name("category", score.category())
                      + ", "
                      + point.followUp().visit().date()
                      + (point.attributable()
                          ? ""
                          : " (" + ResponseMarks.remark(words, point) + ")")));
        });
    PatientRecord patient = results.patient();
    if (!patient.visits().isEmpty()) {
      Moment last = patient.visits().getLast().date();
      TreatmentHistory.prednisoneEquivalentOn(patient, last)
          .ifPresent(dose ->
              state.add(
                  new Figure(
                      "prednisone",
                      words.text("patient.prednisone-now"),
                      Answer.decimal(dose.setScale(1, RoundingMode.HALF_UP)) + " mg",
                      last.toString())));
    }
    return state;
  }
}
