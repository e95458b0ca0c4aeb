package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.myocohort.evidence.extraction.ExtractionTemplate.ReportLine;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problem;
import org.myocohort.exchange.study.StudyFolder;

/// What is read out of the reports of a review, row by row: the folder `extraction`.
///
/// Every change is made under the lock of the review, against what stands in the files at that
/// moment, and is checked before anything is written.
public final class ExtractionDesk {
  /// The folder of a review that holds the extractions.
  public static final String FOLDER = "extraction";

  /// The extraction that two people agreed on.
  public static final String AGREED = "agreed";

  /// As the logs of people are named.
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  private static final Set<String> TAKEN = Set.of(AGREED, ExtractionCheck.TEXTS);

  private final SharedFolder review;
  private final Path folder;

  private ExtractionDesk(SharedFolder review) {
    this.review = review;
    this.folder = review.path().resolve(FOLDER);
  }

  /// The desk of a review.
  public static ExtractionDesk of(SharedFolder review) {
    return new ExtractionDesk(review);
  }

  /// Whether a name can be an extractor's: some folders hold something else.
  public static boolean isExtractor(String name) {
    return NAME.matcher(name).matches() && !TAKEN.contains(name);
  }

  /// The folder of all extractions.
  public Path folder() {
    return folder;
  }

