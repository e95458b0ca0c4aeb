package org.myocohort.evidence.extraction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.link.CohortFacts;
import org.myocohort.evidence.link.Period;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.study.CellReader;
import org.myocohort.exchange.study.Study;
import org.myocohort.patient.Moment;
import org.myocohort.patient.Value;
import org.myocohort.vocabulary.Vocabulary;

/// Turns the tables of an extraction into values, and gathers everything that is wrong.
final class ExtractionReader {
  /// A report's pasted text is a file of its name.
  private static final Pattern REPORT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,80}");

  private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);
  private static final BigDecimal MOST_MONTHS = BigDecimal.valueOf(1200);

  private static final Map<String, Design> DESIGNS = byCode(Design.values(), Design::code);
  private static final Map<String, Checklist> CHECKLISTS =
      byCode(Checklist.values(), Checklist::code);
  private static final Map<String, Appraisal.Answer> ANSWERS =
      byCode(Appraisal.Answer.values(), Appraisal.Answer::code);

  private final ExtractionTables tables;
  private final boolean studyRead;
  private final Problems problems;
  private final List<ExtractedReport> reports = new ArrayList<>();
  private final List<AggregateResult> results = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final List<Appraisal> appraisals = new ArrayList<>();
  private final SequencedMap<String, String> patientReports = new LinkedHashMap<>();

  /// Lines of the reports, results and answers read so far, by what must stand once.
  private final Map<String, Integer> reportLines = new HashMap<>();

  private final Map<String, Integer> resultLines = new HashMap<>();
  private final Map<String, Integer> answerLines = new HashMap<>();

  /// @param studyRead whether the study's tables are there, so that a missing row is an error
  ExtractionReader(ExtractionTables tables, boolean studyRead, Problems problems) {
    this.tables = tables;
    this.studyRead = studyRead;
    this.problems = problems;
  }

  private static <E> Map<String, E> byCode(E[] constants, Function<E, String> code) {
    Map<String, E> byCode = new LinkedHashMap<>();
    Arrays.stream(constants).forEach(constant -> byCode.put(code.apply(constant), constant));
    return byCode;
  }

  Extraction extraction(String by, Study study) {
    return new Extraction(by, study, patientReports, reports, results, places, appraisals);
  }

  void read() {
    rows(ExtractionTables.REPORTS, List.of("report"), this::report);
    rows(ExtractionTables.PATIENTS, List.of("report"), this::patient);
    rows(ExtractionTables.RESULTS, List.of("id", "report", "outcome"), this::result);
    rows(ExtractionTables.PLACES, List.of("table", "row", "column", "report"), this::place);
    rows(
        ExtractionTables.APPRAISAL,
        List.of("report", "checklist", "item", "answer"),
        this::appraisal);
  }

  /// What is done with the row that the cells stand at.
  private interface RowBody {
    void read(CsvFile file, CellReader cells);
  }

  private void rows(String table, List<String> required, RowBody body) {
    Optional<CsvFile> found = tables.file(table);
    if (found.isEmpty()) {
      return;
    }
    CsvFile file = found.get();
    List<String> missing = required.stream().filter(column -> file.column(column) < 0).toList();
    for (String column : missing) {
      problems.add(file.name(), 1, column, "column-missing", String.join(", ", file.header()));
    }
    if (!missing.isEmpty()) {
      return;
    }
    CellReader cells = new CellReader(file, problems);
    for (int index = 0; index < file.rowCount(); index++) {
      cells.moveTo(index);
      body.read(file, cells);
    }
  }

  private void report(CsvFile file, CellReader cells) {
    String id = filled(cells, "report");
    if (!id.isEmpty()) {
      if (!REPORT.matcher(id).matches()) {
        cells.problem("report", "report-id-expected");
      }
      Integer before = reportLines.putIfAbsent(id, cells.line());
      if (before != null) {
        cells.problem("report", "row-twice", Integer.toString(before));
      }
    }
    Design design = said(cells.choice("design", DESIGNS));
    reports.add(
        new ExtractedReport(
            id,
            cells.text("citation"),
            said(cells.word("study")),
            said(cells.word("cohort")),
            design,
            facts(cells, design),
            cells.line()));
  }

  private CohortFacts facts(CellReader cells, @Nullable Design design) {
    Integer patients = said(whole(cells, "patients", MOST));
    Integer responders = said(whole(cells, "responders", MOST));
    if (patients != null && responders != null && responders > patients) {
      cells.problem("responders", "number-at-most", Integer.toString(patients));
      responders = null;
    }
    return new CohortFacts(
        list(cells, "registrations", Function.identity()),
        list(cells, "drugs", ExtractionReader::substance),
        said(cells.word("daily_dose")),
        said(whole(cells, "months", MOST_MONTHS)),
        design == null ? null : design.code(),
        said(cells.word("centre")),
        period(cells),
        patients,
        responders);
  }

  /// The name that the vocabulary has for a drug; a drug that it does not know stays as typed.
  private static String substance(String drug) {
    return Vocabulary.drugs().find(drug).map(Vocabulary.Term::code).orElse(drug);
  }

  private static @Nullable Period period(CellReader cells) {
    Moment from = said(cells.moment("included_from"));
    Moment to = said(cells.moment("included_to"));
    if (from == null || to == null) {
      return null;
    }
    if (from.earliest() > to.latest()) {
      cells.problem("included_to", "stop-before-start", from.toString());
      return null;
    }
    return new Period(LocalDate.ofEpochDay(from.earliest()), LocalDate.ofEpochDay(to.latest()));
  }

  private void patient(CsvFile file, CellReader cells) {
    if (!cells.text("cohort").toLowerCase(Locale.ROOT).equals("literature")) {
      cells.problem("cohort", "one-of-expected", "literature");
    }
    String report = cells.text("report");
    if (!report.isEmpty()) {
      known(cells, report);
      patientReports.put(cells.text("id"), report);
    }
  }

  private void result(CsvFile file, CellReader cells) {
    String id = filled(cells, "id");
    unique(cells, id);
    String report = filled(cells, "report");
    known(cells, report);
    Value<Integer> events = whole(cells, "events", MOST);
    Value<Integer> total = whole(cells, "total", MOST);
    if (events instanceof Value.Known<Integer>(Integer some)
        && total instanceof Value.Known<Integer>(Integer all)
        && some > all) {
      cells.problem("events", "number-at-most", all.toString());
    }
    Value<BigDecimal> low = cells.number("low", null, null);
    Value<BigDecimal> high = cells.number("high", null, null);
    if (low instanceof Value.Known<BigDecimal>(BigDecimal least)
        && high instanceof Value.Known<BigDecimal>(BigDecimal most)
        && least.compareTo(most) > 0) {
      cells.problem("low", "number-at-most", most.toPlainString());
    }
    results.add(
        new AggregateResult(
            id,
            report,
            filled(cells, "outcome"),
            cells.text("definition"),
            cells.text("group"),
            events,
            total,
            cells.number("mean", null, null),
            cells.number("sd", BigDecimal.ZERO, null),
            cells.number("estimate", null, null),
            low,
            high,
            cells.word("unit"),
            cells.number("months", BigDecimal.ZERO, MOST_MONTHS),
            cells.text("printed"),
            cells.line()));
  }

  /// An id stands once in the whole extraction, the study's tables included.
  private void unique(CellReader cells, String id) {
    if (id.isEmpty()) {
      return;
    }
    Integer before = resultLines.putIfAbsent(id, cells.line());
    if (before != null) {
      cells.problem("id", "row-twice", Integer.toString(before));
      return;
    }
    for (String table : tables.names()) {
      if (!ExtractionTables.OWN.containsKey(table) && tables.hasRow(table, id)) {
        cells.problem(
            "id",
            "id-twice",
            tables.file(table).orElseThrow().name(),
            Integer.toString(tables.line(table, id)));
      }
    }
  }

  private void place(CsvFile file, CellReader cells) {
    String table = filled(cells, "table");
    String row = filled(cells, "row");
    String column = cells.text("column");
    String report = filled(cells, "report");
    known(cells, report);
    boolean unread =
        table.equals(ExtractionTables.REPORTS)
            ? tables.file(table).isEmpty()
            : !studyRead && !ExtractionTables.OWN.containsKey(table);
    if (!table.isEmpty() && !unread) {
      Optional<CsvFile> target =
          ExtractionTables.hasPlaces(table) ? tables.file(table) : Optional.empty();
      if (target.isEmpty()) {
        cells.problem("table", "place-table", String.join(", ", placed()));
      } else if (!row.isEmpty() && !tables.hasRow(table, row)) {
        cells.problem("row", "place-row", table);
      } else if (!column.isEmpty() && target.get().column(column) < 0) {
        cells.problem("column", "place-column", table, String.join(", ", target.get().header()));
      }
    }
    places.add(
        new Place(
            table, row, column, report, cells.text("place"), cells.text("quote"), cells.line()));
  }

  /// The tables whose cells have places.
  private List<String> placed() {
    return tables.names().stream().filter(ExtractionTables::hasPlaces).toList();
  }

  private void appraisal(CsvFile file, CellReader cells) {
    String report = filled(cells, "report");
    known(cells, report);
    Optional<Checklist> checklist = word(cells, "checklist", CHECKLISTS);
    Optional<Appraisal.Answer> answer =
        cells.text("answer").isEmpty() ? Optional.empty() : word(cells, "answer", ANSWERS);
    if (checklist.isEmpty()) {
      return;
    }
    Value<Integer> item =
        whole(cells, "item", BigDecimal.valueOf(checklist.get().content().items().size()));
    if (!(item instanceof Value.Known<Integer>(Integer number)) || number == 0) {
      cells.problem("item", "value-expected");
      return;
    }
    String key = report + " " + checklist.get().code() + " " + number;
    Integer before = answerLines.putIfAbsent(key, cells.line());
    if (before != null) {
      cells.problem("item", "row-twice", Integer.toString(before));
    } else if (answer.isPresent()) {
      appraisals.add(
          new Appraisal(
              report, checklist.get(), number, answer.get(), cells.text("comment"), cells.line()));
    }
  }

  /// A word that must be one of some; a word for absence is none.
  private static <T> Optional<T> word(CellReader cells, String column, Map<String, T> words) {
    T found = words.get(cells.text(column).toLowerCase(Locale.ROOT));
    if (found == null) {
      cells.problem(column, "one-of-expected", String.join(", ", words.keySet()));
    }
    return Optional.ofNullable(found);
  }

  private static String filled(CellReader cells, String column) {
    String text = cells.text(column);
    if (text.isEmpty()) {
      cells.problem(column, "value-expected");
    }
    return text;
  }

  /// Says so where a report is named that its table does not have; where that could not be read,
  /// nothing.
  private void known(CellReader cells, String report) {
    if (!report.isEmpty()
        && tables.file(ExtractionTables.REPORTS).isPresent()
        && !tables.hasRow(ExtractionTables.REPORTS, report)) {
      cells.problem("report", "report-unknown", shown(tables.keys(ExtractionTables.REPORTS)));
    }
  }

  private static String shown(List<String> reports) {
    return reports.size() <= 5
        ? String.join(", ", reports)
        : String.join(", ", reports.subList(0, 5)) + ", …";
  }

  private static Value<Integer> whole(CellReader cells, String column, BigDecimal most) {
    Value<BigDecimal> number = cells.number(column, BigDecimal.ZERO, most);
    boolean whole =
        number instanceof Value.Known<BigDecimal>(BigDecimal known)
            && known.stripTrailingZeros().scale() <= 0;
    if (!whole && !number.isAbsent()) {
      cells.problem(column, "whole-number-between", "0", most.toPlainString());
    }
    return number instanceof Value.Absent<BigDecimal>(var reason)
        ? Value.absent(reason)
        : number.map(BigDecimal::intValue);
  }

  private static <T> @Nullable T said(Value<T> value) {
    return value instanceof Value.Known<T>(T known) ? known : null;
  }

  private static Set<String> list(
      CellReader cells, String column, Function<String, String> reading) {
    return Arrays.stream(cells.text(column).split(";", -1))
        .map(String::strip)
        .filter(entry -> CellReader.absence(entry) == null)
        .map(reading)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
