package org.myocohort.app.meta;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.statistics.meta.analysis.Analysis;
import org.myocohort.statistics.meta.analysis.PoolingMethod;
import org.myocohort.statistics.meta.analysis.Request;
import org.myocohort.statistics.meta.effect.EffectMeasure;
import org.myocohort.statistics.meta.effect.ZeroCells;
import org.myocohort.statistics.meta.mixed.SparseModel;
import org.myocohort.statistics.meta.pooling.IntervalMethod;
import org.myocohort.statistics.meta.pooling.PredictionMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Pools a table of studies by one method, or by several side by side.
@Command(name = "meta", descriptionHeading = "%n", footerHeading = "%n")
public final class MetaCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "DATA.csv", descriptionKey = "meta.data")
  private Path source = Path.of("");

  @Option(
      names = "--measure",
      required = true,
      paramLabel = "MEASURE",
      descriptionKey = "meta.measure")
  private EffectMeasure measure = EffectMeasure.GEN;

  @Option(names = "--method", paramLabel = "METHOD", descriptionKey = "meta.method")
  private PoolingMethod method = PoolingMethod.REML;

  @Option(names = "--hksj", descriptionKey = "meta.hksj")
  private boolean hartungKnapp;

  @Option(names = "--hksj-guard", descriptionKey = "meta.hksj-guard")
  private boolean guarded;

  @Option(names = "--no-zero-correction", descriptionKey = "meta.no-zero-correction")
  private boolean leaveZeros;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      descriptionKey = "meta.model",
      converter = ModelConverter.class)
  private SparseModel model = SparseModel.UNCONDITIONAL_FIXED;

  @Option(
      names = "--prediction",
      paramLabel = "WHICH",
      descriptionKey = "meta.prediction",
      converter = PredictionConverter.class)
  private PredictionMethod prediction = PredictionMethod.RILEY;

  @Option(names = "--moderator", paramLabel = "COLUMN", descriptionKey = "meta.moderator")
  private List<String> moderators = new ArrayList<>();

  @Option(names = "--where", paramLabel = "COLUMN=VALUE", descriptionKey = "meta.where")
  private @Nullable String where;

  @Option(names = "--level", paramLabel = "PERCENT", descriptionKey = "meta.level")
  private double level = 95;

  @Option(names = "--compare", descriptionKey = "meta.compare")
  private boolean compare;

  @Option(names = "-o", paramLabel = "FOLDER", descriptionKey = "meta.output")
  private @Nullable Path output;

  /// Reads a model as typed after `--model`.
  static final class ModelConverter implements ITypeConverter<SparseModel> {
    @Override
    public SparseModel convert(String text) {
      for (SparseModel each : SparseModel.values()) {
        if (each.code().equals(text.toUpperCase(Locale.ROOT))) {
          return each;
        }
      }
      throw new TypeConversionException("expected UM.FS, UM.RS, CM.EL or CM.AL but was " + text);
    }
  }

  /// Reads a prediction interval as typed after `--prediction`.
  static final class PredictionConverter implements ITypeConverter<PredictionMethod> {
    @Override
    public PredictionMethod convert(String text) {
      for (PredictionMethod each : PredictionMethod.values()) {
        if (each.code().equals(text)) {
          return each;
        }
      }
      throw new TypeConversionException("expected t(k-2), t(k-1) or z but was " + text);
    }
  }

  @Override
  public Integer call() {
    Texts texts = common.texts();
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter err = command.commandLine().getErr();
    Request request = request(command);
    return StudyInput.run(source, texts, err, () -> answer(request, texts, err));
  }

  private Request request(CommandSpec command) {
    double share = level > 1 ? level / 100 : level;
    if (!(share > 0 && share < 1)) {
      throw new ParameterException(
          command.commandLine(), "--level must be in (0, 100) but was " + level);
    }
    if (hartungKnapp && guarded) {
      throw new ParameterException(
          command.commandLine(), "--hksj and --hksj-guard cannot be asked for together");
    }
    if ((hartungKnapp || guarded) && method.tauSquared().isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--hksj does not go with --method " + method);
    }
    IntervalMethod interval =
        guarded
            ? IntervalMethod.HARTUNG_KNAPP_GUARDED
            : hartungKnapp ? IntervalMethod.HARTUNG_KNAPP : IntervalMethod.NORMAL;
    return new Request(
        measure,
        method,
        interval,
        leaveZeros ? ZeroCells.LEAVE : ZeroCells.ADD_HALF,
        model,
        prediction,
        share);
  }

  private int answer(Request request, Texts texts, PrintWriter err)
      throws IOException, BadInputException {
    CsvFile file = CsvFile.read(source, source.toString());
    MetaTable table = MetaTable.read(file, measure, moderators, RowFilter.of(where));
    Analysis analysis = Analysis.of(request, table.studies());
    MetaResult result = MetaResult.of(analysis, table, moderators, compare || output != null);
    MetaMessages messages = new MetaMessages(texts);
    List<String> sentences = messages.of(result);
    byte[] bytes =
        switch (common.format()) {
          case json -> MetaJson.write(result, sentences, messages);
          case csv -> MetaRows.csv(result).getBytes(StandardCharsets.UTF_8);
          case text -> MetaText.of(result, sentences, texts).getBytes(StandardCharsets.UTF_8);
        };
    if (output != null) {
      MetaFolder.write(output, result, sentences, texts);
    }
    System.out.write(bytes);
    System.out.flush();
    if (analysis.pooled().missing().isPresent()) {
      err.println(
          texts.text(
              "meta.not-pooled", messages.reason(analysis.pooled().missing().orElseThrow())));
      err.flush();
    }
    return ExitCode.ANSWERED;
  }
}
