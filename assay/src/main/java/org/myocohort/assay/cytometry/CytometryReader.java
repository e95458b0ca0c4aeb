package org.myocohort.assay.cytometry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.assay.sample.SampleFacts;
import org.myocohort.assay.sample.SampleTable;
import org.myocohort.assay.table.Cells;
import org.myocohort.assay.table.RawTable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.patient.AbsenceReason;
import org.myocohort.patient.Value;

/// Reads a table of cytometry: wide, one row a sample and one column a statistic of a population,
/// or long, with the columns `sample, population, statistic, value`.
///
/// A share comes from the counts where population and parent are counted; a printed percent must
/// then agree with them to a unit of its last digit. A share whose parent is not named is refused.
public final class CytometryReader {
  private static final Set<String> SUMMARIES =
      Set.of(
          "mean",
          "sd",
          "stddev",
          "std dev",
          "std. dev.",
          "median",
          "min",
          "max",
          "cv",
          "%cv",
          "geometric mean",
          "media",
          "mediana");
  private static final MathContext DIGITS = new MathContext(4);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final RawTable table;
  private final @Nullable SampleTable samples;
  private final Problems problems = new Problems();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private final Map<String, Sample> found = new LinkedHashMap<>();

  private CytometryReader(RawTable table, @Nullable SampleTable samples) {
    this.table = table;
    this.samples = samples;
  }

  /// A number and where it stands.
  private record Cell(int line, String column, String text, BigDecimal number) {}

  /// Everything that the table says of one sample.
  private static final class Sample {
    final int line;
    final SampleFacts facts;
    final Map<GateStatistic, Cell> numbers = new LinkedHashMap<>();
    final Set<GateStatistic> missing = new LinkedHashSet<>();

    Sample(int line, SampleFacts facts) {
      this.line = line;
      this.facts = facts;
    }
  }

  /// Reads a table.
  ///
  /// @param samples whose samples the names are; null where the table's own columns `patient` and
  ///   `date` say it, or nobody
  /// @throws BadInputException with everything that is wrong
  public static CytometryTable read(RawTable table, @Nullable SampleTable samples)
      throws BadInputException {
    CytometryReader reader = new CytometryReader(table, samples);
    RawTable.Line header = table.lines().getFirst();
    int population = Cells.column(header, List.of("population", "popolazione", "gate"));
    if (population >= 0) {
      reader.readLong(header, population);
    } else {
      reader.readWide(header);
    }
    reader.problems.throwIfAny();
    List<PopulationShare> shares = reader.shares();
    reader.problems.throwIfAny();
    return new CytometryTable(shares, List.copyOf(reader.leftOut));
  }

  private void readWide(RawTable.Line header) {
    Map<Integer, GateStatistic> columns = new LinkedHashMap<>();
    for (int i = 1; i < header.cells().size(); i++) {
      if (Facts.isColumn(header.cell(i))) {
        continue;
      }
      GateStatistic statistic = statistic(header.cell(i), header, header.cell(i));
      if (statistic != null) {
        if (columns.containsValue(statistic)) {
          problems.add(
              table.name(), header.number(), header.cell(i), "column-twice", header.cell(i));
        }
        columns.put(i, statistic);
      }
    }
    if (columns.isEmpty() && problems.isEmpty()) {
      problems.add(table.name(), header.number(), "", "cytometry-form", "");
    }
    Facts own = new Facts(header);
    for (RawTable.Line line : body()) {
      if (found.containsKey(name(line.cell(0)))) {
        problems.add(table.name(), line.number(), "sample", "assay-name-twice", line.cell(0));
        continue;
      }
      Sample sample = sample(line, line.cell(0), own);
      columns.forEach((column, statistic) ->
          put(sample, statistic, line, header.cell(column), line.cell(column)));
    }
  }

  private void readLong(RawTable.Line header, int population) {
    int name = Cells.column(header, List.of("sample", "name", "file", "tube", "campione"));
    int statistic = Cells.column(header, List.of("statistic", "stat", "statistica"));
    int value = Cells.column(header, List.of("value", "valore"));
    require(header, name, "sample");
    require(header, statistic, "statistic");
    require(header, value, "value");
    if (!problems.isEmpty()) {
      return;
    }
    Facts own = new Facts(header);
    for (RawTable.Line line : body()) {
      String heading = line.cell(population) + " | " + line.cell(statistic);
      GateStatistic read = statistic(heading, line, "population");
      if (read != null) {
        Sample sample = found.get(name(line.cell(name)));
        put(
            sample == null ? sample(line, line.cell(name), own) : sample,
            read,
            line,
            "value",
            line.cell(value));
      }
    }
  }

  private void require(RawTable.Line header, int column, String name) {
    if (column < 0) {
      problems.add(table.name(), header.number(), name, "column-missing", "");
    }
  }

  /// The rows of samples; lines that sum up are left out.
  private List<RawTable.Line> body() {
    List<RawTable.Line> body = new ArrayList<>();
    for (RawTable.Line line : table.lines().subList(1, table.lines().size())) {
      String first = line.cell(0);
      if (SUMMARIES.contains(first.toLowerCase(Locale.ROOT))) {
        leftOut.add(first);
      } else if (first.isEmpty()) {
        problems.add(table.name(), line.number(), "sample", "value-expected", "");
      } else {
        body.add(line);
      }
    }
    return body;
  }

