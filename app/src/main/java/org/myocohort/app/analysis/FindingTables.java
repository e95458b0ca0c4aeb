package org.myocohort.app.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.line.TreatmentLine;
import org.myocohort.cohort.analysis.Counts;
import org.myocohort.cohort.analysis.Finding;
import org.myocohort.cohort.analysis.Finding.Line;
import org.myocohort.cohort.analysis.Grouping;
import org.myocohort.cohort.analysis.Numbers;
import org.myocohort.cohort.analysis.Row;
import org.myocohort.cohort.variable.Course;
import org.myocohort.cohort.variable.When;
import org.myocohort.statistics.inference.Quantity;
import org.myocohort.statistics.inference.TestResult;
import org.myocohort.statistics.reference.ReferenceGroup;

/// The tables of findings.
final class FindingTables {
  private final Texts texts;
  private final Shown shown;

  FindingTables(Texts texts) {
    this.texts = texts;
    this.shown = new Shown(texts);
  }

  /// The table of a finding, as a paper prints it.
  ReportTable of(Finding finding) {
    return switch (finding) {
      case Finding.Described found -> described(found);
      case Finding.NumbersCompared found -> numbers(found);
      case Finding.SharesCompared found -> shares(found);
      case Finding.Changed found -> changed(found);
      case Finding.Correlated found -> correlated(found);
      case Finding.Waited found -> waited(found);
      case Finding.Rated found -> rated(found);
      case Finding.Followed found -> followed(found);
      case Finding.Referenced found -> referenced(found);
      case Finding.Overviewed found -> overviewed(found);
      case Finding.RelapsesSeen found -> relapses(found);
      case Finding.Treated found ->
          switch (found.question().shown()) {
            case LINES -> treated(found);
            case SWIMMER -> milestones(found);
          };
    };
  }

  /// Names of groups; all members together where the cohort is not divided.
  List<String> groups(Grouping by) {
    return by.isDivided()
        ? by.groups().stream().map(Grouping.Group::name).toList()
        : List.of(word("all"));
  }

  private String word(String code, Object... values) {
    return texts.text("analysis." + code, values);
  }

  private String sized(String name, long size) {
    return word("with-n", name, size);
  }

  private static String named(String name, String unit) {
    return unit.isEmpty() ? name : name + ", " + unit;
  }

