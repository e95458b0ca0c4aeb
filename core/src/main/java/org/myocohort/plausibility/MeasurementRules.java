package org.myocohort.plausibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.EnzymeMeasurement;
import org.myocohort.patient.Measurement;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.PatientRecord;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Value;
import org.myocohort.patient.Visit;
import org.myocohort.units.Analytes;
import org.myocohort.vocabulary.Vocabulary;

/// Measured values: soft limits, missing upper limits, troponins that do not compare.
///
/// The soft limits are the columns `soft_low` and `soft_high` of the measurements vocabulary; a
/// value on a limit fits. A value below a limit of detection (`<5`) is never unusual.
final class MeasurementRules {
  private static final Set<String> TROPONINS =
      Set.of("troponin-t-hs", "troponin-t", "troponin-i-hs");

  private final PatientRecord patient;
  private final List<Finding> findings = new ArrayList<>();

  private MeasurementRules(PatientRecord patient) {
    this.patient = patient;
  }

  static List<Finding> check(PatientRecord patient) {
    MeasurementRules rules = new MeasurementRules(patient);
    patient.measurements().forEach(rules::softLimits);
    rules.upperLimits();
    rules.troponins();
    return rules.findings;
  }

  private void softLimits(Measurement measurement) {
    Vocabulary.Term term = Vocabulary.measurements().find(measurement.code()).orElse(null);
    if (term == null || term.cell("unit").isEmpty()) {
      return;
    }
    Value<BigDecimal> value =
        Analytes.convert(
                measurement.code(), measurement.value(), measurement.unit(), term.cell("unit"))
            .orElse(null);
    if (value == null) {
      return;
    }
    BigDecimal low = limit(term.cell("soft_low"));
    BigDecimal high = limit(term.cell("soft_high"));
    String recorded =
        switch (value) {
          case Value.Known<BigDecimal>(BigDecimal known) ->
              isOutside(known, low, high) ? plain(measurement.value()) : null;
          case Value.Above<BigDecimal>(BigDecimal above) ->
              high != null && above.compareTo(high) >= 0 ? plain(measurement.value()) : null;
          case Value.Below<BigDecimal> _, Value.Absent<BigDecimal> _ -> null;
        };
    if (recorded != null) {
      findings.add(
          Finding.of(
              measurement.row(),
              "value",
              PlausibilityRule.UNUSUAL_VALUE,
              measurement.code(),
              recorded,
              measurement.unit(),
              term.cell("soft_low"),
              term.cell("soft_high"),
              term.cell("unit")));
    }
  }

  private static boolean isOutside(
      BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high) {
    return (low != null && value.compareTo(low) < 0) || (high != null && value.compareTo(high) > 0);
  }

  private static @Nullable BigDecimal limit(String cell) {
    return cell.isEmpty() ? null : new BigDecimal(cell);
  }

  private static String plain(Value<BigDecimal> value) {
    return value.text(BigDecimal::toPlainString, AbsenceReason::text);
  }

  /// Where an enzyme stands without its upper limit.
  private record Unlimited(RowReference row, String column) {}

  private void upperLimits() {
    for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
      List<Unlimited> rows = new ArrayList<>();
      for (Visit visit : patient.visits()) {
        for (EnzymeMeasurement measured : visit.enzymes()) {
          // An enzyme that a visit takes from the measurements is counted there.
          if (measured.enzyme() == enzyme
              && measured.row().equals(visit.row())
              && !measured.value().isAbsent()
              && measured.upperLimitOfNormal().isAbsent()) {
            rows.add(new Unlimited(visit.row(), enzyme.code() + "_uln"));
          }
        }
      }
      for (Measurement measurement : patient.measurements(enzyme.code())) {
        if (!measurement.value().isAbsent() && measurement.upperLimit().isAbsent()) {
          rows.add(new Unlimited(measurement.row(), "upper_limit"));
        }
      }
      if (!rows.isEmpty()) {
        findings.add(
            Finding.of(
                rows.getFirst().row(),
                rows.getFirst().column(),
                PlausibilityRule.UPPER_LIMIT_MISSING,
                enzyme.code(),
                rows.size()));
      }
    }
  }

  /// Two kinds, or two named assays of one kind. An assay that is not recorded is not taken to
  /// differ.
  private void troponins() {
    Map<String, Set<String>> assays = new LinkedHashMap<>();
    Measurement mixed = null;
    for (Measurement measurement : patient.measurements()) {
      if (!TROPONINS.contains(measurement.code()) || measurement.value().isAbsent()) {
        continue;
      }
      Set<String> named = assays.computeIfAbsent(measurement.code(), _ -> new LinkedHashSet<>());
      if (measurement.assay() instanceof Value.Known<String>(String assay)) {
        named.add(assay);
      }
      if (mixed == null && (assays.size() > 1 || named.size() > 1)) {
        mixed = measurement;
      }
    }
    if (mixed != null) {
      findings.add(
          Finding.of(mixed.row(), "measurement", PlausibilityRule.TROPONIN_MIXED, kinds(assays)));
    }
  }

  private static String kinds(Map<String, Set<String>> assays) {
    List<String> kinds = new ArrayList<>();
    assays.forEach((code, named) ->
        kinds.add(named.isEmpty() ? code : code + " (" + String.join(", ", named) + ")"));
    return String.join(", ", kinds);
  }
}
