package org.myocohort.assay.plate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.assay.sample.SampleFacts;
import org.myocohort.assay.sample.SampleTable;
import org.myocohort.assay.table.Cells;
import org.myocohort.assay.table.RawTable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.units.Units;

/// Reads a plate from one table with a row a well, or from the grid that a reader exports beside a
/// layout: a second grid, or a table with a row a well.
public final class PlateReader {
  private static final Pattern SATURATED =
      Pattern.compile("(?i)(ovr?fl?w|overflow|over|sat|saturated|#sat|max|inf|\\*+|\\++|>.*)");

  private final RawTable table;
  private final @Nullable RawTable layout;
  private final @Nullable SampleTable samples;
  private final PlateNames names;
  private final Problems problems = new Problems();
  private final Set<String> markers = new LinkedHashSet<>();
  private final Set<String> units = new LinkedHashSet<>();
  private final Set<String> batches = new LinkedHashSet<>();

  private PlateReader(
      RawTable table, @Nullable RawTable layout, @Nullable SampleTable samples, PlateNames names) {
    this.table = table;
    this.layout = layout;
    this.samples = samples;
    this.names = names;
  }

  /// Reads a plate.
  ///
  /// @param table with the signals
  /// @param layout what stands where; null where the table itself says it
  /// @param samples whose samples the names are; null where the table itself says it, or nobody
  /// @param names what the file does not say
  /// @param grid which of several grids of signals, from 1; empty where there is one
  /// @throws BadInputException with everything that is wrong
  public static Plate read(
      RawTable table,
      @Nullable RawTable layout,
      @Nullable SampleTable samples,
      PlateNames names,
      OptionalInt grid)
      throws BadInputException {
    return new PlateReader(table, layout, samples, names).plate(grid);
  }

  private Plate plate(OptionalInt grid) throws BadInputException {
    Optional<LongColumns> columns = LongColumns.in(table).filter(each -> each.signal() >= 0);
    boolean whole = columns.isPresent() && columns.get().kind() >= 0;
    if (!whole && layout == null) {
      problems.add(
          table.name(),
          0,
          "",
          columns.isPresent() || !PlateGrid.in(table).isEmpty()
              ? "plate-layout-needed"
              : "plate-form",
          "");
      problems.throwIfAny();
    }
    Map<String, Signal> signals = columns.isPresent() ? fromRows(columns.get()) : fromGrid(grid);
    problems.throwIfAny();
    RawTable plan = layout == null ? table : layout;
    Map<String, PlannedWell> planned = planned(plan);
    problems.throwIfAny();
    List<Well> wells = new ArrayList<>();
    for (PlannedWell well : planned.values()) {
      Signal signal = signals.get(well.position());
      if (signal == null) {
        problems.add(
            plan.name(), well.line(), well.position(), "plate-no-signal", "", table.name());
      } else {
        wells.add(named(well, plan).with(signal));
      }
    }
    checkReplicates(wells, plan);
    if (wells.stream().noneMatch(well -> well.kind() == WellKind.STANDARD)) {
      problems.add(plan.name(), 0, "", "plate-no-standard", "");
    }
    String marker = one(markers, names.marker(), plan, "marker");
    String unit = one(units, names.unit(), plan, "unit");
    String batch = one(batches, names.batch(), plan, "batch");
    if (!unit.isEmpty() && !Units.isUnit(unit)) {
      problems.add(plan.name(), 0, "unit", "unit-expected", unit);
    }
    problems.throwIfAny();
    return new Plate(table.name(), marker, unit, batch, wells);
  }

  /// A plate has one marker, one unit and one name: that of its file, else the user's.
  private String one(Set<String> found, String asked, RawTable plan, String column) {
    if (found.size() > 1) {
      problems.add(plan.name(), 0, column, "plate-one-value", String.join(", ", found));
    }
    return found.isEmpty() ? asked : found.iterator().next();
  }

  /// Replicates of one name must be of one sample.
  private void checkReplicates(List<Well> wells, RawTable plan) {
    Map<String, Well> first = new LinkedHashMap<>();
    for (Well well : wells) {
      Well other = first.putIfAbsent(well.kind() + " " + well.name(), well);
      if (other != null && !other.facts().equals(well.facts())) {
        problems.add(
            plan.name(),
            well.line(),
            well.position(),
            "plate-sample-differs",
            well.name(),
            other.position());
      }
    }
  }

  private Map<String, Signal> fromRows(LongColumns columns) {
    Map<String, Signal> signals = new LinkedHashMap<>();
    for (RawTable.Line line : rows(table, columns)) {
      Positions.of(line.cell(columns.well()))
          .ifPresent(position ->
              signals.put(position, signal(line.cell(columns.signal()), line.number(), "signal")));
    }
    return signals;
  }

  private Map<String, Signal> fromGrid(OptionalInt which) {
    List<PlateGrid> grids = PlateGrid.in(table);
    if (grids.isEmpty()) {
      problems.add(table.name(), 0, "", "plate-form", "");
      return Map.of();
    }
    if (which.isEmpty() && grids.size() > 1) {
      problems.add(
          table.name(), grids.get(1).line(), "", "plate-several-grids", "", "" + grids.size());
      return Map.of();
    }
    int index = which.orElse(1) - 1;
    if (index < 0 || index >= grids.size()) {
      problems.add(table.name(), 0, "", "plate-no-such-grid", "" + (index + 1), "" + grids.size());
      return Map.of();
    }
    Map<String, Signal> signals = new LinkedHashMap<>();
    grids
        .get(index)
        .cells()
        .forEach(
            (position, cell) -> signals.put(position, signal(cell.text(), cell.line(), position)));
    return signals;
  }