  private ReportTable described(Finding.Described found) {
    List<String> head = new ArrayList<>();
    head.add(word("variable"));
    head.add(sized(word("all"), found.rows().size()));
    if (found.question().by().isDivided()) {
      List<String> names = groups(found.question().by());
      for (int i = 0; i < names.size(); i++) {
        int group = i;
        long size = found.rows().stream().filter(row -> row.group() == group).count();
        head.add(sized(names.get(i), size));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    boolean missing = false;
    for (Line line : found.lines()) {
      List<String> row = new ArrayList<>();
      switch (line) {
        case Line.OfNumbers(var variable, var groups, var results) -> {
          row.add(named(variable.name(), variable.unit()) + ", " + word("median"));
          for (int i = 0; i < groups.size(); i++) {
            Numbers group = groups.get(i);
            row.add(
                results.get(i).count() == 0
                    ? "–"
                    : shown.median(results.get(i)) + ofN(results.get(i).count(), group.missing()));
            missing |= group.missing() > 0;
          }
        }
        case Line.OfCounts(var variable, var groups, _) -> {
          row.add(variable.name() + ", n/N (%)");
          for (Counts group : groups) {
            row.add(
                group.yes()
                    + "/"
                    + group.known()
                    + (group.known() == 0
                        ? ""
                        : " (" + Shown.percent((double) group.yes() / group.known()) + ")"));
            missing |= group.unknown() > 0;
          }
        }
      }
      rows.add(row);
    }
    List<String> notes = new ArrayList<>();
    if (missing) {
      notes.add(word("note.known-only"));
    }
    notes.addAll(ofValues(found));
    return new ReportTable(head, rows, notes);
  }

  /// `, n = 7` where some have no value.
  private static String ofN(int count, int missing) {
    return missing > 0 ? ", n = " + count : "";
  }

  private ReportTable numbers(Finding.NumbersCompared found) {
    List<List<String>> rows = new ArrayList<>();
    List<String> names = groups(found.question().by());
    for (int i = 0; i < names.size(); i++) {
      rows.add(described(names.get(i), found.described().get(i), found.groups().get(i).missing()));
    }
    return new ReportTable(
        describedHead(
            named(found.question().variable().name(), found.question().variable().unit())),
        rows,
        ofValues(found));
  }

  /// What a reader must know of the values of a finding: those known only between bounds, which
  /// count as missing, and those that are no response or no effect.
  private List<String> ofValues(Finding found) {
    List<String> notes = new ArrayList<>();
    long bounded = count(found, cell -> cell.bounds().isPresent());
    if (bounded > 0) {
      notes.add(word("note.only-bounds", bounded));
    }
    long rescued =
        count(found, cell -> cell.isKnown() && cell.flags().contains(Course.Flag.RESCUED));
    if (rescued > 0) {
      notes.add(word("note.rescued", rescued));
    }
    if (count(found, cell -> cell.isKnown() && cell.flags().contains(Course.Flag.DRUG_IS_ANALYTE))
        > 0) {
      notes.add(word("note.drug-is-analyte"));
    }
    long scattered =
        count(found, cell -> cell.isKnown() && cell.flags().contains(Course.Flag.SCATTERED));
    if (scattered > 0) {
      notes.add(word("note.scattered", scattered));
    }
    return notes;
  }

  private static long count(Finding found, Predicate<Row.Cell> which) {
    return found.rows().stream().filter(row -> row.cells().stream().anyMatch(which)).count();
  }

  private List<String> describedHead(String what) {
    return List.of(what, "n", word("missing"), word("median"), word("range"), word("mean-sd"));
  }

  private List<String> described(String name, TestResult result, int missing) {
    return List.of(
        name,
        Integer.toString(result.count()),
        Integer.toString(missing),
        shown.median(result),
        shown.range(result),
        result.count() > 0
                && result.estimate() instanceof Quantity.Given(double mean)
                && result.further("sd") instanceof Quantity.Given(double deviation)
            ? Shown.number(mean) + " (" + Shown.number(deviation) + ")"
            : "–");
  }

  private ReportTable shares(Finding.SharesCompared found) {
    List<String> names = groups(found.question().by());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Counts each = found.groups().get(i);
      rows.add(
          List.of(
              names.get(i),
              Integer.toString(each.yes()),
              Integer.toString(each.no()),
              Integer.toString(each.unknown()),
              shown.share(each.yes(), each.known(), found.shares().get(i))));
    }
    return new ReportTable(
        List.of(
            found.question().variable().name(),
            word("yes"),
            word("no"),
            word("unknown"),
            word("share-of-known")),
        rows,
        List.of());
  }

  private ReportTable changed(Finding.Changed found) {
    List<String> names = groups(found.question().by());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      rows.add(
          List.of(
              names.get(i),
              Integer.toString(found.before().get(i).count()),
              shown.median(found.before().get(i)),
              shown.median(found.after().get(i)),
              shown.estimate(found.changed().get(i)),
              shown.p(found.changed().get(i))));
    }
    List<String> notes = new ArrayList<>(List.of(word("note.hodges-lehmann")));
    notes.addAll(ofValues(found));
    return new ReportTable(
        List.of(
            named(found.question().variable().name(), found.question().variable().unit()),
            word("pairs"),
            word("before", when(found.question().from())),
            word("after", when(found.question().to())),
            word("change"),
            word("test")),
        rows,
        notes);
  }

  private String when(When when) {
    return word("when." + when.code(), when.values().toArray());
  }

