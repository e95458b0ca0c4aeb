package org.myocohort.app.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.myocohort.app.cli.Texts;
import org.myocohort.assay.plate.Blank;
import org.myocohort.assay.plate.Flag;
import org.myocohort.assay.plate.MeasuredSample;
import org.myocohort.assay.plate.Plate;
import org.myocohort.assay.plate.PlateResult;
import org.myocohort.assay.plate.PlateRows;
import org.myocohort.assay.plate.PlateSettings;
import org.myocohort.assay.plate.StandardLevel;
import org.myocohort.assay.plate.WellKind;
import org.myocohort.statistics.curve.CurveOutcome;
import org.myocohort.statistics.curve.FittedCurve;
import org.myocohort.treatment.MeasuredDrug;
import org.myocohort.vocabulary.Vocabulary;

/// The sentences about a plate.
record PlateWords(Texts texts) {

  String noCurve(CurveOutcome.Reason reason, PlateResult result) {
    return texts.text(
        "elisa.no-curve", result.plate().file(), texts.text("elisa.reason." + Texts.code(reason)));
  }

  /// What a reader must know, in the order in which the plate was worked out.
  List<String> of(PlateResult result, FittedCurve curve) {
    List<String> sentences = new ArrayList<>();
    Plate plate = result.plate();
    PlateSettings settings = result.settings();
    Blank blank = result.blank();
    sentences.add(
        texts.text(
            "elisa.blank." + Texts.code(blank.source()),
            String.join(", ", blank.wells()),
            PlateRows.significant(blank.mean())));
    if (!settings.excluded().isEmpty()) {
      sentences.add(
          texts.text(
              "elisa.excluded", String.join(", ", settings.excluded().stream().sorted().toList())));
    }
    sentences.add(
        texts.text(
            "elisa.fit",
            curve.model().code(),
            curve.weighting().code(),
            curve.points(),
            texts.text(settings.model().isPresent() ? "elisa.asked" : "elisa.chosen"),
            texts.text(curve.curve().rises() ? "elisa.rises" : "elisa.falls")));
    result
        .range()
        .ifPresent(range ->
            sentences.add(
                texts.text(
                    "elisa.range",
                    range.low().toPlainString(),
                    range.high().toPlainString(),
                    plate.unit(),
                    percent(settings.lowestEndRecovery()),
                    percent(settings.highestEndRecovery()))));
    for (StandardLevel level : result.standards()) {
      standard(level, settings, sentences);
    }
    result.samples().forEach(sample -> sample(sample, plate, settings, sentences));
    if (plate.unit().isEmpty()) {
      sentences.add(texts.text("elisa.no-unit"));
    }
    if (result.reported().stream().anyMatch(sample -> sample.facts().patient().isEmpty())) {
      sentences.add(texts.text("elisa.no-patient"));
    }
    measuredDrug(plate.marker()).ifPresent(sentences::add);
    sentences.add(
        texts.text(
            "elisa.limits",
            percent(settings.largestCv()),
            percent(settings.lowestRecovery()),
            percent(settings.highestRecovery()),
            percent(settings.lowestEndRecovery()),
            percent(settings.highestEndRecovery())));
    return sentences;
  }

  private void standard(StandardLevel level, PlateSettings settings, List<String> sentences) {
    String concentration = level.concentration().toPlainString();
    if (level.flags().contains(Flag.NOT_FITTED)) {
      sentences.add(texts.text("elisa.not-fitted"));
    }
    if (level.flags().contains(Flag.RECOVERY_OUTSIDE)) {
      sentences.add(
          level.recovery().isPresent()
              ? texts.text(
                  "elisa.recovery-outside", concentration, percent(level.recovery().getAsDouble()))
              : texts.text("elisa.no-recovery", concentration));
    }
    if (level.flags().contains(Flag.CV_ABOVE_LIMIT)) {
      sentences.add(
          texts.text(
              "elisa.standard-cv",
              concentration,
              percent(level.replicates().cv().orElse(0)),
              percent(settings.largestCv()),
              level.odd().orElse("")));
    }
  }

  private void sample(
      MeasuredSample sample, Plate plate, PlateSettings settings, List<String> sentences) {
    String wells = sample.replicates().positions();
    if (sample.flags().contains(Flag.CV_ABOVE_LIMIT)) {
      sentences.add(
          texts.text(
              sample.odd().isPresent() ? "elisa.sample-cv-odd" : "elisa.sample-cv",
              sample.name(),
              percent(sample.replicates().cv().orElse(0)),
              percent(settings.largestCv()),
              wells,
              sample.odd().orElse("")));
    }
    for (Flag flag : List.of(Flag.SATURATED, Flag.MISSING_WELL)) {
      if (sample.flags().contains(flag)) {
        sentences.add(texts.text("elisa.sample." + flag.code(), sample.name(), wells));
      }
    }
    if (sample.kind() == WellKind.CONTROL && sample.recovery().isPresent()) {
      sentences.add(
          texts.text(
              "elisa.control",
              sample.name(),
              String.valueOf(sample.nominal()),
              plate.unit(),
              percent(sample.recovery().getAsDouble())));
    }
  }

  /// That the assay measures a drug too.
  Optional<String> measuredDrug(String marker) {
    return MeasuredDrug.of(marker)
        .map(each ->
            texts.text(
                "elisa.measured-drug",
                marker,
                Vocabulary.drugs().term(each.drug()).name(texts.language())));
  }

  String flag(Flag flag) {
    return texts.text("elisa.flag." + flag.code());
  }

  String flags(List<Flag> flags) {
    return String.join(", ", flags.stream().map(this::flag).toList());
  }

  static String percent(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
