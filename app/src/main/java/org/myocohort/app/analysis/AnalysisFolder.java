package org.myocohort.app.analysis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.ResultFolder;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.cli.WorkProgress;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestResult;

/// The folder that an analysis is written into, see [ResultFolder].
public final class AnalysisFolder {
  static final String PAGE = "analysis.html";
  private static final String RESULTS = "analysis.json";

  private AnalysisFolder() {}

  /// Begins one.
  ///
  /// @throws org.myocohort.app.cli.NotWrittenException if what stands there would be lost, or
  ///   nothing can be written there
  static ResultFolder at(Path target) throws IOException {
    return ResultFolder.at(target, PAGE);
  }

  /// Writes an analysis into its folder, and puts that in place.
  ///
  /// @param progress is told of each file that is drawn, from any thread
  static void write(
      ResultFolder folder,
      AnalysisReport report,
      StudyFolder study,
      PlanSource plan,
      Texts texts,
      WorkProgress progress)
      throws IOException {
    for (Map.Entry<String, byte[]> file : files(report, study, plan, texts, progress).entrySet()) {
      folder.write(file.getKey(), file.getValue());
    }
    folder.finish();
  }

  /// Every file of an analysis by its name.
  ///
  /// @param progress is told of each file that is drawn, from any thread
  public static Map<String, byte[]> files(
      AnalysisReport report, StudyFolder study, PlanSource plan, Texts texts, WorkProgress progress)
      throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    text(files, PAGE, new AnalysisPage(texts).of(report));
    text(files, RESULTS, AnalysisJson.of(report, texts));
    text(files, "tests.csv", tests(report));
    DataTable data = new DataTable(texts);
    for (AnalysisReport.Section section : report.sections()) {
      text(
          files,
          "tables/" + section.name() + ".csv",
          Answer.csv(section.table().head(), section.table().rows()));
      text(
          files,
          "data/" + section.name() + ".csv",
          Answer.csv(DataTable.head(section.finding()), data.rows(section.finding())));
      section
          .figure()
          .ifPresent(chart -> text(files, "figures/" + section.name() + ".svg", chart.render()));
    }
    files.putAll(plan.files());
    String script = new Reproduction(texts).of(report, study, plan);
    text(files, Reproduction.FILE, script);
    files.putAll(new PaperPackage(texts).files(report, script, progress));
    return files;
  }

  private static void text(Map<String, byte[]> files, String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /// A row for each analysis that tests something.
  static String tests(AnalysisReport report) {
    StringBuilder text =
        new StringBuilder("analysis,n,calculation,statistic,p,p_adjusted,estimate,lower,upper\n");
    for (int i = 0; i < report.sections().size(); i++) {
      AnalysisReport.Section section = report.sections().get(i);
      Optional<TestResult> test = section.finding().test();
      if (test.isEmpty()) {
        continue;
      }
      var adjusted = report.result().adjusted().get(i);
      text.append(Answer.csvCell(section.title(), false))
          .append(',')
          .append(test.get().count())
          .append(',')
          .append(test.get().calculation().code())
          .append(',')
          .append(exact(test.get().statistic()))
          .append(',')
          .append(exact(test.get().pValue()))
          .append(',')
          .append(adjusted.isPresent() ? Double.toString(adjusted.getAsDouble()) : "")
          .append(',')
          .append(exact(test.get().estimate()))
          .append(',')
          .append(exact(test.get().lower()))
          .append(',')
          .append(exact(test.get().upper()))
          .append('\n');
    }
    return text.toString();
  }

  private static String exact(Quantity quantity) {
    return quantity instanceof Quantity.Given(double number) ? Double.toString(number) : "";
  }
}
