package org.myocohort.app.assay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.assay.biomarker.CsvText;
import org.myocohort.assay.plate.Plate;
import org.myocohort.assay.plate.PlateAnalysis;
import org.myocohort.assay.plate.PlateNames;
import org.myocohort.assay.plate.PlateReader;
import org.myocohort.assay.plate.PlateResult;
import org.myocohort.assay.plate.PlateRows;
import org.myocohort.assay.plate.PlateSettings;
import org.myocohort.assay.sample.SampleTable;
import org.myocohort.assay.table.RawTable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.statistics.curve.CurveModel;
import org.myocohort.statistics.curve.CurveOutcome;
import org.myocohort.statistics.curve.FittedCurve;
import org.myocohort.statistics.curve.Weighting;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// Works out a plate of an immunoassay.
@Command(name = "elisa", descriptionHeading = "%n", footerHeading = "%n")
public final class ElisaCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "PLATE.csv", descriptionKey = "elisa.plate")
  private Path source = Path.of("");

  @Option(names = "--layout", paramLabel = "FILE", descriptionKey = "elisa.layout")
  private @Nullable Path layout;

  @Option(names = "--samples", paramLabel = "FILE", descriptionKey = "elisa.samples")
  private @Nullable Path samples;

  @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "elisa.model")
  private String model = "auto";

  @Option(
      names = "--weights",
      paramLabel = "WHICH",
      descriptionKey = "elisa.weights",
      converter = WeightingConverter.class)
  private Weighting weighting = PlateSettings.DEFAULT.weighting();

  @Option(names = "--cv", paramLabel = "PERCENT", descriptionKey = "elisa.cv")
  private double largestCv = PlateSettings.DEFAULT.largestCv();

  @Option(names = "--recovery", paramLabel = "LOW-HIGH", descriptionKey = "elisa.recovery")
  private String recovery = "80-120";

  @Option(names = "--recovery-ends", paramLabel = "LOW-HIGH", descriptionKey = "elisa.ends")
  private String endRecovery = "75-125";

  @Option(names = "--saturation", paramLabel = "SIGNAL", descriptionKey = "elisa.saturation")
  private @Nullable Double saturation;

  @Option(names = "--exclude", paramLabel = "WELL", split = ",", descriptionKey = "elisa.exclude")
  private List<String> excluded = List.of();

  @Option(names = "--grid", paramLabel = "N", descriptionKey = "elisa.grid")
  private @Nullable Integer grid;

  @Option(names = "--marker", paramLabel = "NAME", descriptionKey = "elisa.marker")
  private String marker = "";

  @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "elisa.unit")
  private String unit = "";

  @Option(names = "--batch", paramLabel = "NAME", descriptionKey = "elisa.batch")
  private String batch = "";

  @Option(names = "--assay", paramLabel = "NAME", descriptionKey = "elisa.assay")
  private String assay = "ELISA";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      descriptionKey = "elisa.output")
  private @Nullable Path output;

  /// Reads a weighting as typed after `--weights`.
  static final class WeightingConverter implements ITypeConverter<Weighting> {
    @Override
    public Weighting convert(String text) {
      return Stream.of(Weighting.values())
          .filter(each -> each.code().equals(text.replace("y^2", "y2").replace("y²", "y2")))
          .findFirst()
          .orElseThrow(
              () -> new TypeConversionException("expected none, 1/y or 1/y2 but was " + text));
    }
  }

  @Override
  public Integer call() {
    Texts texts = common.texts();
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter err = command.commandLine().getErr();
    PlateSettings settings = settings(command);
    return StudyInput.run(source, texts, err, () -> answer(settings, texts, err));
  }

  private PlateSettings settings(CommandSpec command) {
    if (!(largestCv > 0)) {
      throw new ParameterException(
          command.commandLine(), "--cv must be above 0 but was " + largestCv);
    }
    double[] inside = limits(command, "--recovery", recovery);
    double[] ends = limits(command, "--recovery-ends", endRecovery);
    Set<String> wells = new TreeSet<>();
    excluded.forEach(
        each -> wells.add(each.toUpperCase(Locale.ROOT).replaceFirst("^([A-P])0", "$1")));
    return new PlateSettings(
        model(command),
        weighting,
        largestCv,
        inside[0],
        inside[1],
        ends[0],
        ends[1],
        saturation == null ? OptionalDouble.empty() : OptionalDouble.of(saturation),
        wells);
  }

  /// Empty lets the responses choose.
  private Optional<CurveModel> model(CommandSpec command) {
    Optional<CurveModel> found =
        Stream.of(CurveModel.values()).filter(each -> each.code().equals(model)).findFirst();
    if (found.isEmpty() && !model.equals("auto")) {
      throw new ParameterException(
          command.commandLine(), "--model must be 4pl, 5pl or auto but was " + model);
    }
    return found;
  }

  private static double[] limits(CommandSpec command, String option, String text) {
    if (!text.matches("\\d{1,3}-\\d{3}")) {
      throw new ParameterException(
          command.commandLine(),
          option + " must be two percentages such as 80-120 but was " + text);
    }
    int dash = text.indexOf('-');
    double low = Double.parseDouble(text.substring(0, dash));
    double high = Double.parseDouble(text.substring(dash + 1));
    if (!(low < 100 && high > 100)) {
      throw new ParameterException(
          command.commandLine(), option + " must hold 100 between its two but was " + text);
    }
    return new double[] {low, high};
  }

  private int answer(PlateSettings settings, Texts texts, PrintWriter err)
      throws IOException, BadInputException {
    String name = String.valueOf(source.getFileName()).replaceFirst("\\.[^.]*$", "");
    RawTable signals = RawTable.read(source, source.toString());
    Plate plate =
        PlateReader.read(
            signals,
            layout == null ? null : RawTable.read(layout, layout.toString()),
            samples == null ? null : SampleTable.read(RawTable.read(samples, samples.toString())),
            new PlateNames(marker.isEmpty() ? name : marker, unit, batch.isEmpty() ? name : batch),
            grid == null ? OptionalInt.empty() : OptionalInt.of(grid));
    PlateResult result = PlateAnalysis.of(plate, settings);
    PlateWords words = new PlateWords(texts);
    switch (result.outcome()) {
      case CurveOutcome.NoCurve(CurveOutcome.Reason reason) -> {
        err.println(words.noCurve(reason, result));
        err.flush();
        return ExitCode.FOUND;
      }
      case FittedCurve curve -> {
        if (result.range().isEmpty()) {
          err.println(texts.text("elisa.no-range", source));
          err.flush();
          return ExitCode.FOUND;
        }
        byte[] bytes =
            switch (common.format()) {
              case text -> PlateText.of(result, curve, words).getBytes(StandardCharsets.UTF_8);
              case csv ->
                  CsvText.of(PlateRows.biomarkers(result, assay)).getBytes(StandardCharsets.UTF_8);
              case json -> PlateJson.write(result, curve, words, signals.synthetic());
            };
        if (output != null) {
          PlateFolder.write(output, result, curve, assay, words, signals.synthetic());
        }
        System.out.write(bytes);
        System.out.flush();
        return ExitCode.ANSWERED;
      }
    }
  }
}
