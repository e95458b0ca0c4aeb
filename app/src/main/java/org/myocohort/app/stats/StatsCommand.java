package org.myocohort.app.stats;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.statistics.QuantileMethod;
import org.myocohort.statistics.counts.IntervalChoice;
import org.myocohort.statistics.inference.Alternative;
import org.myocohort.statistics.inference.Computation;
import org.myocohort.statistics.inference.TestOptions;
import org.myocohort.statistics.rank.ZeroMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Answers one statistical question about a plain table.
@Command(name = "stats", descriptionHeading = "%n", footerHeading = "%n")
public final class StatsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      descriptionKey = "stats.name",
      completionCandidates = Names.class,
      converter = MethodConverter.class)
  private StatsMethod method = StatsMethod.DESCRIBE;

  @Parameters(index = "1", paramLabel = "DATA.csv", descriptionKey = "stats.data")
  private Path source = Path.of("");

  @Option(
      names = "--alternative",
      paramLabel = "WHICH",
      descriptionKey = "stats.alternative",
      converter = AlternativeConverter.class)
  private Alternative alternative = Alternative.TWO_SIDED;

  @Option(names = "--exact", descriptionKey = "stats.exact")
  private boolean exact;

  @Option(names = "--asymptotic", descriptionKey = "stats.asymptotic")
  private boolean asymptotic;

  @Option(names = "--permutations", paramLabel = "N", descriptionKey = "stats.permutations")
  private @Nullable Integer permutations;

  @Option(names = "--seed", paramLabel = "SEED", descriptionKey = "stats.seed")
  private long seed = 1;

  @Option(names = "--zeros", paramLabel = "WHICH", descriptionKey = "stats.zeros")
  private ZeroMethod zeros = ZeroMethod.DROP;

  @Option(names = "--conf", paramLabel = "LEVEL", descriptionKey = "stats.conf")
  private double level = 0.95;

  @Option(
      names = "--interval",
      paramLabel = "WHICH",
      descriptionKey = "stats.interval",
      converter = IntervalConverter.class)
  private IntervalChoice interval = IntervalChoice.CLOPPER_PEARSON;

  @Option(
      names = "--quartiles",
      paramLabel = "type-N",
      descriptionKey = "stats.quartiles",
      converter = QuartilesConverter.class)
  private QuantileMethod quartiles = QuantileMethod.LINEAR;

  @Option(names = "--null", paramLabel = "VALUE", descriptionKey = "stats.null")
  private @Nullable Double nullValue;

  @Option(names = "--until", paramLabel = "TIME", descriptionKey = "stats.until")
  private @Nullable Double until;

  @Option(names = "--groups", paramLabel = "A,B", split = ",", descriptionKey = "stats.groups")
  private @Nullable List<String> groups;

  /// The names of the methods, for completion.
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return StatsMethod.codes().iterator();
    }
  }

  /// Reads the name of a method.
  static final class MethodConverter implements ITypeConverter<StatsMethod> {
    @Override
    public StatsMethod convert(String text) {
      return StatsMethod.of(text)
          .orElseThrow(() ->
              new TypeConversionException(
                  "expected " + String.join(", ", StatsMethod.codes()) + " but was " + text));
    }
  }

  /// Reads what is typed after `--alternative`.
  static final class AlternativeConverter implements ITypeConverter<Alternative> {
    @Override
    public Alternative convert(String text) {
      return switch (text) {
        case "two-sided", "two.sided" -> Alternative.TWO_SIDED;
        case "less" -> Alternative.LESS;
        case "greater" -> Alternative.GREATER;
        default ->
            throw new TypeConversionException(
                "expected two-sided, less or greater but was " + text);
      };
    }
  }

  /// Reads what is typed after `--interval`.
  static final class IntervalConverter implements ITypeConverter<IntervalChoice> {
    @Override
    public IntervalChoice convert(String text) {
      return Stream.of(IntervalChoice.values())
          .filter(each -> each.code().equals(text))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "expected clopper-pearson, wilson, jeffreys or blaker but was " + text));
    }
  }

  /// Reads what is typed after `--quartiles`.
  static final class QuartilesConverter implements ITypeConverter<QuantileMethod> {
    @Override
    public QuantileMethod convert(String text) {
      if (!text.matches("type-[1-9]")) {
        throw new TypeConversionException("expected type-1 to type-9 but was " + text);
      }
      return QuantileMethod.ofType(text.charAt(text.length() - 1) - '0');
    }
  }

  @Override
  public Integer call() {
    Texts texts = common.texts();
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter err = command.commandLine().getErr();
    StatsQuestion question = question(command, texts, err);
    return StudyInput.run(source, texts, err, () -> answer(question, texts));
  }

  private StatsQuestion question(CommandSpec command, Texts texts, PrintWriter err) {
    if (!(level > 0.5 && level < 1)) {
      throw wrong(command, texts.text("stats.wrong.conf", level));
    }
    int computations = (exact ? 1 : 0) + (asymptotic ? 1 : 0) + (permutations != null ? 1 : 0);
    if (computations > 1) {
      throw wrong(command, texts.text("stats.wrong.computation"));
    }
    if (nullValue != null) {
      checkNull(command, nullValue, texts);
    }
    if (until != null && !(until > 0)) {
      throw wrong(command, texts.text("stats.wrong.until", until));
    }
    if (groups != null && method != StatsMethod.LOG_RANK && groups.size() != 2) {
      throw wrong(command, texts.text("stats.wrong.groups", String.join(",", groups)));
    }
    Computation computation = new Computation.Exact();
    if (asymptotic) {
      computation = new Computation.Asymptotic();
    } else if (permutations != null) {
      if (!(permutations >= 1)) {
        throw wrong(command, texts.text("stats.wrong.permutations", permutations));
      }
      TerminalProgress progress = new TerminalProgress(err);
      String step = texts.text("stats.permuting");
      computation =
          new Computation.Permutations(
              permutations, seed, (done, total) -> progress.done(step, done, total));
    }
    return new StatsQuestion(
        method,
        new TestOptions(alternative, computation, level),
        zeros,
        interval,
        quartiles,
        nullValue == null ? OptionalDouble.empty() : OptionalDouble.of(nullValue),
        until == null ? OptionalDouble.empty() : OptionalDouble.of(until),
        Optional.ofNullable(groups));
  }

  private void checkNull(CommandSpec command, double value, Texts texts) {
    boolean fits =
        switch (method) {
          case BINOMIAL -> value >= 0 && value <= 1;
          case POISSON_RATE, FISHER -> value > 0 && Double.isFinite(value);
          default -> Double.isFinite(value);
        };
    if (!fits) {
      String key =
          switch (method) {
            case BINOMIAL -> "null-share";
            case POISSON_RATE, FISHER -> "null-positive";
            default -> "null-number";
          };
      throw wrong(command, texts.text("stats.wrong." + key, method.code(), value));
    }
  }

  private static ParameterException wrong(CommandSpec command, String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private int answer(StatsQuestion question, Texts texts) throws IOException, BadInputException {
    CsvFile file = CsvFile.read(source, source.toString());
    StatsAnswer answer = new StatsAnswer();
    answer.put("method", method.code());
    answer.put("alternative", Texts.code(alternative));
    of(file, question, answer);
    String written =
        switch (common.format()) {
          case json -> StatsWriter.json(answer, texts);
          case csv -> StatsWriter.csv(answer, texts);
          case text -> StatsWriter.text(answer, texts);
        };
    System.out.write(written.getBytes(StandardCharsets.UTF_8));
    System.out.flush();
    return ExitCode.ANSWERED;
  }

  private static void of(CsvFile file, StatsQuestion question, StatsAnswer answer)
      throws BadInputException {
    StatsAnswer _ =
        switch (question.method()) {
          case DESCRIBE -> GroupAnswers.describe(file, question, answer);
          case WILCOXON_SIGNED_RANK, SIGN -> PairAnswers.differences(file, question, answer);
          case WILCOXON_RANK_SUM -> GroupAnswers.two(file, question, answer);
          case MCNEMAR, FISHER -> TableAnswers.of(file, question, answer);
          case PEARSON, SPEARMAN, KENDALL -> PairAnswers.correlation(file, question, answer);
          case BINOMIAL, POISSON_RATE -> CountAnswers.of(file, question, answer);
          case HODGES_LEHMANN ->
              file.column("value") >= 0
                  ? GroupAnswers.two(file, question, answer)
                  : PairAnswers.differences(file, question, answer);
          case KAPLAN_MEIER -> SurvivalAnswers.kaplanMeier(file, question, answer);
          case LOG_RANK -> SurvivalAnswers.logRank(file, question, answer);
          case AALEN_JOHANSEN -> SurvivalAnswers.aalenJohansen(file, question, answer);
          case HOLM, BENJAMINI_HOCHBERG -> AdjustmentAnswers.of(file, question, answer);
        };
  }
}