  private ReportTable correlated(Finding.Correlated found) {
    return new ReportTable(
        List.of(word("pairs"), word("coefficient"), word("test")),
        List.of(
            List.of(
                Integer.toString(found.pairs().size()),
                shown.estimate(found.correlation()),
                shown.p(found.correlation()))),
        Stream.concat(
                ofValues(found).stream(),
                found.question().by().isDivided()
                    ? Stream.of(word("note.groups-drawn"))
                    : Stream.of())
            .toList());
  }

  private ReportTable waited(Finding.Waited found) {
    List<String> names = groups(found.question().by());
    List<String> head = new ArrayList<>(List.of(found.question().variable().name(), "n"));
    found.causes().forEach(cause -> head.add(cause(cause)));
    head.add(word("censored"));
    head.add(word("missing"));
    head.add(word(found.causes().size() > 1 ? "median-any" : "median-time"));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Finding.WaitingGroup group = found.groups().get(i);
      List<String> row = new ArrayList<>();
      row.add(names.get(i));
      row.add(Integer.toString(group.curve().count()));
      group.events().forEach(events -> row.add(Integer.toString(events)));
      row.add(Integer.toString(group.curve().count() - group.curve().events()));
      row.add(Integer.toString(group.missing()));
      row.add(shown.median(group.curve()));
      rows.add(row);
    }
    return new ReportTable(head, rows, List.of(word("note.days")));
  }

  /// A cause in words; those without a text are words already.
  String cause(String cause) {
    String code = "analysis.cause." + cause.replace(' ', '-');
    return texts.has(code) ? texts.text(code) : cause;
  }

  private ReportTable rated(Finding.Rated found) {
    List<String> names = groups(found.question().by());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Finding.RateGroup group = found.groups().get(i);
      rows.add(
          List.of(
              names.get(i),
              Integer.toString(group.members()),
              Integer.toString(group.missing()),
              Integer.toString(group.withEvent()),
              Integer.toString(group.rate().count()),
              Shown.number(group.years()),
              shown.estimate(group.rate())));
    }
    int open = found.groups().stream().mapToInt(Finding.RateGroup::undated).sum();
    return new ReportTable(
        List.of(
            found.question().variable().name(),
            word("patients"),
            word("missing"),
            word("with-event"),
            word("events"),
            word("years"),
            word("per-year")),
        rows,
        open > 0 ? List.of(word("note.undated", Integer.toString(open))) : List.of());
  }

  private ReportTable followed(Finding.Followed found) {
    boolean scored = !found.question().variable().thresholds().isEmpty();
    List<String> names = groups(found.question().by());
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int group = i;
      List<Finding.MemberCourse> of =
          found.courses().stream().filter(each -> each.group() == group).toList();
      long values = of.stream().mapToLong(each -> each.course().points().size()).sum();
      long with = of.stream().filter(each -> !each.course().points().isEmpty()).count();
      long undated = of.stream().mapToLong(each -> each.course().undated()).sum();
      List<Course.Point> points =
          of.stream().flatMap(each -> each.course().points().stream()).toList();
      long bounded = points.stream().filter(each -> each.value().isAbsent()).count();
      long rescued =
          points.stream().filter(each -> each.flags().contains(Course.Flag.RESCUED)).count();
      List<String> row = new ArrayList<>(List.of(names.get(group)));
      LongStream numbers =
          scored
              ? LongStream.of(of.size(), with, values, bounded, rescued, undated)
              : LongStream.of(of.size(), with, values, undated);
      numbers.mapToObj(Long::toString).forEach(row::add);
      rows.add(row);
    }
    List<String> head =
        new ArrayList<>(
            List.of(
                named(found.question().variable().name(), found.question().variable().unit()),
                word("patients"),
                word("with-value"),
                word("values")));
    if (scored) {
      head.add(word("only-bounds"));
      head.add(word("rescued"));
    }
    head.add(word("undated"));
    return new ReportTable(head, rows, List.of());
  }

  private ReportTable referenced(Finding.Referenced found) {
    ReferenceGroup group = found.question().group();
    return new ReportTable(
        describedHead(
            named(found.question().variable().name(), found.question().variable().unit())),
        List.of(
            described(word("all"), found.described(), found.values().missing()),
            List.of(
                word("reference"),
                group.n().isPresent() ? Integer.toString(group.n().getAsInt()) : "NR",
                "–",
                "NR",
                printed(group.minimum(), group.maximum()),
                group.mean().isPresent()
                    ? Shown.number(group.mean().getAsDouble())
                        + (group.standardDeviation().isPresent()
                            ? " (" + Shown.number(group.standardDeviation().getAsDouble()) + ")"
                            : "")
                    : "NR")),
        Stream.concat(
                Stream.of(word("note.reference", found.question().source())),
                ofValues(found).stream())
            .toList());
  }

  private String printed(OptionalDouble least, OptionalDouble most) {
    return least.isPresent() && most.isPresent()
        ? texts.text(
            "analysis.to", Shown.number(least.getAsDouble()), Shown.number(most.getAsDouble()))
        : "NR";
  }

  private ReportTable overviewed(Finding.Overviewed found) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < found.counts().size(); i++) {
      Counts each = found.counts().get(i);
      rows.add(
          List.of(
              found.question().variables().get(i).name(),
              Integer.toString(each.yes()),
              Integer.toString(each.no()),
              Integer.toString(each.unknown())));
    }
    return new ReportTable(
        List.of(word("variable"), word("yes"), word("no"), word("unknown")), rows, List.of());
  }

  private ReportTable relapses(Finding.RelapsesSeen found) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < found.rows().size(); i++) {
      List<String> cells = found.rows().get(i).cells().stream().map(each -> each.value()).toList();
      String least = cells.get(3);
      String most = cells.get(4);
      rows.add(
          List.of(
              found.rows().get(i).patient(),
              cells.get(0).isEmpty() ? "?" : cells.get(0),
              word("kind." + cells.get(1)),
              cells.get(2).isEmpty() ? word("unknown") : word(cells.get(2)),
              least.equals(most) && !least.isEmpty()
                  ? least
                  : most.isEmpty() ? "?" : texts.text("analysis.to", least, most)));
    }
    return new ReportTable(
        List.of(
            word("patient"), word("day"), word("kind"), word("by-definition"), word("dose-then")),
        rows,
        List.of(word("note.relapse")));
  }

  private ReportTable treated(Finding.Treated found) {
    int most = found.treated().stream().mapToInt(each -> each.lines().size()).max().orElse(0);
    List<String> head = new ArrayList<>(List.of(word("patient")));
    IntStream.rangeClosed(1, most).forEach(line -> head.add(word("line", line)));
    List<List<String>> rows = new ArrayList<>();
    for (Finding.MemberLines member : found.treated()) {
      List<String> row = new ArrayList<>(List.of(member.patient()));
      for (int i = 0; i < most; i++) {
        row.add(i < member.lines().size() ? drugs(member.lines().get(i)) : "");
      }
      rows.add(row);
    }
    return new ReportTable(head, rows, List.of());
  }

  private ReportTable milestones(Finding.Treated found) {
    List<String> causes = List.of("response", "relapse", "death");
    List<String> head = new ArrayList<>(List.of(word("patient"), word("followed-days")));
    causes.forEach(cause -> head.add(word("on-day", cause(cause))));
    List<List<String>> rows = new ArrayList<>();
    for (Finding.MemberLines member : found.treated()) {
      List<String> row = new ArrayList<>();
      row.add(member.patient());
      row.add(member.followed().isPresent() ? Long.toString(member.followed().getAsLong()) : "?");
      for (String cause : causes) {
        row.add(
            member.milestones().stream()
                .filter(each -> each.what().equals(cause))
                .map(each -> Long.toString(each.day()))
                .collect(Collectors.joining(", ")));
      }
      rows.add(row);
    }
    return new ReportTable(head, rows, List.of(word("note.days")));
  }

  private static String drugs(TreatmentLine line) {
    return String.join(" + ", line.agents());
  }
}
