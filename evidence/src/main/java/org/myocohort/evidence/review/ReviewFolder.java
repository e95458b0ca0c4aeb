package org.myocohort.evidence.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.duplicate.Duplicates;
import org.myocohort.evidence.extraction.SharedFolder;
import org.myocohort.evidence.flow.SourceKind;
import org.myocohort.evidence.screening.ScreeningEvent;
import org.myocohort.evidence.search.SearchRun;
import org.myocohort.evidence.search.SearchRuns;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.FileStamp;

/// A review folder: read as a whole, added to line by line.
///
/// Several people may use one folder at the same time, from commands and in the browser: additions
/// are made under a lock of the folder, and what others added is seen by the next [#read].
public final class ReviewFolder implements SharedFolder {
  /// Name of the folder within for what can be made again from the rest: no copy needs it.
  public static final String CACHE = ".cache";

  private final Path folder;
  private final ReviewFiles files;
  private int readEdition;
  private @Nullable String readStamp;
  private @Nullable Review lastRead;

  private ReviewFolder(Path folder) {
    this.folder = folder;
    this.files = new ReviewFiles(folder);
  }

  /// Whether a folder holds a review.
  public static boolean isReview(Path folder) {
    return Files.isRegularFile(folder.resolve(ReviewSettingsFile.NAME));
  }

  /// The folder of a review that may not be there; [#read] will tell.
  public static ReviewFolder at(Path folder) {
    return new ReviewFolder(folder);
  }

  /// Begins a review with settings to be filled in by people.
  ///
  /// @param settings text of `review.yaml`
  /// @throws FileAlreadyExistsException if a review is there already
  /// @throws BadInputException if the settings cannot be read
  public static ReviewFolder begin(Path folder, String settings)
      throws IOException, BadInputException {
    ReviewSettingsFile.read(ReviewSettingsFile.NAME, settings);
    Path file = folder.resolve(ReviewSettingsFile.NAME);
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Files.createDirectories(folder);
    AtomicFile.write(file, settings.getBytes(StandardCharsets.UTF_8));
    return new ReviewFolder(folder);
  }

  @Override
  public Path path() {
    return folder;
  }

  /// The file of the settings, which people write.
  public Path settingsFile() {
    return folder.resolve(ReviewSettingsFile.NAME);
  }

