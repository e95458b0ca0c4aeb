package org.myocohort.evidence.review;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.duplicate.GatheredRecords;
import org.myocohort.evidence.duplicate.IdentifiedRecord;
import org.myocohort.evidence.flow.SourceKind;
import org.myocohort.evidence.format.Relay;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.exchange.csv.BadInputException;

/// Exports on their way into a review, each read once: while it is read its records are registered,
/// made ready for the comparison, and added to the index, on threads of their own.
///
/// What is kept in memory of a record is a line of the register and what is compared of it, not its
/// abstract. An index that cannot be written stops nothing: the next search makes it.
public final class ReviewIntake implements Closeable {
  private final ReviewFolder folder;
  private final ComparedRecords.Progress earlier;
  private final Taker taker = new Taker();
  private final @Nullable GatheredRecords gathered;
  private final @Nullable Relay<IdentifiedRecord> comparing;
  private int gatheredImports;
  private @Nullable IOException unread;
  private boolean indexAsked;
  private @Nullable IndexWork index;

  private ReviewIntake(ReviewFolder folder, boolean compares, ComparedRecords.Progress earlier) {
    this.folder = folder;
    this.earlier = earlier;
    if (compares) {
      GatheredRecords records = new GatheredRecords();
      gathered = records;
      comparing =
          new Relay<>("record-compare", record -> records.add(record.id(), record.record()));
    } else {
      gathered = null;
      comparing = null;
    }
  }

  /// Begins to take in exports.
  ///
  /// @param compares whether [#compare] will be asked for; then earlier exports are read too
  /// @param earlier is told how many records of earlier exports were read
  public static ReviewIntake of(
      ReviewFolder folder, boolean compares, ComparedRecords.Progress earlier) {
    return new ReviewIntake(folder, compares, earlier);
  }

  /// Takes in an export, as [ReviewFolder#add] does.
  public ImportResult add(
      Path export, SourceKind kind, @Nullable String name, String by, Instant time)
      throws IOException, BadInputException {
    return folder.add(export, kind, name, by, time, taker);
  }

  /// Makes searchable what was taken in.
  ///
  /// @return whether it is; what is not, the next search takes up
  public boolean index() {
    inIndex(IndexWork::commit);
    boolean whole = index != null || !indexAsked;
    closeIndex();
    return whole;
  }

  /// Compares all records, lays over what people decided, and keeps which are copies.
  ///
  /// @throws IllegalStateException if the intake was begun without comparison
  /// @throws IOException also if an earlier export could not be read
  public ComparedRecords.Copies compare(ComparedRecords.Progress progress)
      throws IOException, BadInputException {
    GatheredRecords records = gathered;
    Relay<IdentifiedRecord> relay = comparing;
    if (records == null || relay == null) {
      throw new IllegalStateException("begun without comparison");
    }
    if (unread == null) {
      catchUp(folder.read());
    }
    if (unread != null) {
      throw unread;
    }
    relay.settle();
    return folder.keepCopies(records.compare(progress));
  }

  /// What waits for the comparison is read: exports taken in before, by whomever.
  private void catchUp(Review review) {
    Relay<IdentifiedRecord> relay = comparing;
    if (relay == null || unread != null) {
      return;
    }
    Map<Integer, Integer> counts = IndexNotes.counts(review);
    List<ImportEntry> missing =
        review.imports().stream().filter(entry -> entry.number() > gatheredImports).toList();
    int total = missing.stream().mapToInt(entry -> counts.getOrDefault(entry.number(), 0)).sum();
    Counted counted = new Counted(earlier, total);
    try {
      for (ImportEntry entry : missing) {
        IndexedImport made = missingInIndex(entry, counts);
        ReviewRecords.read(
            folder,
            review,
            entry,
            (id, record) -> {
              relay.give(new IdentifiedRecord(id, record));
              if (made != null) {
                inIndex(work -> work.add(id, record));
              }
              counted.add(1);
            });
        if (made != null) {
          inIndex(work -> work.keep(entry.number(), made, Set.of()));
        }
        gatheredImports = entry.number();
      }
    } catch (IOException failure) {
      // It must not keep a new export from being taken in.
      unread = failure;
    }
  }

  /// What is to be noted of an earlier import that the index lacks; null where it has it.
  private @Nullable IndexedImport missingInIndex(ImportEntry entry, Map<Integer, Integer> counts)
      throws IOException {
    IndexWork work = index;
    if (work == null || work.notes().hold(entry, folder, counts)) {
      return null;
    }
    inIndex(each -> each.begin(entry.number()));
    return IndexedImport.of(folder.export(entry), counts.getOrDefault(entry.number(), 0));
  }

  /// Something done with the index.
  @FunctionalInterface
  private interface InIndex {
    void with(IndexWork work) throws IndexWork.Unusable;
  }

  private void inIndex(InIndex action) {
    IndexWork work = index;
    if (work != null) {
      try {
        action.with(work);
      } catch (IndexWork.Unusable _) {
        closeIndex();
      }
    }
  }

  /// What was not committed is given up; what goes wrong with that is of no account any more.
  private void closeIndex() {
    IndexWork work = index;
    index = null;
    if (work != null) {
      try {
        work.close();
      } catch (IOException | RuntimeException _) {
        // The next search looks at what is there.
      }
    }
  }

  /// Gives the records of a new export to the comparison and the index.
  private final class Taker implements RecordTaker {
    @Override
    public void begin(Review review, int number) {
      if (!indexAsked) {
        indexAsked = true;
        try {
          index = IndexWork.open(folder.path());
        } catch (IndexWork.Unusable _) {
          // Another process adds to it, or the disk is full: see the class.
        }
      }
      catchUp(review);
      inIndex(work -> work.begin(number));
    }

    @Override
    public void accept(String id, BibliographicRecord record) throws IOException {
      if (comparing != null) {
        comparing.give(new IdentifiedRecord(id, record));
      }
      inIndex(work -> work.add(id, record));
    }

    @Override
    public void settle() {
      inIndex(IndexWork::writeOut);
    }

    @Override
    public void end(ImportEntry entry, Set<String> left) throws IOException {
      leaveOut(left::contains);
      gatheredImports = entry.number();
      if (index != null) {
        IndexedImport made = IndexedImport.of(folder.export(entry), entry.sha256(), entry.added());
        inIndex(work -> work.keep(entry.number(), made, left));
      }
    }

    @Override
    public void forget(int number) throws IOException {
      leaveOut(id -> id.startsWith(number + "-"));
      inIndex(work -> work.forget(number));
    }

    private void leaveOut(Predicate<String> out) throws IOException {
      if (gathered != null && comparing != null) {
        comparing.settle();
        gathered.leaveOut(out);
      }
    }
  }

  /// Ends the threads; what was not made searchable is given up.
  @Override
  public void close() throws IOException {
    closeIndex();
    if (comparing != null) {
      comparing.close();
    }
  }
}