  /// What a heading says; null where it is left out or refused.
  private @Nullable GateStatistic statistic(String heading, RawTable.Line line, String column) {
    GateStatistic.Reading reading = GateStatistic.of(heading);
    if (reading.statistic().isEmpty()) {
      switch (reading.refusal()) {
        case OTHER -> {
          if (!heading.isEmpty()) {
            leftOut.add(heading);
          }
        }
        case PARENT_ABSENT ->
            problems.add(table.name(), line.number(), column, "cytometry-parent", heading);
      }
    }
    return reading.statistic().orElse(null);
  }

  private static String name(String cell) {
    return cell.toLowerCase(Locale.ROOT).endsWith(".fcs")
        ? cell.substring(0, cell.length() - 4)
        : cell;
  }

  private Sample sample(RawTable.Line line, String cell, Facts own) {
    String name = name(cell);
    SampleFacts facts = own.of(line, name);
    if (samples != null) {
      Optional<SampleFacts> known = samples.find(name).or(() -> samples.find(cell));
      if (known.isEmpty()) {
        problems.add(
            table.name(), line.number(), "sample", "assay-sample-unknown", cell, samples.file());
      }
      facts = known.orElse(facts);
    }
    SampleTable.checkDate(table.name(), line.number(), facts.date(), problems);
    Sample sample = new Sample(line.number(), facts);
    found.put(name, sample);
    return sample;
  }

  private void put(
      Sample sample, GateStatistic statistic, RawTable.Line line, String column, String text) {
    String plain = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
    if (Cells.isMissing(plain) || plain.startsWith("*")) {
      sample.missing.add(statistic);
      return;
    }
    Optional<BigDecimal> number = Cells.number(plain, table.delimiter());
    BigDecimal most = statistic.isCount() ? BigDecimal.valueOf(Long.MAX_VALUE) : HUNDRED;
    boolean whole = number.isPresent() && number.get().stripTrailingZeros().scale() <= 0;
    if (number.isEmpty()
        || number.get().signum() < 0
        || number.get().compareTo(most) > 0
        || (statistic.isCount() && !whole)) {
      problems.add(
          table.name(),
          line.number(),
          column,
          statistic.isCount() ? "cytometry-count" : "cytometry-percent",
          text);
      return;
    }
    if (sample.numbers.put(statistic, new Cell(line.number(), column, text, number.get()))
        != null) {
      problems.add(table.name(), line.number(), column, "cytometry-twice", text);
    }
  }

  private List<PopulationShare> shares() {
    List<PopulationShare> shares = new ArrayList<>();
    found.forEach((name, sample) -> {
      Set<GateStatistic> asked = new LinkedHashSet<>();
      Set<GateStatistic> all = new LinkedHashSet<>(sample.numbers.keySet());
      all.addAll(sample.missing);
      for (GateStatistic each : all) {
        GateStatistic share = new GateStatistic(each.path(), each.ancestor(), false);
        boolean root = each.isCount() && each.ancestor().isEmpty();
        // The count of a root is there to divide by, unless all events are counted too.
        if (!root || all.contains(share)) {
          asked.add(share);
        } else if (!each.path().isEmpty() && sample.numbers.containsKey(count(List.of()))) {
          asked.add(share);
        }
      }
      asked.forEach(share -> shares.add(share(name, sample, share)));
    });
    return shares;
  }

  private static GateStatistic count(List<String> path) {
    return new GateStatistic(path, path.isEmpty() ? path : path.subList(0, path.size() - 1), true);
  }

  private PopulationShare share(String name, Sample sample, GateStatistic share) {
    Cell printed = sample.numbers.get(share);
    Cell events = sample.numbers.get(count(share.path()));
    Cell parent = sample.numbers.get(count(share.ancestor()));
    Value<BigDecimal> percent = Value.absent(AbsenceReason.NOT_DONE);
    boolean counted = false;
    if (events != null && parent != null) {
      if (events.number().compareTo(parent.number()) > 0) {
        problems.add(
            table.name(),
            events.line(),
            events.column(),
            "cytometry-more-than-parent",
            events.text(),
            parent.text(),
            GateStatistic.name(share.ancestor()));
      } else if (parent.number().signum() > 0) {
        counted = true;
        percent = Value.of(percent(events.number(), parent.number()));
        checkAgreement(printed, events.number(), parent.number());
      }
    } else if (printed != null) {
      percent = Value.of(plain(printed.number()));
    } else if (events != null && !sample.missing.contains(share)) {
      problems.add(
          table.name(),
          events.line(),
          events.column(),
          "cytometry-parent-count",
          events.text(),
          GateStatistic.name(share.ancestor()));
    }
    return new PopulationShare(
        sample.line,
        name,
        sample.facts,
        share.path(),
        GateStatistic.name(share.ancestor()),
        percent,
        events(events),
        events(parent),
        counted,
        Value.absent(AbsenceReason.NOT_APPLICABLE));
  }

  private static OptionalLong events(@Nullable Cell cell) {
    return cell == null ? OptionalLong.empty() : OptionalLong.of(cell.number().longValue());
  }

  private static BigDecimal percent(BigDecimal events, BigDecimal parent) {
    return plain(events.multiply(HUNDRED).divide(parent, DIGITS));
  }

  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private void checkAgreement(@Nullable Cell printed, BigDecimal events, BigDecimal parent) {
    if (printed == null) {
      return;
    }
    BigDecimal exact = events.multiply(HUNDRED).divide(parent, MathContext.DECIMAL64);
    if (exact.subtract(printed.number()).abs().compareTo(printed.number().ulp()) > 0) {
      problems.add(
          table.name(),
          printed.line(),
          printed.column(),
          "cytometry-contradiction",
          printed.text(),
          events.toPlainString(),
          parent.toPlainString(),
          plain(exact.round(DIGITS)).toPlainString());
    }
  }
}
