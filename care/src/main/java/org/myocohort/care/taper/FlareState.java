package org.myocohort.care.taper;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// Whether a patient is in flare on a day, as far as the record tells (ours).
///
/// In flare: a flare or relapse is recorded in the 28 days up to the day, or the last assessment of
/// the 90 days up to it is worse by the worsening rule, see [Flare]. Not in flare: that assessment
/// is not worse, and no flare stands after it. Anything else is not known: no recent assessment,
/// one that leaves the rule open, a flare whose date is not known.
///
/// @param inFlare the answer
/// @param reason code of what decided
/// @param row the event or visit that decided, or null
/// @param when its date in words, empty where there is none
/// @param asOf the day asked about
public record FlareState(
    Truth inFlare, String reason, @Nullable RowReference row, String when, Moment asOf) {

  /// The state on a day, with the usual settings.
  public static FlareState of(PatientRecord patient, StudySettings study, Moment asOf) {
    return of(patient, study, asOf, TaperSettings.DEFAULT);
  }

  /// The state on a day.
  ///
  /// @param asOf a day; what is dated after it is not looked at
  public static FlareState of(
      PatientRecord patient, StudySettings study, Moment asOf, TaperSettings settings) {
    long day = asOf.latest();
    Flare latest = null;
    Flare open = null;
    for (Flare flare : Flare.of(patient, study)) {
      if (flare.kind() == Flare.Kind.WORSENING) {
        continue;
      }
      if (!(flare.date() instanceof Value.Known<Moment>(Moment date))
          || !date.comparableWith(asOf)) {
        open = flare;
      } else if (date.earliest() <= day) {
        if (date.latest() <= day && day - date.earliest() <= settings.flareDays()) {
          return state(Truth.TRUE, "flare-recorded", flare, date.toString(), asOf);
        }
        if (date.latest() >= day - settings.flareDays()) {
          open = flare;
        }
        latest = flare;
      }
    }
    Flare.Judgement assessed = lastAssessment(Flare.judgements(patient, study), asOf, settings);
    if (assessed != null && assessed.worse() == Truth.TRUE) {
      return new FlareState(
          Truth.TRUE,
          "flare-worsening",
          assessed.visit().row(),
          assessed.visit().date().toString(),
          asOf);
    }
    if (open != null) {
      return state(Truth.UNKNOWN, "flare-date-open", open, "", asOf);
    }
    if (assessed == null) {
      return new FlareState(Truth.UNKNOWN, "flare-no-assessment", null, "", asOf);
    }
    String visit = assessed.visit().date().toString();
    if (latest != null
        && latest.date() instanceof Value.Known<Moment>(Moment date)
        && assessed.visit().date().isAfter(date) != Truth.TRUE) {
      return state(Truth.UNKNOWN, "flare-not-assessed-since", latest, date.toString(), asOf);
    }
    return new FlareState(
        assessed.worse(),
        assessed.worse() == Truth.FALSE ? "flare-none" : "flare-assessment-open",
        assessed.visit().row(),
        visit,
        asOf);
  }

  private static FlareState state(
      Truth inFlare, String reason, Flare flare, String when, Moment asOf) {
    return new FlareState(inFlare, reason, flare.row(), when, asOf);
  }

  private static Flare.@Nullable Judgement lastAssessment(
      List<Flare.Judgement> judgements, Moment asOf, TaperSettings settings) {
    Flare.Judgement last = null;
    for (Flare.Judgement judgement : judgements) {
      Moment date = judgement.visit().date();
      if (date.comparableWith(asOf)
          && date.latest() <= asOf.latest()
          && asOf.latest() - date.earliest() <= settings.assessmentDays()) {
        last = judgement;
      }
    }
    return last;
  }

  /// The reason with its values: the day asked about, and the date of what decided.
  public Note note() {
    return Note.of(reason, asOf.toString(), when);
  }
}