  private Signal signal(String text, int line, String place) {
    if (Cells.isMissing(text)) {
      return new Signal.Missing();
    }
    Optional<BigDecimal> number = Cells.number(text, table.delimiter());
    if (number.isPresent()) {
      return new Signal.Read(number.get().doubleValue());
    }
    if (SATURATED.matcher(text).matches()) {
      return new Signal.Saturated(text);
    }
    problems.add(table.name(), line, place, "plate-signal", text);
    return new Signal.Missing();
  }

  /// The lines below a header that are rows of its table; footers have no well.
  private static List<RawTable.Line> rows(RawTable file, LongColumns columns) {
    return file.lines().subList(columns.head() + 1, file.lines().size()).stream()
        .filter(line -> !line.cell(columns.well()).isEmpty())
        .toList();
  }

  private Map<String, PlannedWell> planned(RawTable plan) {
    Optional<LongColumns> columns = LongColumns.in(plan).filter(each -> each.kind() >= 0);
    Map<String, PlannedWell> planned = new LinkedHashMap<>();
    if (columns.isPresent()) {
      for (RawTable.Line line : rows(plan, columns.get())) {
        plannedRow(plan, columns.get(), line)
            .ifPresent(well -> {
              PlannedWell earlier = planned.putIfAbsent(well.position(), well);
              if (earlier != null) {
                problems.add(
                    plan.name(),
                    line.number(),
                    "well",
                    "plate-well-twice",
                    well.position(),
                    "" + earlier.line());
              }
            });
      }
      return planned;
    }
    List<PlateGrid> grids = PlateGrid.in(plan);
    if (grids.isEmpty()) {
      problems.add(plan.name(), 0, "", "plate-layout-form", "");
      return planned;
    }
    grids
        .getFirst()
        .cells()
        .forEach((position, cell) ->
            PlannedWell.of(position, cell, plan.delimiter(), plan.name(), problems)
                .ifPresent(well -> planned.put(position, well)));
    return planned;
  }

  private Optional<PlannedWell> plannedRow(RawTable plan, LongColumns columns, RawTable.Line line) {
    Optional<String> position = Positions.of(line.cell(columns.well()));
    if (position.isEmpty()) {
      problems.add(plan.name(), line.number(), "well", "plate-well", line.cell(columns.well()));
      return Optional.empty();
    }
    String word = line.cell(columns.kind());
    if (Cells.isMissing(word)) {
      return Optional.empty();
    }
    Optional<WellKind> kind = WellKind.of(word);
    if (kind.isEmpty()) {
      problems.add(plan.name(), line.number(), "kind", "plate-kind", word);
      return Optional.empty();
    }
    BigDecimal concentration = null;
    String amount = line.cell(columns.concentration());
    boolean standard = kind.get() == WellKind.STANDARD;
    if (standard || (kind.get() == WellKind.CONTROL && !Cells.isMissing(amount))) {
      concentration =
          number(plan, line, "concentration", amount, BigDecimal.ZERO, "plate-concentration");
    }
    BigDecimal dilution = BigDecimal.ONE;
    String factor = line.cell(columns.dilution());
    if (!standard && kind.get() != WellKind.BLANK && !Cells.isMissing(factor)) {
      dilution =
          number(
              plan,
              line,
              "dilution",
              factor.replaceFirst("^1 ?[:/] ?", ""),
              BigDecimal.ONE,
              "plate-dilution");
    }
    collect(markers, line.cell(columns.marker()));
    collect(units, line.cell(columns.unit()));
    collect(batches, line.cell(columns.batch()));
    String name = line.cell(columns.name());
    String sample = line.cell(columns.sample());
    if (name.isEmpty()) {
      name = sample;
    }
    if (kind.get() == WellKind.SAMPLE && name.isEmpty()) {
      problems.add(plan.name(), line.number(), "name", "value-expected", "");
    }
    SampleTable.checkDate(plan.name(), line.number(), line.cell(columns.date()), problems);
    SampleFacts facts =
        new SampleFacts(
            line.cell(columns.patient()),
            line.cell(columns.date()),
            line.cell(columns.visit()),
            sample.isEmpty() ? name : sample,
            "");
    return dilution == null
        ? Optional.empty()
        : Optional.of(
            new PlannedWell(
                position.get(), line.number(), kind.get(), name, concentration, dilution, facts));
  }

  private static void collect(Set<String> found, String text) {
    if (!text.isEmpty()) {
      found.add(text);
    }
  }

  private @Nullable BigDecimal number(
      RawTable plan,
      RawTable.Line line,
      String column,
      String text,
      BigDecimal least,
      String code) {
    Optional<BigDecimal> number = Cells.number(text, plan.delimiter());
    if (number.isEmpty() || number.get().compareTo(least) < 0) {
      problems.add(plan.name(), line.number(), column, code, text.toLowerCase(Locale.ROOT));
      return null;
    }
    return number.get();
  }

  /// A sample with what the table of samples says of it.
  private PlannedWell named(PlannedWell well, RawTable plan) {
    if (samples == null || well.kind() != WellKind.SAMPLE) {
      return well;
    }
    Optional<SampleFacts> facts = samples.find(well.name());
    if (facts.isEmpty()) {
      problems.add(
          plan.name(),
          well.line(),
          well.position(),
          "assay-sample-unknown",
          well.name(),
          samples.file());
      return well;
    }
    return well.with(facts.get());
  }
}