  /// Puts new settings in the place of the old ones.
  ///
  /// @param settings text of `review.yaml`
  /// @throws BadInputException if they cannot be read; the old ones stand then
  public synchronized void keepSettings(String settings) throws IOException, BadInputException {
    ReviewSettingsFile.read(ReviewSettingsFile.NAME, settings);
    try (FolderLock _ = lock()) {
      AtomicFile.write(settingsFile(), settings.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// The export that an import was made from, byte for byte.
  public Path export(ImportEntry entry) {
    return folder.resolve(ReviewFiles.EXPORTS).resolve(entry.file());
  }

  /// The review as its files tell it now; files that did not change are not read again.
  ///
  /// @throws IOException if a file cannot be opened
  /// @throws BadInputException with everything that is wrong in any of the files
  public synchronized Review read() throws IOException, BadInputException {
    ReviewFiles.Base base = files.readBase();
    String stamp = FileStamp.of(files.logs());
    Review review = lastRead;
    if (review == null || base.edition() != readEdition || !stamp.equals(readStamp)) {
      review = files.read(base);
      readEdition = base.edition();
      readStamp = stamp;
      lastRead = review;
    }
    return review;
  }

  /// Takes in an export alone, see [ReviewIntake]: keeps its bytes, gives its records ids. A record
  /// that an earlier export of the same source held, field for field, gets no second id; an export
  /// that was taken in before, byte for byte, changes nothing.
  ///
  /// @param export the file
  /// @param kind of its source
  /// @param name of its source; null to take the one that the records name
  /// @param by who imports
  /// @param time of the import
  /// @throws org.myocohort.evidence.format.NoRecordsException if it holds no record
  /// @throws IOException if it cannot be opened, or the folder cannot be written
  /// @throws BadInputException if the review's files are wrong, or no name is given or found
  public ImportResult add(
      Path export, SourceKind kind, @Nullable String name, String by, Instant time)
      throws IOException, BadInputException {
    return add(export, kind, name, by, time, RecordTaker.NONE);
  }

  /// The same, its records given to others as they are read.
  synchronized ImportResult add(
      Path export,
      SourceKind kind,
      @Nullable String name,
      String by,
      Instant time,
      RecordTaker taker)
      throws IOException, BadInputException {
    try (FolderLock _ = lock()) {
      return new ExportImport(folder, files, read()).add(export, kind, name, by, time, taker);
    }
  }

  /// The import that took in a file of the same bytes; empty where none did.
  ///
  /// @throws IOException if the file cannot be opened
  public Optional<ImportEntry> importOf(Path export) throws IOException, BadInputException {
    return new ExportImport(folder, files, read()).earlier(export);
  }

  /// Compares all records, lays over what people decided, and keeps which are copies.
  ///
  /// @param records of the review, all of them
  public Duplicates compare(ReviewRecords records, ComparedRecords.Progress progress)
      throws IOException, BadInputException {
    return keep(ComparedRecords.of(records.all(), progress));
  }

  /// Lays what people decided over a comparison made before, and keeps which are copies.
  public synchronized Duplicates keep(ComparedRecords compared)
      throws IOException, BadInputException {
    try (FolderLock _ = lock()) {
      Duplicates found = compared.decided(read().copyDecisions());
      files.writeCopies(found.clusters());
      return found;
    }
  }

  /// The same, for who does not ask why.
  public synchronized ComparedRecords.Copies keepCopies(ComparedRecords compared)
      throws IOException, BadInputException {
    try (FolderLock _ = lock()) {
      ComparedRecords.Copies found = compared.copies(read().copyDecisions());
      files.writeCopies(found.clusters());
      return found;
    }
  }

  /// Changes files of the folder that people write, such as extractions, while nobody else adds to
  /// the folder.
  @Override
  public <T> T locked(Change<T> change) throws IOException, BadInputException {
    try (FolderLock _ = lock()) {
      return change.make();
    }
  }

  /// Adds to the log of the person who acted.
  ///
  /// @throws WorkClosedException if it decides on a work on which all who were to decide have, and
  ///   the person is none of them
  /// @throws IllegalArgumentException if the event names a record that the review does not have,
  ///   undoes what does not stand, or its person cannot name a file
  public void add(ReviewEvent event) throws IOException, BadInputException {
    add(List.of(event));
  }

  /// Adds several events of one person, all or none.
  public synchronized void add(List<ReviewEvent> events) throws IOException, BadInputException {
    String by = events.getFirst().by();
    if (!ReviewFiles.PERSON.matcher(by).matches()) {
      throw new IllegalArgumentException("%s cannot name a log".formatted(by));
    }
    try (FolderLock _ = lock()) {
      Review review = read();
      for (ReviewEvent event : events) {
        check(event, by, review);
      }
      Files.createDirectories(folder.resolve(ReviewFiles.DECISIONS));
      files.decisions(by).append(events.stream().map(DecisionRows::cells).toList());
    }
  }

  private FolderLock lock() throws IOException {
    if (!isReview(folder)) {
      throw new NoSuchFileException(settingsFile().toString());
    }
    return FolderLock.of(folder);
  }

  private static void check(ReviewEvent event, String by, Review review) {
    if (!event.by().equals(by)) {
      throw new IllegalArgumentException("events of %s and %s".formatted(by, event.by()));
    }
    for (String record : ReviewFiles.recordsOf(event)) {
      if (!review.records().containsKey(record)) {
        throw new IllegalArgumentException("the review has no record " + record);
      }
    }
    if (event instanceof ReviewEvent.Screened(ScreeningEvent screened)) {
      ScreeningEvent ofWork = review.ofWork(screened);
      if (ofWork instanceof ScreeningEvent.Decided
          && !review.board(ofWork.stage()).takes(by, ofWork.record())) {
        throw new WorkClosedException(ofWork.record(), by);
      }
      review.screening().with(ofWork);
    }
  }

  /// Keeps a search as it was run; one that is kept already is not kept twice.
  ///
  /// @return whether it was added, and its number
  public synchronized SearchRuns.Kept keepSearch(SearchRun run)
      throws IOException, BadInputException {
    try (FolderLock _ = lock()) {
      List<SearchRun> kept = read().searches();
      int known = kept.indexOf(run);
      if (known >= 0) {
        return new SearchRuns.Kept(false, known + 1);
      }
      SearchRuns.append(folder, run);
      return new SearchRuns.Kept(true, kept.size() + 1);
    }
  }

  /// Whether a name can be that of a person's log: lower-case letters, digits, `.`, `_`, `-`.
  public static boolean isPerson(String name) {
    return ReviewFiles.PERSON.matcher(name).matches();
  }
}
