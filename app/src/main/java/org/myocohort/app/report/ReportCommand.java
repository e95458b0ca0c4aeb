package org.myocohort.app.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.statistics.QuantileMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Turns a study folder into a case series' results.
@Command(name = "report")
public final class ReportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "report.source")
  private Path source = Path.of("");

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      required = true,
      descriptionKey = "report.out")
  private Path out = Path.of("");

  @Option(
      names = "--quartiles",
      paramLabel = "TYPE",
      converter = QuantileConverter.class,
      descriptionKey = "report.quartiles")
  private @Nullable QuantileMethod quantiles;

  @Option(names = "--include-rescued", descriptionKey = "report.include-rescued")
  private boolean rescuedToo;

  /// Reads `type-1` to `type-9`.
  static final class QuantileConverter implements ITypeConverter<QuantileMethod> {
    @Override
    public QuantileMethod convert(String text) {
      String number = text.toLowerCase(Locale.ROOT).replace("type-", "");
      if (number.length() == 1 && number.charAt(0) >= '1' && number.charAt(0) <= '9') {
        return QuantileMethod.ofType(Integer.parseInt(number));
      }
      throw new TypeConversionException("expected type-1 to type-9 but was " + text);
    }
  }

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return StudyInput.run(source, texts, err, () -> answer(texts, err));
  }

  private int answer(Texts texts, PrintWriter err) throws IOException, BadInputException {
    StudyFolder folder = StudyFolder.read(source);
    Report report = Report.of(folder, texts);
    if (quantiles != null) {
      report = report.withQuartiles(quantiles);
    }
    if (rescuedToo) {
      report = report.withRescued();
    }
    report.write(out, err);
    try (Answer answer =
        new Answer(List.of(Column.of("report"), Column.of("patients")), common.format(), texts)) {
      answer.row(out.resolve("report.html").toString(), folder.study().patients().size());
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }
}
