package org.myocohort.app.web.summary;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.summary.SummaryFigure;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.care.summary.PersonalSummary;
import org.myocohort.care.summary.Picture;
import org.myocohort.care.summary.Sentence;
import org.myocohort.care.summary.StudyPlan;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.Value;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.registry.review.Drafts;
import org.myocohort.registry.review.PrintedSummaries;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/// Writes the summary of a patient as the record stands today.
@Component
@Import(PrintedSummaries.class)
final class SummaryDesk {
  private static final String DEAD = "dead";

  private final PatientStore patients;
  private final Drafts drafts;
  private final InstantSource clock;

  SummaryDesk(PatientStore patients, Drafts drafts, InstantSource clock) {
    this.patients = patients;
    this.drafts = drafts;
    this.clock = clock;
  }

  /// A summary as it is offered to its reviewer.
  ///
  /// @param revision the patient's revision that it was made from
  /// @param seen a mark of every sentence offered: another record, day or rule gives another
  /// @param picture as SVG, empty for none
  record Offered(PersonalSummary summary, long revision, String seen, String picture) {}

  /// The summary of a patient; empty where there is no such patient that the actor may see, or
  /// nobody to give it to.
  Optional<Offered> offered(
      Actor actor, StoredStudy study, PatientKey key, PageLanguage language, Texts texts) {
    return patients.find(actor, key).flatMap(stored -> offered(stored, study, language, texts));
  }

  private Optional<Offered> offered(
      StoredPatient stored, StoredStudy study, PageLanguage language, Texts texts) {
    PatientRecord record = patients.read(stored).study().patients().getFirst();
    if (isDead(record)) {
      return Optional.empty();
    }
    PersonalSummary summary =
        PersonalSummary.of(
            record,
            new StudyPlan(study.description().settings(), study.visitIntervalDays()),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            language);
    Picture picture = summary.picture();
    String stamp = study.description().synthetic() ? texts.text("page.synthetic") : "";
    return Optional.of(
        new Offered(
            summary,
            stored.revision(),
            Sha256.of(String.join("\n", summary.sentences().stream().map(Sentence::text).toList())),
            picture == null ? "" : SummaryFigure.of(picture, stamp)));
  }

  private static boolean isDead(PatientRecord record) {
    return record.person().death().isKnown()
        || (record.person().vitalStatus() instanceof Value.Known<String>(String status)
            && status.equals(DEAD));
  }

  private static Drafts.Form form(PatientKey key, PageLanguage language) {
    return new Drafts.Form(key.study(), key.id(), "summary/" + language.code());
  }

  /// What the actor made of it so far.
  Choice draft(Actor actor, PatientKey key, PageLanguage language) {
    return drafts
        .find(actor, form(key, language))
        .map(draft -> Choice.ofDraft(draft.fields()))
        .orElse(Choice.AS_SUGGESTED);
  }

  void keep(Actor actor, PatientKey key, Offered offered, Choice choice) {
    drafts.keep(actor, form(key, offered.summary().language()), offered.revision(), choice.draft());
  }

  void discard(Actor actor, PatientKey key, PageLanguage language) {
    drafts.discard(actor, form(key, language));
  }
}
