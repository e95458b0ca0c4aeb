package org.myocohort.app.check;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.ReportedStatisticRow;
import org.myocohort.exchange.study.Study;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.patient.PatientRecord;
import org.myocohort.plausibility.Finding;
import org.myocohort.plausibility.Finding.Level;
import org.myocohort.plausibility.PlausibilityCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks a study: its records for plausibility, its reported numbers for consistency; or text
/// files: the numbers printed in them.
///
/// Exits with 1 where there is an error or a warning; notes do not count.
@Command(name = "check", descriptionHeading = "%n", footerHeading = "%n")
public final class CheckCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("id"),
          Column.of("check"),
          Column.of("level"),
          Column.of("message"),
          Column.detail("table"),
          Column.detail("column"),
          Column.detail("patient"),
          Column.detail("values"),
          Column.detail("assumptions"));

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(arity = "1..*", paramLabel = "STUDY|FILE", descriptionKey = "check.source")
  private List<Path> sources = List.of();

  @Option(names = "--ledger", descriptionKey = "check.ledger")
  private boolean ledger;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    List<Path> studies = sources.stream().filter(CheckCommand::isStudy).toList();
    if (studies.isEmpty()) {
      return new DocumentAnswer(common.format(), texts, err).answer(sources, ledger);
    }
    Path source = studies.getFirst();
    if (sources.size() > 1 || ledger) {
      err.println(texts.text(ledger ? "check.ledger-of-study" : "check.many-sources", source));
      err.flush();
      return ExitCode.USAGE;
    }
    return StudyInput.run(source, texts, err, () -> answer(source, texts, err));
  }

  /// A folder or a table; what is not there is named as the folder it would be.
  private static boolean isStudy(Path source) {
    return !Files.isRegularFile(source)
        || source.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
  }

  private int answer(Path source, Texts texts, PrintWriter err)
      throws IOException, BadInputException {
    StudyFolder folder =
        Files.isRegularFile(source)
            ? StudyFolder.readReportedStatisticsFile(source)
            : StudyFolder.read(source);
    List<CheckFinding> findings = findings(folder.study(), texts);
    try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      for (CheckFinding finding : findings) {
        answer.row(
            finding.id(),
            finding.check(),
            finding.level().code(),
            finding.message(),
            finding.table(),
            finding.column(),
            finding.patient(),
            finding.values(),
            finding.assumptions());
      }
      answer.print(System.out);
    }
    return close(findings.stream().map(CheckFinding::level).toList(), texts, err);
  }

  /// Says how much was found, and gives the exit code for it.
  static int close(List<Level> found, Texts texts, PrintWriter err) {
    err.println(summary(found, texts));
    err.flush();
    return found.stream().allMatch(level -> level == Level.NOTE)
        ? ExitCode.ANSWERED
        : ExitCode.FOUND;
  }

  /// The records in the order of the patients table, then the reported numbers in theirs.
  public static List<CheckFinding> findings(Study study, Texts texts) {
    List<CheckFinding> findings = new ArrayList<>();
    Sentences sentences = new Sentences(texts);
    for (PatientRecord patient : study.patients()) {
      for (Finding finding : PlausibilityCheck.check(patient, study.settings())) {
        findings.add(sentences.of(patient.id(), finding));
      }
    }
    findings.addAll(findings(study.reportedStatistics(), texts));
    return findings;
  }

  /// What does not fit in reported numbers.
  public static List<CheckFinding> findings(List<ReportedStatisticRow> rows, Texts texts) {
    ReportedNumbers numbers = new ReportedNumbers(new Sentences(texts));
    return rows.stream().flatMap(row -> numbers.check(row).stream()).toList();
  }

  private static String summary(List<Level> found, Texts texts) {
    List<String> counts = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = found.stream().filter(each -> each == level).count();
      counts.add(texts.text("check.count." + level.code() + (count == 1 ? "" : "s"), count));
    }
    return String.join(", ", counts);
  }
}
