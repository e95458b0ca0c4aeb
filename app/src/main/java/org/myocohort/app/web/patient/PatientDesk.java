package org.myocohort.app.web.patient;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.patient.AssessmentRow;
import org.myocohort.app.patient.DayZero;
import org.myocohort.app.patient.LinesFigure;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.SourceLinks;
import org.myocohort.app.patient.TaperFigure;
import org.myocohort.app.patient.Timeline;
import org.myocohort.app.patient.TimelineOptions;
import org.myocohort.app.patient.TreatmentRow;
import org.myocohort.app.patient.Words;
import org.myocohort.app.taper.TaperWords;
import org.myocohort.app.web.Addresses;
import org.myocohort.care.line.LinesOfTreatment;
import org.myocohort.care.taper.FlareState;
import org.myocohort.care.taper.TaperHistory;
import org.myocohort.care.taper.TaperPlan;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.figures.FigureSize;
import org.myocohort.instrument.StudySettings;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientHeads;
import org.myocohort.registry.patient.PatientHeads.Head;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.Studies.StoredStudy;
import org.myocohort.treatment.TreatmentHistory;
import org.springframework.stereotype.Component;

/// What the pages of patients show, computed once for each revision: a page that is read again
/// costs one look-up of its patient's revision.
@Component
final class PatientDesk {
  // A record of five years with everything computed takes a few megabytes, a figure a third of one.
  private static final int RECORDS = 32;
  private static final int VIEWS = 64;
  private static final int FIGURES = 96;

  private final PatientStore patients;
  private final PatientHeads heads;
  private final PatientReview.Stores reviews;
  private final InstantSource clock;
  private final Recent<Version, Judged> judged = new Recent<>(RECORDS);
  private final Recent<Said, PatientView> views = new Recent<>(VIEWS);
  private final Recent<Drawn, String> figures = new Recent<>(FIGURES);
  private final Recent<Said, String> lineFigures = new Recent<>(VIEWS);

  PatientDesk(
      PatientStore patients,
      PatientHeads heads,
      PatientReview.Stores reviews,
      InstantSource clock) {
    this.patients = patients;
    this.heads = heads;
    this.reviews = reviews;
    this.clock = clock;
  }

  /// A patient at one revision, under the study's settings of now.
  private record Version(PatientKey patient, long revision, StudyWriter.Description study) {}

  /// @param day what is overdue depends on the day
  private record Said(Version version, String language, PatientViews.Day day) {}

  private record Drawn(Version version, String language, TimelineOptions options, int width) {}

  /// A record with what was computed of it.
  private record Judged(Study study, PatientResults results, Set<RowReference> corrected) {}

  /// A patient that an actor may see, ready to be shown.
  final class Shown {
    private final Head head;
    private final StoredStudy study;
    private final Actor actor;
    private final Version version;
    private final Words words;

    private Shown(Head head, StoredStudy study, Actor actor, Texts texts) {
      this.head = head;
      this.study = study;
      this.actor = actor;
      this.version = new Version(head.key(), head.revision(), study.description());
      this.words = new Words(texts);
    }

    Head head() {
      return head;
    }

    String address() {
      return Addresses.patient(head.key());
    }

    /// The record at the revision.
    PatientRecord patient() {
      return record().study().patients().getFirst();
    }

    /// What people said of the patient: it changes without a revision, so it is read every time.
    PatientReview review() {
      return PatientReview.of(reviews, actor, head, words.texts());
    }

    PatientView view() {
      Said said = said();
      return views.get(
          said,
          () -> PatientViews.of(record().study(), record().results(), links(), said.day(), words));
    }

    private Said said() {
      PatientViews.Day day =
          new PatientViews.Day(
              LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), study.visitIntervalDays());
      return new Said(version, words.texts().language(), day);
    }

    /// The lines of treatment as SVG; empty where none has a date.
    String lineFigure(int width) {
      Said said = said();
      return lineFigures.get(
          said,
          () ->
              LinesFigure.of(
                  LinesOfTreatment.of(record().results().patient(), said.day().today()),
                  record().results(),
                  links(),
                  words,
                  FigureSize.screen(width),
                  stamp()));
    }

    /// The timeline as SVG; empty where nothing has a date.
    String figure(TimelineOptions options, int width) {
      return figures.get(
          new Drawn(version, words.texts().language(), options, width),
          () ->
              timeline(options)
                  .map(drawn -> drawn.render(FigureSize.screen(width), stamp()))
                  .orElse(""));
    }

    Optional<Timeline> timeline(TimelineOptions options) {
      return Timeline.of(record().results(), options, links(), words);
    }

    List<DayZero> dayZeros() {
      return DayZero.choices(record().results(), words);
    }

    Map<String, String> lanes() {
      return Timeline.lanes(record().results(), words);
    }

    List<TreatmentRow> treatments() {
      return TreatmentRow.of(record().results(), links(), words);
    }

    /// What the instruments beside criteria and response say; computed only where it is asked for.
    List<AssessmentRow> assessments() {
      return AssessmentRow.of(
          record().results().withAssessments(study.description().settings()), words);
    }

    LocalDate today() {
      return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// The latest weight in kg; empty where none was measured.
    String weight() {
      return TreatmentHistory.weightOn(patient(), Moment.of(today()))
          .map(Answer::decimal)
          .orElse("");
    }

    /// Whether the patient is in flare today, or on the first day of a plan.
    FlareState flare(LocalDate start) {
      FlareState now = FlareState.of(patient(), settings(), Moment.of(today()));
      FlareState then = FlareState.of(patient(), settings(), Moment.of(start));
      return now.inFlare() == Truth.TRUE || then.inFlare() == Truth.FALSE ? now : then;
    }

    TaperView taper(@Nullable TaperPlan plan) {
      return TaperView.of(
          history(),
          plan,
          new TaperWords(words.texts())
              .note(FlareState.of(patient(), settings(), Moment.of(today())).note()),
          today(),
          links(),
          words);
    }

    /// Plan and doses as SVG; empty where nothing has a date.
    String taperFigure(@Nullable TaperPlan plan, int width) {
      return TaperFigure.of(
          record().results(), history(), plan, links(), words, FigureSize.screen(width), stamp());
    }

    private TaperHistory history() {
      return TaperHistory.of(
          patient(),
          settings(),
          TaperHistory.lastDay(patient()).orElseGet(() -> Moment.of(today())));
    }

    private StudySettings settings() {
      return study.description().settings();
    }

    private String stamp() {
      return study.description().synthetic() ? words.text("page.synthetic") : "";
    }

    private SourceLinks links() {
      return new SourceLinks(
          (row, column) ->
              Addresses.row(head.key(), row.table(), row.id())
                  + (column.isEmpty() ? "" : "#" + column),
          record().corrected());
    }

    private Judged record() {
      return judged.get(version, this::judge);
    }

    private Judged judge() {
      StoredPatient stored = patients.find(actor, head.key()).orElseThrow();
      Study read = patients.read(stored).study();
      return new Judged(
          read,
          PatientResults.withoutAssessments(
              read.patients().getFirst(), study.description().settings()),
          heads.corrected(actor, head.key()));
    }
  }

  /// A patient; empty where there is none, or none that the actor may see.
  Optional<Shown> find(Actor actor, StoredStudy study, PatientKey patient, Texts texts) {
    return heads.find(actor, patient).map(head -> new Shown(head, study, actor, texts));
  }
}
