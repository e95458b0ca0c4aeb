package org.myocohort.assay.plate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.myocohort.patient.Value;

/// Chooses among several dilutions of one sample.
final class Dilutions {
  private Dilutions() {}

  /// The same results, one of them reported: the lowest dilution whose value is a number; else the
  /// highest dilution that says above, else the lowest that says below, else the first.
  static List<MeasuredSample> reported(List<MeasuredSample> dilutions) {
    if (dilutions.size() < 2) {
      return dilutions;
    }
    Comparator<MeasuredSample> byDilution = Comparator.comparing(MeasuredSample::dilution);
    List<MeasuredSample> ordered = dilutions.stream().sorted(byDilution).toList();
    MeasuredSample chosen =
        ordered.stream()
            .filter(each -> each.value().isKnown())
            .findFirst()
            .or(() ->
                ordered.reversed().stream()
                    .filter(each -> each.value() instanceof Value.Above<BigDecimal>)
                    .findFirst())
            .or(() ->
                ordered.stream()
                    .filter(each -> each.value() instanceof Value.Below<BigDecimal>)
                    .findFirst())
            .orElse(ordered.getFirst());
    return dilutions.stream()
        .map(each -> each.dilution().compareTo(chosen.dilution()) == 0 ? each : unreported(each))
        .toList();
  }

  private static MeasuredSample unreported(MeasuredSample sample) {
    List<Flag> flags = new ArrayList<>(sample.flags());
    flags.add(Flag.OTHER_DILUTION);
    return new MeasuredSample(
        sample.kind(),
        sample.name(),
        sample.facts(),
        sample.dilution(),
        sample.nominal(),
        sample.replicates(),
        sample.value(),
        sample.limits(),
        sample.recovery(),
        sample.odd(),
        flags,
        false);
  }
}
