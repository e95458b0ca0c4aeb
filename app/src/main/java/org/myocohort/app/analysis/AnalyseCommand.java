package org.myocohort.app.analysis;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.ResultFolder;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.TextTable;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Asks a plan's questions of a cohort and writes what a paper needs.
@Command(name = "analyse")
public final class AnalyseCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "analyse.study")
  private Path source = Path.of("");

  @Option(names = "--plan", paramLabel = "PLAN", required = true, descriptionKey = "analyse.plan")
  private Path plan = Path.of("");

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      descriptionKey = "analyse.out")
  private @Nullable Path out;

  @Option(names = "--cohort", paramLabel = "COHORT", descriptionKey = "analyse.cohort")
  private @Nullable Path cohort;

  @Option(names = "--on", paramLabel = "DATE", descriptionKey = "cohort.on")
  private @Nullable LocalDate on;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return StudyInput.run(source, texts, err, () -> study(texts, err));
  }

  private int study(Texts texts, PrintWriter err) throws IOException, BadInputException {
    StudyFolder folder = StudyFolder.read(source);
    Path other = cohort;
    return other == null
        ? StudyInput.run(plan, texts, err, () -> plan(folder, null, texts, err))
        : StudyInput.run(
            other,
            texts,
            err,
            () -> {
              PlanSource.Given given = PlanSource.Given.read(other);
              return StudyInput.run(plan, texts, err, () -> plan(folder, given, texts, err));
            });
  }

  private int plan(
      StudyFolder folder, PlanSource.@Nullable Given given, Texts texts, PrintWriter err)
      throws IOException, BadInputException {
    PlanSource read = PlanSource.read(plan, source, given);
    Path target = out;
    if (target == null) {
      return answer(folder, read, null, texts, err);
    }
    // Before anything is computed: who may not write there need not wait for it.
    try (ResultFolder written = AnalysisFolder.at(target)) {
      return answer(folder, read, written, texts, err);
    }
  }

  private int answer(
      StudyFolder folder,
      PlanSource read,
      @Nullable ResultFolder written,
      Texts texts,
      PrintWriter err)
      throws IOException {
    TerminalProgress progress = new TerminalProgress(err);
    AnalysisReport report =
        Analyses.run(
            folder.study(),
            read.plan(),
            on == null ? LocalDate.now(Clock.systemUTC()) : on,
            texts,
            (done, of) -> progress.done(texts.text("analysis.progress"), done, of));
    if (written != null) {
      AnalysisFolder.write(written, report, folder, read, texts, progress);
    }
    String printed =
        switch (common.format()) {
          case json -> AnalysisJson.of(report, texts);
          case csv -> csv(report);
          case text -> text(report, out, texts);
        };
    System.out.write(printed.getBytes(StandardCharsets.UTF_8));
    System.out.flush();
    return ExitCode.ANSWERED;
  }

  private static String csv(AnalysisReport report) {
    return AnalysisFolder.tests(report);
  }

  private static String text(AnalysisReport report, @Nullable Path target, Texts texts) {
    StringBuilder text = new StringBuilder(report.result().plan().title());
    text.append("\n\n").append(report.methods().getFirst()).append('\n');
    report.nobody().ifPresent(sentence -> text.append("! ").append(sentence).append('\n'));
    text.append('\n');
    for (AnalysisReport.Section section : report.sections()) {
      List<List<String>> rows = new ArrayList<>();
      rows.add(section.table().head());
      rows.addAll(section.table().rows());
      text.append(section.title()).append("\n\n").append(TextTable.of("", rows)).append('\n');
      section.seen().forEach(sentence -> text.append("- ").append(sentence).append('\n'));
      section.cannot().forEach(sentence -> text.append("! ").append(sentence).append('\n'));
      section.table().notes().forEach(note -> text.append("  ").append(note).append('\n'));
      text.append('\n');
    }
    if (target != null) {
      text.append(texts.text("analysis.written", target.resolve(AnalysisFolder.PAGE))).append('\n');
    }
    return text.toString();
  }
}
