package org.myocohort.assay.plate;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.assay.sample.SampleFacts;
import org.myocohort.assay.table.Cells;
import org.myocohort.exchange.csv.Problems;

/// What a layout puts into a well.
record PlannedWell(
    String position,
    int line,
    WellKind kind,
    String name,
    @Nullable BigDecimal concentration,
    BigDecimal dilution,
    SampleFacts facts) {
  private static final Pattern STANDARD =
      Pattern.compile("(?i)(?:standard|std|cal|s)[ :=_-]+([0-9.,]+)(?: ?[a-zµ]+/[a-z]+)?");
  private static final Pattern NUMBERED_STANDARD =
      Pattern.compile("(?i)(?:standard|std|cal)[ _-]?\\d*");
  private static final Pattern CONTROL =
      Pattern.compile("(?i)(?:control|ctrl|ctl|qc)(?:[ :=_-]+(.+))?");
  private static final Pattern DILUTED = Pattern.compile("(?i)(.+?) +(?:x|@|1 ?[:/] ?)([0-9.,]+)");
  private static final Pattern PREFIX = Pattern.compile("(?i)(?:sample|unk|unknown)[ :=]+(.+)");

  /// Reads a cell of a drawn layout: `std 1000`, `blank`, `control C1`, `P01-0`, `P01-6 1:50`.
  ///
  /// @return empty for a well that is not in use
  static Optional<PlannedWell> of(
      String position, PlateGrid.Placed cell, char delimiter, String file, Problems problems) {
    String text = cell.text();
    if (Cells.isMissing(text) || text.toLowerCase(Locale.ROOT).equals("unused")) {
      return Optional.empty();
    }
    if (WellKind.of(text).filter(kind -> kind == WellKind.BLANK).isPresent()) {
      return Optional.of(well(position, cell, WellKind.BLANK, "", null, BigDecimal.ONE));
    }
    Matcher standard = STANDARD.matcher(text);
    if (standard.matches()) {
      Optional<BigDecimal> concentration = Cells.number(standard.group(1), delimiter);
      if (concentration.isPresent()) {
        return Optional.of(
            well(position, cell, WellKind.STANDARD, "", concentration.get(), BigDecimal.ONE));
      }
    }
    if (standard.matches() || NUMBERED_STANDARD.matcher(text).matches()) {
      problems.add(file, cell.line(), position, "plate-standard-cell", text);
      return Optional.empty();
    }
    BigDecimal dilution = BigDecimal.ONE;
    String name = text;
    Matcher diluted = DILUTED.matcher(text);
    if (diluted.matches()) {
      Optional<BigDecimal> factor = Cells.number(diluted.group(2), delimiter);
      if (factor.isEmpty() || factor.get().compareTo(BigDecimal.ONE) < 0) {
        problems.add(file, cell.line(), position, "plate-dilution", diluted.group(2));
        return Optional.empty();
      }
      name = diluted.group(1);
      dilution = factor.get();
    }
    Matcher control = CONTROL.matcher(name);
    if (control.matches()) {
      String which = control.group(1) == null ? name : control.group(1);
      return Optional.of(well(position, cell, WellKind.CONTROL, which, null, dilution));
    }
    Matcher prefixed = PREFIX.matcher(name);
    return Optional.of(
        well(
            position,
            cell,
            WellKind.SAMPLE,
            prefixed.matches() ? prefixed.group(1) : name,
            null,
            dilution));
  }

  private static PlannedWell well(
      String position,
      PlateGrid.Placed cell,
      WellKind kind,
      String name,
      @Nullable BigDecimal concentration,
      BigDecimal dilution) {
    return new PlannedWell(
        position, cell.line(), kind, name, concentration, dilution, SampleFacts.named(name));
  }

  Well with(Signal signal) {
    return new Well(position, line, kind, name, concentration, dilution, signal, facts);
  }

  PlannedWell with(SampleFacts known) {
    return new PlannedWell(position, line, kind, name, concentration, dilution, known);
  }
}
