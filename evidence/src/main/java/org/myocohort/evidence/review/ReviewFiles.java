package org.myocohort.evidence.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.flow.SourceKind;
import org.myocohort.evidence.search.SearchRun;
import org.myocohort.evidence.search.SearchRuns;
import org.myocohort.exchange.csv.AppendedTable;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.FileStamp;
import org.myocohort.exchange.csv.Problems;

/// The files of a review folder, read and checked against each other.
final class ReviewFiles {
  static final String EXPORTS = "exports";
  static final String DECISIONS = "decisions";
  private static final String SETTINGS = ReviewSettingsFile.NAME;
  private static final String SEARCHES = SearchRuns.FILE;
  private static final String IMPORTS = "imports.csv";
  private static final String RECORDS = "records.csv";
  private static final String COPIES = "duplicates.csv";

  private static final List<String> COPIES_HEADER = List.of("work", "record");

  /// Who decides, as the name of a file.
  static final Pattern PERSON = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  private static final List<String> IMPORTS_HEADER =
      List.of(
          "import", "version", "file", "sha256", "source", "name", "records", "again", "before",
          "time", "by");
  private static final List<String> RECORDS_HEADER =
      List.of(
          "id",
          "import",
          "number",
          "line",
          "fingerprint",
          "title",
          "first_author",
          "year",
          "doi",
          "pmid");
  private final Path folder;
  private final Kept<ReviewSettings> settings = new Kept<>();
  private final Kept<List<SearchRun>> searches = new Kept<>();
  private final Kept<List<ImportEntry>> imports = new Kept<>();
  private final Kept<SequencedMap<String, RecordEntry>> records = new Kept<>();
  private final Kept<Map<String, String>> copies = new Kept<>();
  private int edition;

  ReviewFiles(Path folder) {
    this.folder = folder;
  }

  private AppendedTable imports() {
    return new AppendedTable(folder.resolve(IMPORTS), IMPORTS, IMPORTS_HEADER);
  }

  private AppendedTable records() {
    return new AppendedTable(folder.resolve(RECORDS), RECORDS, RECORDS_HEADER);
  }

  AppendedTable decisions(String person) {
    String file = person + ".csv";
    return new AppendedTable(
        folder.resolve(DECISIONS).resolve(file), DECISIONS + "/" + file, DecisionRows.HEADER);
  }

  /// The logs that are there.
  List<Path> logs() throws IOException {
    return people().stream()
        .map(person -> folder.resolve(DECISIONS).resolve(person + ".csv"))
        .toList();
  }

