package org.myocohort.app.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.check.CheckCommand;
import org.myocohort.app.check.CheckFinding;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.ResultFolder;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.Version;
import org.myocohort.app.cli.WorkProgress;
import org.myocohort.app.patient.PatientResults;
import org.myocohort.app.patient.Reasons;
import org.myocohort.app.patient.ResponseMarks;
import org.myocohort.app.patient.Words;
import org.myocohort.classification.Classification;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.instrument.Bounds;
import org.myocohort.response.CoreSetMeasure;
import org.myocohort.response.ResponsePoint;
import org.myocohort.statistics.QuantileMethod;

/// Makes a report of a study: pages, figures, tables, results.
public final class Report {
  private final StudyFolder folder;
  private final QuantileMethod quantiles;
  private final boolean rescuedToo;
  private final @Nullable ReportLinks links;
  private final Words words;

  /// The file with the study's page for an application.
  public static final String STUDY_PART = "study.part.html";

  /// The (n+1)p rule of the statistics programs that clinical papers use most.
  private static final QuantileMethod DEFAULT_QUANTILES = QuantileMethod.WEIBULL;

  /// Prepares a report with the quartiles that the study names.
  public static Report of(StudyFolder folder, Texts texts) {
    String named = folder.study().quartileMethod();
    return new Report(
        folder,
        named == null
            ? DEFAULT_QUANTILES
            : QuantileMethod.ofType(Integer.parseInt(named.substring("type-".length()))),
        false,
        null,
        texts);
  }

  private Report(
      StudyFolder folder,
      QuantileMethod quantiles,
      boolean rescuedToo,
      @Nullable ReportLinks links,
      Texts texts) {
    this.folder = folder;
    this.quantiles = quantiles;
    this.rescuedToo = rescuedToo;
    this.links = links;
    this.words = new Words(texts);
  }

  /// The same report with quartiles by another method.
  public Report withQuartiles(QuantileMethod method) {
    return new Report(folder, method, rescuedToo, links, words.texts());
  }

  /// The same report that also counts, apart, follow-ups after a rescue or off the index drug.
  public Report withRescued() {
    return new Report(folder, quantiles, true, links, words.texts());
  }

  /// The same report for an application with pages of its own: no page and drawings of each
  /// patient, and the study's page as [#STUDY_PART], without a frame.
  public Report within(ReportLinks application) {
    return new Report(folder, quantiles, rescuedToo, application, words.texts());
  }

  /// Writes it, whole or not at all.
  ///
  /// @param err where progress is shown
  /// @throws org.myocohort.app.cli.NotWrittenException if what stands there would be lost, or
  ///   nothing can be written there
  public void write(Path target, PrintWriter err) throws IOException {
    write(target, new TerminalProgress(err));
  }

  /// Writes it, whole or not at all.
  ///
  /// @param progress is told how far it has come
  /// @throws org.myocohort.app.cli.NotWrittenException if what stands there would be lost, or
  ///   nothing can be written there
  public void write(Path target, WorkProgress progress) throws IOException {
    Study study = folder.study();
    String stamp = study.synthetic() ? words.text("page.synthetic") : "";
    try (ResultFolder out = ResultFolder.at(target, ReportFiles.PAGE)) {
      Progress judging =
          new Progress(progress, words.text("progress.judging"), study.patients().size());
      // Each patient's answers depend on that patient alone, and keep their order.
      List<PatientResults> patients =
          study.patients().parallelStream()
              .map(patient -> {
                PatientResults results = PatientResults.of(patient, study.settings());
                judging.oneMore();
                return results;
              })
              .toList();
      CaseTable cases = new CaseTable(patients, study.settings().index(), drug(study), words);
      List<PatientResults> shown = onIndexDrug(study, patients);
      CourseFigure course = new CourseFigure(shown, quantiles, words);
      SummaryNumbers summary = new SummaryNumbers(patients, quantiles, rescuedToo, words);
      String figure = course.isEmpty() ? "" : course.render(drug(study), stamp);
      if (!figure.isEmpty()) {
        out.write("figures/course.svg", figure);
      }
      List<CheckFinding> findings = CheckCommand.findings(study, words.texts());
      StudyPage page =
          new StudyPage(
              study,
              patients,
              cases,
              course,
              summary,
              findings,
              quantiles,
              patients.size() - shown.size(),
              links == null ? ReportLinks.FILES : links,
              words);
      if (links != null) {
        out.write(STUDY_PART, page.part(figure));
      } else {
        out.write(ReportFiles.PAGE, page.render(figure));
        patientPages(study, patients, findings, out, progress);
      }
      tables(patients, cases, course, summary, findings, out);
      try (Writer results = out.writer(ReportFiles.RESULTS)) {
        ResultsJson.write(results, study, Version.text(), quantiles, patients, summary);
      }
      out.finish();
    }
  }

  /// The patients whose day 0 is the first dose of the study's drug: others do not belong on its
  /// axis.
  private static List<PatientResults> onIndexDrug(Study study, List<PatientResults> patients) {
    String index = study.settings().index();
    return index == null
        ? patients
        : patients.stream().filter(each -> index.equals(each.response().indexDrug())).toList();
  }

