package org.myocohort.app.assay;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts;
import org.myocohort.assay.biomarker.BiomarkerRow;
import org.myocohort.assay.plate.Flag;
import org.myocohort.assay.plate.MeasuredSample;
import org.myocohort.assay.plate.PlateResult;
import org.myocohort.assay.plate.StandardLevel;
import org.myocohort.statistics.curve.FittedCurve;
import org.myocohort.statistics.curve.LogisticCurve;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A plate's result as JSON.
final class PlateJson {
  /// Two programs on two machines agree to these digits.
  private static final MathContext DIGITS = new MathContext(10);

  private PlateJson() {}

  static byte[] write(PlateResult result, FittedCurve curve, PlateWords words, boolean synthetic) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("file", result.plate().file());
    root.put("synthetic", synthetic);
    root.put("marker", result.plate().marker());
    root.put("unit", result.plate().unit());
    root.put("batch", result.plate().batch());
    Map<String, @Nullable Object> blank = new LinkedHashMap<>();
    blank.put("source", Texts.code(result.blank().source()));
    blank.put("wells", result.blank().wells());
    blank.put("mean", number(result.blank().mean()));
    root.put("blank", blank);
    root.put("curve", curve(curve));
    Map<String, @Nullable Object> range = new LinkedHashMap<>();
    result
        .range()
        .ifPresent(each -> {
          range.put("low", each.low());
          range.put("high", each.high());
        });
    root.put("range", range);
    root.put("settings", settings(result));
    root.put("standards", result.standards().stream().map(PlateJson::standard).toList());
    root.put("samples", result.samples().stream().map(PlateJson::sample).toList());
    root.put("messages", words.of(result, curve));
    byte[] bytes =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsBytes(root);
    byte[] ended = Arrays.copyOf(bytes, bytes.length + 1);
    ended[bytes.length] = '\n';
    return ended;
  }

  private static Map<String, @Nullable Object> curve(FittedCurve fitted) {
    LogisticCurve curve = fitted.curve();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("model", fitted.model().code());
    map.put("formula", "y = d + (a - d) / (1 + (x/c)^b)^g");
    map.put("weights", fitted.weighting().code());
    map.put("n", fitted.points());
    map.put("degrees_of_freedom", fitted.degreesOfFreedom());
    double[] values = {curve.a(), curve.b(), curve.c(), curve.d(), curve.g()};
    int index = 0;
    for (FittedCurve.Parameter parameter : FittedCurve.Parameter.values()) {
      String name = parameter.name().toLowerCase(Locale.ROOT);
      map.put(name, number(values[index++]));
      map.put(
          name + "_standard_error",
          fitted.standardError(parameter).map(PlateJson::number).orElse(null));
    }
    map.put("residual_sum_of_squares", number(fitted.residualSumOfSquares()));
    map.put("residual_standard_deviation", number(fitted.residualStandardDeviation()));
    map.put("aicc", fitted.akaike().map(PlateJson::number).orElse(null));
    return map;
  }

  private static Map<String, @Nullable Object> settings(PlateResult result) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("largest_cv_percent", result.settings().largestCv());
    map.put(
        "recovery_percent",
        List.of(result.settings().lowestRecovery(), result.settings().highestRecovery()));
    map.put(
        "recovery_percent_at_the_ends",
        List.of(result.settings().lowestEndRecovery(), result.settings().highestEndRecovery()));
    map.put("excluded", result.settings().excluded().stream().sorted().toList());
    return map;
  }

  private static Map<String, @Nullable Object> standard(StandardLevel level) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("concentration", level.concentration());
    map.put("wells", level.replicates().positions());
    map.put("n", level.replicates().corrected().size());
    map.put("mean_signal", number(level.replicates().mean()));
    map.put("cv_percent", number(level.replicates().cv()));
    map.put("back_calculated", number(level.backCalculated()));
    map.put("recovery_percent", number(level.recovery()));
    map.put("passes", level.passes());
    map.put("odd_well", level.odd().orElse(null));
    map.put("flags", level.flags().stream().map(Flag::code).toList());
    return map;
  }

  private static Map<String, @Nullable Object> sample(MeasuredSample sample) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("kind", sample.kind().code());
    map.put("name", sample.name());
    map.put("sample", sample.facts().sample());
    map.put("patient", sample.facts().patient());
    map.put("date", sample.facts().date());
    map.put("dilution", sample.dilution());
    map.put("wells", sample.replicates().positions());
    map.put("n", sample.replicates().corrected().size());
    map.put("mean_signal", number(sample.replicates().mean()));
    map.put("cv_percent", number(sample.replicates().cv()));
    map.put("value", BiomarkerRow.written(sample.value()));
    map.put("lower", sample.limits().map(each -> number(each.lower())).orElse(null));
    map.put("upper", sample.limits().map(each -> number(each.upper())).orElse(null));
    map.put("nominal", sample.nominal());
    map.put("recovery_percent", number(sample.recovery()));
    map.put("odd_well", sample.odd().orElse(null));
    map.put("flags", sample.flags().stream().map(Flag::code).toList());
    map.put("reported", sample.reported());
    return map;
  }

  private static @Nullable BigDecimal number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : null;
  }

  private static BigDecimal number(double value) {
    return new BigDecimal(value).round(DIGITS).stripTrailingZeros();
  }
}