  /// Who has begun to extract, in alphabetical order.
  public List<String> extractors() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .map(path -> String.valueOf(path.getFileName()))
          .filter(ExtractionDesk::isExtractor)
          .sorted()
          .toList();
    }
  }

  /// What one person wrote, or [#AGREED]; empty where there is nothing of this name.
  ///
  /// @throws BadInputException with everything that is wrong with the folder
  public Optional<ExtractionFolder> read(String by) throws IOException, BadInputException {
    boolean known = by.equals(AGREED) || isExtractor(by);
    return known && Files.isDirectory(folder.resolve(by))
        ? Optional.of(ExtractionFolder.read(folder.resolve(by)))
        : Optional.empty();
  }

  /// Sees to it that a person can write down what a report says: begins the folder with every
  /// report that the review includes, or adds the report to it.
  ///
  /// @param title of the review
  public void begin(String by, ReportLine report, String title, List<ReportLine> included)
      throws IOException, BadInputException {
    if (!isExtractor(by)) {
      throw new IllegalArgumentException(by + " cannot name the folder of an extractor");
    }
    review.locked(() -> {
      Path own = folder.resolve(by);
      if (!Files.exists(own)) {
        ExtractionTemplate.write(own, title, included);
      }
      ExtractionFolder there = ExtractionFolder.read(own);
      if (there.extraction().report(report.id()).isEmpty()) {
        ExtractionEdit edit = edit(own);
        edit.save(
            new RowEntry(
                ExtractionTables.REPORTS,
                report.id(),
                report.id(),
                Map.of("report", report.id(), "citation", report.citation()),
                Map.of(),
                Map.of()));
        ExtractionFolder.of(there, edit.files());
        write(own, edit);
      }
      return by;
    });
  }

  /// The tables of a folder, each called by its file's name.
  private static ExtractionEdit edit(Path own) throws IOException, BadInputException {
    SequencedMap<String, CsvFile> files = new LinkedHashMap<>();
    for (Map.Entry<String, Path> table : paths(own).entrySet()) {
      if (Files.exists(table.getValue())) {
        files.put(
            table.getKey(), CsvFile.read(table.getValue(), table.getValue().getFileName() + ""));
      }
    }
    return new ExtractionEdit(files);
  }

  private static SequencedMap<String, Path> paths(Path own) throws IOException, BadInputException {
    SequencedMap<String, Path> paths = new LinkedHashMap<>();
    StudyFolder.tables(own, own.getFileName() + "").paths().forEach(paths::put);
    ExtractionTables.OWN.keySet().forEach(table -> paths.put(table, own.resolve(table + ".csv")));
    return paths;
  }

  /// Puts what was typed into a person's extraction, all or nothing.
  public SaveResult save(String by, List<RowEntry> entries) throws IOException, BadInputException {
    return review.locked(() -> {
      Path own = folder.resolve(by);
      ExtractionFolder there = ExtractionFolder.read(own);
      ExtractionEdit edit = edit(own);
      List<String> rows = new ArrayList<>();
      for (RowEntry entry : entries) {
        Optional<SaveResult.Overtaken> overtaken = edit.overtaken(entry);
        if (overtaken.isPresent()) {
          return overtaken.get();
        }
        try {
          rows.add(edit.save(entry));
        } catch (BadInputException wrong) {
          return wrong(wrong, entry, 0);
        }
      }
      try {
        ExtractionFolder.of(there, edit.files());
      } catch (BadInputException wrong) {
        RowEntry last = entries.getLast();
        return wrong(wrong, last, edit.line(last.table(), rows.getLast()));
      }
      write(own, edit);
      return new SaveResult.Kept(rows);
    });
  }

  private static SaveResult wrong(BadInputException wrong, RowEntry entry, int line) {
    String file = entry.table() + ".csv";
    return new SaveResult.Wrong(
        wrong.problems().stream().map(problem -> fault(problem, file, line)).toList());
  }

  private static SaveResult.Fault fault(Problem problem, String file, int line) {
    boolean own = problem.file().equals(file) && (line == 0 || problem.line() == line);
    return new SaveResult.Fault(own ? problem.column() : "", problem);
  }

  /// Takes a row out of a person's extraction, with all that belongs to it.
  ///
  /// @return what was taken out; empty where there is no such row
  public Optional<RemovedRows> remove(String by, String table, String row)
      throws IOException, BadInputException {
    return review.locked(() -> {
      Path own = folder.resolve(by);
      ExtractionFolder there = ExtractionFolder.read(own);
      if (!ExtractionTables.hasPlaces(table) || !there.tables().hasRow(table, row)) {
        return Optional.empty();
      }
      ExtractionEdit edit = edit(own);
      RemovedRows removed = edit.remove(table, row);
      ExtractionFolder.of(there, edit.files());
      write(own, edit);
      return Optional.of(removed);
    });
  }

  /// Puts removed rows back.
  ///
  /// @throws BadInputException if something else stands in their place by now
  public void restore(String by, RemovedRows removed) throws IOException, BadInputException {
    review.locked(() -> {
      Path own = folder.resolve(by);
      ExtractionFolder there = ExtractionFolder.read(own);
      ExtractionEdit edit = edit(own);
      edit.restore(removed);
      ExtractionFolder.of(there, edit.files());
      write(own, edit);
      return by;
    });
  }

  /// Writes the changed tables. Where one cannot be written, those before it are put back, so that
  /// places never name a row that is not there.
  private static void write(Path own, ExtractionEdit edit) throws IOException, BadInputException {
    SequencedMap<String, Path> paths = paths(own);
    SequencedMap<Path, Optional<byte[]>> before = new LinkedHashMap<>();
    try {
      for (String table : edit.changed()) {
        Path path = paths.getOrDefault(table, own.resolve(table + ".csv"));
        before.put(
            path, Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty());
        Objects.requireNonNull(edit.files().get(table)).save(path);
      }
    } catch (IOException failure) {
      putBack(before, failure);
      throw failure;
    }
  }

  private static void putBack(SequencedMap<Path, Optional<byte[]>> before, IOException failure) {
    for (Map.Entry<Path, Optional<byte[]>> file : before.entrySet()) {
      try {
        if (file.getValue().isPresent()) {
          AtomicFile.write(file.getKey(), file.getValue().get());
        } else {
          Files.deleteIfExists(file.getKey());
        }
      } catch (IOException another) {
        failure.addSuppressed(another);
      }
    }
  }

  /// Two extractions compared, and what was agreed so far.
  ///
  /// @param decisions in the order of the differences
  public record Compared(
      ExtractionFolder first,
      ExtractionFolder second,
      ExtractionComparison comparison,
      SequencedMap<Difference, DifferencesFile.Decision> decisions) {
    /// How many differences nobody has decided.
    public int open() {
      return (int)
          decisions.values().stream().filter(decision -> decision.agreed().isEmpty()).count();
    }
  }

  /// The table of differences of two people; the one without their names, which people make with
  /// the command, where theirs is not there.
  private Path differences(String first, String second) {
    Path own = folder.resolve("differences-" + first + "-" + second + ".csv");
    Path any = folder.resolve("differences.csv");
    return !Files.exists(own) && Files.exists(any) ? any : own;
  }

  /// Compares what two people wrote; empty where one of them wrote nothing.
  public Optional<Compared> compare(String first, String second)
      throws IOException, BadInputException {
    Optional<ExtractionFolder> one = read(first);
    Optional<ExtractionFolder> other = read(second);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    ExtractionComparison comparison = ExtractionComparison.of(one.get(), other.get());
    return Optional.of(
        new Compared(
            one.get(),
            other.get(),
            comparison,
            DifferencesFile.read(differences(first, second), comparison)));
  }

  /// Keeps what was agreed on a difference.
  ///
  /// @param difference as the person saw it
  /// @param before what was agreed on it then; empty for nothing
  /// @return what is agreed on it now: another decision than the given one where somebody was
  ///   faster; empty where the two say something else by now
  public Optional<DifferencesFile.Decision> decide(
      String first,
      String second,
      Difference difference,
      String before,
      DifferencesFile.Decision decision)
      throws IOException, BadInputException {
    return review.locked(() -> {
      Optional<Compared> compared = compare(first, second);
      if (compared.isEmpty() || !compared.get().decisions().containsKey(difference)) {
        return Optional.empty();
      }
      SequencedMap<Difference, DifferencesFile.Decision> decisions = compared.get().decisions();
      DifferencesFile.Decision now =
          decisions.getOrDefault(difference, DifferencesFile.Decision.NONE);
      if (!now.agreed().equals(before) && !now.agreed().equals(decision.agreed())) {
        return Optional.of(now);
      }
      decisions.put(difference, decision);
      Path own = folder.resolve("differences-" + first + "-" + second + ".csv");
      DifferencesFile.write(own, compared.get().comparison(), decisions);
      return Optional.of(decision);
    });
  }

  /// Writes what two people agreed on.
  ///
  /// @param replace whether an agreed extraction that is there may be written over
  /// @throws java.nio.file.FileAlreadyExistsException if one is there that may not
  /// @throws BadInputException where differences are undecided, or what was decided cannot stand in
  ///   its cell
  public void agree(String first, String second, boolean replace)
      throws IOException, BadInputException {
    review.locked(() -> {
      ExtractionFolder one = ExtractionFolder.read(folder.resolve(first));
      ExtractionFolder other = ExtractionFolder.read(folder.resolve(second));
      Path decided = folder.resolve("differences-" + first + "-" + second + ".csv");
      if (!Files.exists(decided)) {
        ExtractionComparison comparison = ExtractionComparison.of(one, other);
        DifferencesFile.write(
            decided, comparison, DifferencesFile.read(differences(first, second), comparison));
      }
      AgreedExtraction.write(one, other, decided, folder.resolve(AGREED), replace);
      return first;
    });
  }

  /// The pasted texts.
  public ReportTexts texts() {
    return new ReportTexts(review, folder.resolve(ExtractionCheck.TEXTS));
  }
}