  private String drug(Study study) {
    String index = study.settings().index();
    return index == null ? words.text("figure.index-drug") : words.drug(index);
  }

  private void patientPages(
      Study study,
      List<PatientResults> patients,
      List<CheckFinding> findings,
      ResultFolder out,
      WorkProgress progress)
      throws IOException {
    Map<String, List<CheckFinding>> attention = new HashMap<>();
    for (CheckFinding finding : findings) {
      if (finding.patient() != null) {
        attention.computeIfAbsent(finding.patient(), _ -> new ArrayList<>()).add(finding);
      }
    }
    SourceRows sources = new SourceRows(folder);
    Progress drawing = new Progress(progress, words.text("progress.drawing"), patients.size());
    try {
      patients.parallelStream()
          .forEach(each -> {
            List<CheckFinding> found = attention.getOrDefault(each.patient().id(), List.of());
            patientPage(study, each, sources, found, out);
            drawing.oneMore();
          });
    } catch (UncheckedIOException failure) {
      throw Objects.requireNonNull(failure.getCause());
    }
  }

  private void patientPage(
      Study study,
      PatientResults results,
      SourceRows sources,
      List<CheckFinding> attention,
      ResultFolder out) {
    String id = results.patient().id();
    PatientPage page =
        new PatientPage(results, study.synthetic(), sources.of(id), attention, words);
    try {
      out.write(ReportFiles.patientPage(id), page.render("../report.html"));
      out.write(ReportFiles.assessments(id), ResultsJson.assessments(results));
      if (!page.timelineSvg().isEmpty()) {
        out.write("figures/timeline-" + ReportFiles.fileName(id) + ".svg", page.timelineSvg());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void tables(
      List<PatientResults> patients,
      CaseTable cases,
      CourseFigure course,
      SummaryNumbers summary,
      List<CheckFinding> findings,
      ResultFolder out)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("id", "cohort"));
    head.addAll(cases.columns());
    for (CaseTable.Row row : cases.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.patient(), row.cohort().code()));
      cells.addAll(row.cells());
      rows.add(cells);
    }
    out.write("tables/cases.csv", head, rows);

    rows = new ArrayList<>();
    for (PatientResults each : patients) {
      for (Classification classification : each.classifications()) {
        rows.add(
            List.of(
                each.patient().id(),
                classification.criteria(),
                classification.result().code(),
                classification.grade(),
                Reasons.of(classification, words)));
      }
    }
    out.write(
        "tables/classification.csv",
        List.of("patient", "criteria", "result", "grade", "reason"),
        rows);

    rows = new ArrayList<>();
    for (PatientResults each : patients) {
      for (ResponsePoint point : each.response().points()) {
        rows.add(response(each, point));
      }
    }
    out.write(
        "tables/response.csv",
        List.of(
            "patient",
            "date",
            "total",
            "category",
            "lower",
            "upper",
            "status",
            "worsened",
            "response_to_index_drug",
            "remark",
            "visit"),
        rows);

    rows = new ArrayList<>();
    for (CheckFinding finding : findings) {
      rows.add(
          List.of(
              finding.id(),
              finding.check(),
              finding.level().code(),
              finding.message(),
              finding.table(),
              finding.column()));
    }
    out.write(
        "tables/check.csv", List.of("id", "check", "level", "message", "table", "column"), rows);

    rows = new ArrayList<>();
    for (CourseFigure.Row row : course.rows()) {
      rows.add(
          List.of(
              row.panel(),
              row.quantity(),
              row.patient(),
              row.date(),
              row.month(),
              row.value(),
              row.remark(),
              row.reference()));
    }
    out.write(
        "tables/course.csv",
        List.of("panel", "quantity", "patient", "date", "month", "value", "remark", "source"),
        rows);

    rows = new ArrayList<>();
    for (SummaryNumbers.Entry entry : summary.entries()) {
      rows.add(
          List.of(
              entry.group(),
              entry.label(),
              entry.value(),
              Integer.toString(entry.unknown()),
              String.join(";", entry.patients())));
    }
    out.write(
        "tables/summary.csv", List.of("group", "what", "number", "unknown", "patients"), rows);
  }

  private List<String> response(PatientResults each, ResponsePoint point) {
    Bounds bounds = point.followUp().assessment().bounds();
    BigDecimal total = point.followUp().assessment().value();
    return List.of(
        each.patient().id(),
        point.followUp().visit().date().toString(),
        total == null ? "" : Answer.decimal(total),
        point.followUp().assessment().category(),
        bounds == null ? "" : Answer.decimal(bounds.lower()),
        bounds == null ? "" : Answer.decimal(bounds.upper()),
        point.followUp().status().code(),
        String.join(";", point.followUp().worsened().stream().map(CoreSetMeasure::code).toList()),
        point.attributable() ? "yes" : "no",
        ResponseMarks.remark(words, point),
        point.followUp().visit().row().toString());
  }
}
