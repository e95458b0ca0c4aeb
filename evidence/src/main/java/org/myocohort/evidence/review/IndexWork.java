package org.myocohort.evidence.review;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.search.index.KeptIndex;
import org.myocohort.evidence.search.index.RecordAdder;
import org.myocohort.evidence.search.index.RecordIndex;

/// Adds to the index of a review, import by import. Nothing counts before [#commit], then all of
/// it; who searches meanwhile finds what was there before.
final class IndexWork implements Closeable {
  private final RecordIndex index;
  private final RecordAdder adder;
  private final IndexNotes notes;

  private IndexWork(RecordIndex index, IndexNotes notes) {
    this.index = index;
    this.adder = index.adder();
    this.notes = notes;
  }

  /// What goes wrong with an index and not with what is indexed.
  static final class Unusable extends IOException {
    private static final long serialVersionUID = 1;

    Unusable(Exception cause) {
      super(cause);
    }
  }

  /// The folder of the index within the one for what can be made again.
  static Path place(Path folder) {
    return folder.resolve(ReviewFolder.CACHE).resolve("records");
  }

  /// The index of a review's folder; begun where there is none that this program can add to.
  ///
  /// @throws Unusable if the folder cannot be written, or another process is adding
  static IndexWork open(Path folder) throws Unusable {
    Path place = place(folder);
    try {
      CacheFolder.in(folder);
      Files.createDirectories(place);
      boolean whole;
      try (KeptIndex kept = KeptIndex.open(place).orElse(null)) {
        whole = kept != null;
      }
      RecordIndex index = whole ? RecordIndex.in(place) : RecordIndex.anew(place);
      IndexNotes notes = IndexNotes.of(index.notes());
      if (notes.imports().isEmpty()) {
        index.clear();
      }
      return new IndexWork(index, notes);
    } catch (IOException | RuntimeException failure) {
      throw new Unusable(failure);
    }
  }

  /// An index of its own that is gone when it is closed.
  static IndexWork inMemory(RecordIndex index) {
    return new IndexWork(index, IndexNotes.of(Map.of()));
  }

  IndexNotes notes() {
    return notes;
  }

  /// Adds what of a review is not there as it is now, and takes out what is no longer.
  void bringUpToDate(ReviewFolder folder, Review review, ComparedRecords.Progress progress)
      throws IOException {
    Map<Integer, Integer> counts = IndexNotes.counts(review);
    for (int number : Set.copyOf(notes.imports().keySet())) {
      if (number > review.imports().size()) {
        forget(number);
      }
    }
    Counted counted = new Counted(progress, review.records().size());
    for (ImportEntry entry : review.imports()) {
      int records = counts.getOrDefault(entry.number(), 0);
      if (notes.hold(entry, folder, counts)) {
        counted.add(records);
        continue;
      }
      begin(entry.number());
      IndexedImport made = IndexedImport.of(folder.export(entry), records);
      ReviewRecords.read(
          folder,
          review,
          entry,
          (id, record) -> {
            add(id, record);
            counted.add(1);
          });
      keep(entry.number(), made, Set.of());
    }
    counted.end();
  }

  /// An import is added anew.
  void begin(int number) throws Unusable {
    if (notes.imports().containsKey(number)) {
      forget(number);
    }
  }

  void add(String id, BibliographicRecord record) throws Unusable {
    try {
      adder.add(id, record);
    } catch (IOException | RuntimeException failure) {
      throw new Unusable(failure);
    }
  }

  /// Begins to write out what was added, while the import goes on; it does not count yet.
  void writeOut() throws Unusable {
    try {
      adder.writeOut();
    } catch (IOException | RuntimeException failure) {
      throw new Unusable(failure);
    }
  }

  /// All of an import was added.
  ///
  /// @param left ids of records that were added and do not count
  void keep(int number, IndexedImport made, Set<String> left) throws Unusable {
    try {
      adder.settle();
      if (!left.isEmpty()) {
        index.remove(left);
      }
      notes.imports().put(number, made);
    } catch (IOException | RuntimeException failure) {
      throw new Unusable(failure);
    }
  }

  /// Takes out all of an import.
  void forget(int number) throws Unusable {
    try {
      adder.settle();
      index.removeAll(number + "-");
      notes.imports().remove(number);
    } catch (IOException | RuntimeException failure) {
      throw new Unusable(failure);
    }
  }

  /// Puts everything on the disk at once.
  void commit() throws Unusable {
    try {
      adder.settle();
      index.commit(notes.notes());
    } catch (IOException | RuntimeException failure) {
      throw new Unusable(failure);
    }
  }

  /// Gives up what was not committed.
  @Override
  public void close() throws IOException {
    try {
      adder.close();
    } finally {
      index.rollback();
    }
  }
}
