package org.myocohort.app.web.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.myocohort.app.check.CheckCommand;
import org.myocohort.app.check.CheckFinding;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.patient.AlertTable;
import org.myocohort.app.patient.Cell;
import org.myocohort.app.patient.CriteriaRow;
import org.myocohort.app.patient.LineTable;
import org.myocohort.app.patient.PatientHeader;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.ScoreTable;
import org.myocohort.app.patient.SourceLinks;
import org.myocohort.app.patient.TaperTable;
import org.myocohort.app.patient.Words;
import org.myocohort.care.alert.AlertReport;
import org.myocohort.care.line.LinesOfTreatment;
import org.myocohort.exchange.study.Study;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Moment;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.response.ResponsePoint;
import org.myocohort.response.ResponseSeries;

/// Makes the [PatientView] of a record.
final class PatientViews {
  static final List<CoreSetScale> SCALES =
      List.of(
          CoreSetScale.PHYSICIAN_GLOBAL,
          CoreSetScale.PATIENT_GLOBAL,
          CoreSetScale.EXTRAMUSCULAR,
          CoreSetScale.MANUAL_MUSCLE_TEST,
          CoreSetScale.HEALTH_ASSESSMENT_QUESTIONNAIRE);

  /// The day that a page is read, and after how many days without a visit a living patient is
  /// overdue in the study.
  record Day(LocalDate today, int visitIntervalDays) {}

  private final PatientResults results;
  private final SourceLinks links;
  private final Words words;

  private PatientViews(PatientResults results, SourceLinks links, Words words) {
    this.results = results;
    this.links = links;
    this.words = words;
  }

  /// @param study the study with this patient only
  /// @param day today, and after how many days without a visit a patient is overdue
  static PatientView of(
      Study study, PatientResults results, SourceLinks links, Day day, Words words) {
    PatientViews views = new PatientViews(results, links, words);
    ResponseSeries response = results.response();
    Map<RowReference, ScoreTable> scores = new LinkedHashMap<>();
    for (ResponsePoint point : response.points()) {
      scores.put(
          point.followUp().visit().row(), ScoreTable.of(point, response.baseline(), links, words));
    }
    return new PatientView(
        PatientHeader.of(results, words),
        views.baseline(),
        results
            .latestJudged()
            .map(point -> scores.get(point.followUp().visit().row()))
            .orElse(null),
        views.reported(),
        List.copyOf(scores.values()).reversed(),
        CriteriaRow.of(results, links, words),
        views.attention(study, day),
        views.visits(scores),
        TaperTable.of(results, links, words),
        LineTable.of(LinesOfTreatment.of(results.patient(), day.today()), results, links, words),
        AlertTable.of(AlertReport.of(results.patient(), day.today()), results, links, words));
  }

  private String baseline() {
    Visit baseline = results.response().baseline();
    return words.text(
        "response.baseline-" + results.response().choice().code(),
        baseline == null ? "" : baseline.date());
  }

  private String reported() {
    return results.patient().reportedResponse() instanceof Value.Known<String>(String word)
        ? words.name("category", word)
        : "";
  }

  private List<PatientView.Attention> attention(Study study, Day day) {
    List<PatientView.Attention> all = new ArrayList<>();
    overdue(all, day);
    CheckCommand.findings(study, words.texts()).stream()
        .sorted(Comparator.comparing(CheckFinding::level))
        .forEach(finding ->
            all.add(
                new PatientView.Attention(
                    finding.level().code(),
                    finding.message(),
                    links
                        .place()
                        .of(new RowReference(finding.table(), finding.id()), finding.column()),
                    finding.id())));
    return all;
  }

  private void overdue(List<PatientView.Attention> all, Day day) {
    PatientRecord patient = results.patient();
    boolean followed =
        patient.person().cohort() == Cohort.OWN
            && patient.person().vitalStatus().map("alive"::equals).orElse(true)
            && patient.person().death().isAbsent();
    if (!followed || patient.visits().isEmpty()) {
      return;
    }
    Visit last = patient.visits().getLast();
    if (last.date() instanceof Moment.IndexDay) {
      return;
    }
    long days = day.today().toEpochDay() - last.date().latest();
    if (days > day.visitIntervalDays()) {
      all.add(
          new PatientView.Attention(
              "warning",
              words.text("patient-page.overdue", last.date(), days),
              links.place().of(last.row(), ""),
              last.row().id()));
    }
  }

  private List<PatientView.VisitLine> visits(Map<RowReference, ScoreTable> scores) {
    Visit baseline = results.response().baseline();
    List<PatientView.VisitLine> lines = new ArrayList<>();
    for (Visit visit : results.patient().visits()) {
      List<String> values = new ArrayList<>();
      for (CoreSetScale scale : SCALES) {
        String value = words.value(visit.scale(scale));
        values.add(
            scale == CoreSetScale.MANUAL_MUSCLE_TEST
                    && visit.scale(scale).isKnown()
                    && visit.scale(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM).isKnown()
                ? value + " / " + words.value(visit.scale(CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM))
                : value);
      }
      values.add(enzyme(visit));
      ScoreTable score = scores.get(visit.row());
      lines.add(
          new PatientView.VisitLine(
              visit.row().id(),
              new Cell(visit.date().toString(), links.place().of(visit.row(), "")),
              baseline != null && baseline.row().equals(visit.row()),
              values,
              score == null ? "" : score.total(),
              score == null ? "" : score.category(),
              score == null ? "" : score.remark(),
              links.corrected().contains(visit.row())));
    }
    return lines.reversed();
  }

  /// Creatine kinase, the enzyme that most centres follow; absence is written out.
  private String enzyme(Visit visit) {
    for (EnzymeMeasurement enzyme : visit.enzymes()) {
      if (enzyme.enzyme().code().equals("ck")) {
        return enzyme.value() instanceof Value.Known<BigDecimal>(BigDecimal known)
            ? Answer.decimal(known) + " " + enzyme.unit()
            : words.value(enzyme.value());
      }
    }
    return words.text("absence.not_recorded");
  }
}