  /// Whose logs are there, in alphabetical order.
  private List<String> people() throws IOException {
    Path decisions = folder.resolve(DECISIONS);
    if (!Files.isDirectory(decisions)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(decisions)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".csv"))
          .map(name -> name.substring(0, name.length() - ".csv".length()))
          .sorted()
          .toList();
    }
  }

  /// What is not a log: settings, searches, and which records and copies there are. It changes
  /// seldom, and may be large.
  ///
  /// @param edition another number for whatever was read anew
  record Base(
      ReviewSettings settings,
      List<SearchRun> searches,
      List<ImportEntry> imports,
      SequencedMap<String, RecordEntry> records,
      Map<String, String> copies,
      int edition) {}

  /// What was read of files, until they change.
  private final class Kept<T> {
    private @Nullable String stamp;
    private @Nullable T value;

    T of(String now, Reading<T> reading) throws IOException, BadInputException {
      T known = value;
      if (known == null || !now.equals(stamp)) {
        known = reading.read();
        keep(now, known);
      }
      return known;
    }

    void keep(String now, T read) {
      stamp = now;
      value = read;
      edition++;
    }
  }

  /// Reads what is not a log; files that did not change since the last time are not read again.
  ///
  /// @throws IOException if a file cannot be opened
  /// @throws BadInputException with everything that is wrong in any of the files, the logs included
  Base readBase() throws IOException, BadInputException {
    Problems problems = new Problems();
    Optional<ReviewSettings> settled =
        read(problems, () -> settings.of(stamp(SETTINGS), () -> ReviewSettingsFile.read(folder)));
    Optional<List<SearchRun>> searched =
        read(problems, () -> searches.of(stamp(SEARCHES), () -> SearchRuns.read(folder)));
    Optional<List<ImportEntry>> imported =
        read(problems, () -> imports.of(stamp(IMPORTS), this::readImports));
    if (imported.isEmpty()) {
      // For what is wrong with them: without their imports they are not what the review holds.
      read(problems, () -> readRecords(List.of()));
      problems.throwIfAny();
    }
    List<ImportEntry> all = imported.orElseThrow();
    Optional<SequencedMap<String, RecordEntry>> registered =
        read(problems, () -> records.of(stamp(IMPORTS, RECORDS), () -> readRecords(all)));
    problems.throwIfAny();
    SequencedMap<String, RecordEntry> held = registered.orElseThrow();
    Optional<Map<String, String>> merged =
        read(problems, () -> copies.of(stamp(IMPORTS, RECORDS, COPIES), () -> readCopies(held)));
    if (merged.isEmpty()) {
      read(problems, () -> readLogs(held));
    }
    problems.throwIfAny();
    return new Base(
        settled.orElseThrow(), searched.orElseThrow(), all, held, merged.orElseThrow(), edition);
  }

  private String stamp(String... names) throws IOException {
    return FileStamp.of(Stream.of(names).map(folder::resolve).toList());
  }

  /// Adds an import and its records to what is there.
  void append(ImportEntry entry, List<RecordEntry> added) throws IOException, BadInputException {
    Base before = readBase();
    dropUnfinished(entry.number());
    records().append(added.stream().map(ReviewFiles::cells).toList());
    imports().append(List.of(cells(entry)));
    // What was written need not be read.
    List<ImportEntry> allImports = new ArrayList<>(before.imports());
    allImports.add(entry);
    imports.keep(stamp(IMPORTS), allImports);
    SequencedMap<String, RecordEntry> allRecords = new LinkedHashMap<>(before.records());
    added.forEach(each -> allRecords.put(each.id(), each));
    records.keep(stamp(IMPORTS, RECORDS), allRecords);
  }

  /// Reads the logs of people.
  ///
  /// @throws IOException if a file cannot be opened
  /// @throws BadInputException with everything that is wrong in any of the logs
  Review read(Base base) throws IOException, BadInputException {
    return new Review(
        base.settings(),
        base.searches(),
        base.imports(),
        base.records(),
        base.copies(),
        readLogs(base.records()));
  }

  /// What everybody did, in its order in time.
  private List<ReviewEvent> readLogs(Map<String, RecordEntry> records)
      throws IOException, BadInputException {
    Problems problems = new Problems();
    List<ReviewEvent> events = new ArrayList<>();
    for (String person : people()) {
      read(problems, () -> events.addAll(readDecisions(person, records)));
    }
    problems.throwIfAny();
    events.sort(Comparator.comparing(ReviewEvent::time).thenComparing(ReviewEvent::by));
    return events;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException, BadInputException;
  }

  private static <T> Optional<T> read(Problems problems, Reading<T> reading) throws IOException {
    try {
      return Optional.of(reading.read());
    } catch (BadInputException wrong) {
      problems.addAll(wrong);
      return Optional.empty();
    }
  }

  private List<ImportEntry> readImports() throws IOException, BadInputException {
    Problems problems = new Problems();
    List<ImportEntry> entries = new ArrayList<>();
    Cells cells = new Cells(imports().read(), problems);
    for (int at = 0; at < cells.rows(); at++) {
      cells.moveTo(at);
      int number = cells.number("import", 1);
      if (number != at + 1) {
        cells.wrong(
            "import", "whole-number-between", Integer.toString(at + 1), Integer.toString(at + 1));
      }
      Optional<SourceKind> source = SourceKind.of(cells.text("source"));
      if (source.isEmpty()) {
        cells.wrong(
            "source",
            "one-of-expected",
            Arrays.stream(SourceKind.values())
                .map(SourceKind::code)
                .sorted()
                .collect(Collectors.joining(", ")));
      }
      String file = cells.text("file");
      if (file.contains("/")
          || file.contains("\\")
          || !Files.isRegularFile(folder.resolve(EXPORTS).resolve(file))) {
        cells.wrong("file", "export-expected");
      }
      entries.add(
          new ImportEntry(
              number,
              cells.number("version", 1),
              file,
              cells.text("sha256"),
              source.orElse(SourceKind.OTHER),
              cells.text("name"),
              cells.number("records", 0),
              cells.number("again", 0),
              cells.number("before", 0),
              cells.time("time"),
              cells.text("by")));
    }
    problems.throwIfAny();
    return entries;
  }

  /// Rows of an import that was not finished are passed over: it was never acknowledged.
  private SequencedMap<String, RecordEntry> readRecords(List<ImportEntry> imports)
      throws IOException, BadInputException {
    Problems problems = new Problems();
    SequencedMap<String, RecordEntry> entries = new LinkedHashMap<>();
    Cells cells = new Cells(records().read(), problems);
    for (int at = 0; at < cells.rows(); at++) {
      cells.moveTo(at);
      int number = cells.number("import", 1);
      if (number > imports.size()) {
        continue;
      }
      RecordEntry entry =
          new RecordEntry(
              cells.text("id"),
              number,
              cells.number("number", 1),
              cells.number("line", 0),
              cells.text("fingerprint"),
              cells.text("title"),
              cells.text("first_author"),
              cells.text("year"),
              cells.text("doi"),
              cells.text("pmid"));
      if (entries.put(entry.id(), entry) != null) {
        cells.wrong("id", "record-twice");
      }
    }
    problems.throwIfAny();
    return entries;
  }

  /// Takes away the rows of an import that was not finished, which were never acknowledged.
  ///
  /// @param number of the import, the next one to be made
  private void dropUnfinished(int number) throws IOException, BadInputException {
    CsvFile table = records().read();
    CsvFile.Row row = table.cursor();
    int column = table.column("import");
    String unfinished = Integer.toString(number);
    for (int at = 0; at < table.rowCount(); at++) {
      row.moveTo(at);
      if (row.text(column).equals(unfinished)) {
        records().keepFirst(at);
        return;
      }
    }
  }

  private Map<String, String> readCopies(Map<String, RecordEntry> records)
      throws IOException, BadInputException {
    Problems problems = new Problems();
    Map<String, String> works = new HashMap<>();
    Cells cells =
        new Cells(
            new AppendedTable(folder.resolve(COPIES), COPIES, COPIES_HEADER).read(), problems);
    for (int at = 0; at < cells.rows(); at++) {
      cells.moveTo(at);
      String work = cells.text("work");
      String record = cells.text("record");
      if (!records.containsKey(work)) {
        cells.wrong("work", "record-unknown");
      }
      if (!records.containsKey(record)) {
        cells.wrong("record", "record-unknown");
      }
      if (works.put(record, work) != null) {
        cells.wrong("record", "record-twice");
      }
    }
    problems.throwIfAny();
    return works;
  }

  /// Keeps which records are copies.
  void writeCopies(List<List<String>> clusters) throws IOException {
    StringBuilder rows = new StringBuilder(String.join(",", COPIES_HEADER)).append('\n');
    for (List<String> cluster : clusters) {
      for (String copy : cluster.subList(1, cluster.size())) {
        rows.append(cluster.getFirst()).append(',').append(copy).append('\n');
      }
    }
    AtomicFile.write(folder.resolve(COPIES), rows.toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<ReviewEvent> readDecisions(String person, Map<String, RecordEntry> records)
      throws IOException, BadInputException {
    Problems problems = new Problems();
    List<ReviewEvent> events = new ArrayList<>();
    String file = DECISIONS + "/" + person + ".csv";
    if (!PERSON.matcher(person).matches()) {
      problems.add(file, 0, "", "person-expected", person);
    }
    problems.throwIfAny();
    DecisionRows.Reader rows = new DecisionRows.Reader(person, decisions(person).read(), problems);
    for (int at = 0; at < rows.rows(); at++) {
      Optional<ReviewEvent> event = rows.event(at);
      event.ifPresent(read -> {
        for (String record : recordsOf(read)) {
          if (!records.containsKey(record)) {
            problems.add(file, rows.line(), "records", "record-unknown", record);
          }
        }
        events.add(read);
      });
    }
    problems.throwIfAny();
    return events;
  }

  /// The records that an event names.
  static List<String> recordsOf(ReviewEvent event) {
    return switch (event) {
      case ReviewEvent.Screened screened -> List.of(screened.event().record());
      case ReviewEvent.Copies copies -> copies.decision().ids();
      case ReviewEvent.Sought sought -> List.of(sought.work());
      case ReviewEvent.StudyNamed named -> named.works();
      case ReviewEvent.Overlapped _, ReviewEvent.Looked _, ReviewEvent.Updated _ -> List.of();
    };
  }

  private static List<String> cells(ImportEntry entry) {
    return List.of(
        Integer.toString(entry.number()),
        Integer.toString(entry.version()),
        entry.file(),
        entry.sha256(),
        entry.source().code(),
        entry.name(),
        Integer.toString(entry.records()),
        Integer.toString(entry.again()),
        Integer.toString(entry.before()),
        entry.time().toString(),
        entry.by());
  }

  private static List<String> cells(RecordEntry entry) {
    return List.of(
        entry.id(),
        Integer.toString(entry.importNumber()),
        Integer.toString(entry.number()),
        Integer.toString(entry.line()),
        entry.fingerprint(),
        entry.title(),
        entry.firstAuthor(),
        entry.year(),
        entry.doi(),
        entry.pmid());
  }
}
