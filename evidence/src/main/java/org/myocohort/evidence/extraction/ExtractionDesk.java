package org.myocohort.evidence.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.myocohort.evidence.extraction.ExtractionTemplate.ReportLine;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problem;

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

  /// Where an extraction of a review stands, or would.
  ///
  /// @param by whose, or [#AGREED]
  public static Path folder(Path review, String by) {
    return review.resolve(FOLDER).resolve(by);
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
    alone(() -> {
      Path own = folder.resolve(by);
      if (!Files.exists(own)) {
        ExtractionTemplate.write(own, title, included);
      }
      Working working = Working.on(own);
      if (working.there().extraction().report(report.id()).isEmpty()) {
        working
            .edit()
            .save(
                new RowEntry(
                    ExtractionTables.REPORTS,
                    report.id(),
                    report.id(),
                    Map.of("report", report.id(), "citation", report.citation()),
                    Map.of(),
                    Map.of()));
        working.check();
        working.write();
      }
    });
  }

  /// A change that answers nothing.
  @FunctionalInterface
  private interface Act {
    void run() throws IOException, BadInputException;
  }

  private void alone(Act act) throws IOException, BadInputException {
    review.locked(() -> {
      act.run();
      return true;
    });
  }

  /// Puts what was typed into a person's extraction, all or nothing.
  public SaveResult save(String by, List<RowEntry> entries) throws IOException, BadInputException {
    return review.locked(() -> {
      Working working = Working.on(folder.resolve(by));
      ExtractionEdit edit = working.edit();
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
        working.check();
      } catch (BadInputException wrong) {
        RowEntry last = entries.getLast();
        return wrong(wrong, last, edit.line(last.table(), rows.getLast()));
      }
      working.write();
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
      Working working = Working.on(folder.resolve(by));
      if (!ExtractionTables.hasPlaces(table) || !working.there().tables().hasRow(table, row)) {
        return Optional.empty();
      }
      RemovedRows removed = working.edit().remove(table, row);
      working.check();
      working.write();
      return Optional.of(removed);
    });
  }

  /// Puts removed rows back.
  ///
  /// @throws BadInputException if something else stands in their place by now
  public void restore(String by, RemovedRows removed) throws IOException, BadInputException {
    alone(() -> {
      Working working = Working.on(folder.resolve(by));
      working.edit().restore(removed);
      working.check();
      working.write();
    });
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
    Path own = ownDifferences(first, second);
    Path any = folder.resolve("differences.csv");
    return !Files.exists(own) && Files.exists(any) ? any : own;
  }

  private Path ownDifferences(String first, String second) {
    return folder.resolve("differences-" + first + "-" + second + ".csv");
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
      DifferencesFile.write(ownDifferences(first, second), compared.get().comparison(), decisions);
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
    alone(() -> {
      ExtractionFolder one = ExtractionFolder.read(folder.resolve(first));
      ExtractionFolder other = ExtractionFolder.read(folder.resolve(second));
      Path decided = ownDifferences(first, second);
      if (!Files.exists(decided)) {
        ExtractionComparison comparison = ExtractionComparison.of(one, other);
        DifferencesFile.write(
            decided, comparison, DifferencesFile.read(differences(first, second), comparison));
      }
      AgreedExtraction.write(one, other, decided, folder.resolve(AGREED), replace);
    });
  }

  /// The pasted texts.
  public ReportTexts texts() {
    return new ReportTexts(review, folder.resolve(ExtractionCheck.TEXTS));
  }
}
