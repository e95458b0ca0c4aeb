package org.myocohort.evidence.review;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.search.index.KeptIndex;
import org.myocohort.evidence.search.index.RecordIndex;
import org.myocohort.evidence.search.index.RecordSearch;

/// The works of a review, searchable: each is found by what any of its records says.
///
/// The records' words are kept in an index within the review's folder, which each import adds to.
/// Before it is used it is compared with the review: what is missing, was changed or was made by
/// another version of the program is read again from the exports. Which records are one work stands
/// beside it, so that nothing is indexed anew when that is decided.
public final class ReviewIndex implements Closeable {
  private final RecordSearch search;
  private final boolean kept;

  private ReviewIndex(RecordSearch search, boolean kept) {
    this.search = search;
    this.kept = kept;
  }

  /// Opens the index of a review, brought up to date.
  ///
  /// @param progress is told how many records of how many were read, where any are
  /// @throws IOException if an export cannot be read
  public static ReviewIndex open(
      ReviewFolder folder, Review review, ComparedRecords.Progress progress) throws IOException {
    if (review.imports().isEmpty()) {
      return new ReviewIndex(inMemory(folder, review, progress), true);
    }
    Optional<RecordSearch> whole = whole(folder, review);
    if (whole.isPresent()) {
      return new ReviewIndex(whole.get(), true);
    }
    try (IndexWork work = IndexWork.open(folder.path())) {
      work.bringUpToDate(folder, review, progress);
      work.commit();
    } catch (IndexWork.Unusable _) {
      return new ReviewIndex(inMemory(folder, review, progress), false);
    }
    Optional<RecordSearch> made = whole(folder, review);
    return made.isPresent()
        ? new ReviewIndex(made.get(), true)
        : new ReviewIndex(inMemory(folder, review, progress), false);
  }

  /// The works in the index, where it holds the review as it is now.
  private static Optional<RecordSearch> whole(ReviewFolder folder, Review review)
      throws IOException {
    KeptIndex index = KeptIndex.open(IndexWork.place(folder.path())).orElse(null);
    if (index == null) {
      return Optional.empty();
    }
    boolean used = false;
    try {
      if (IndexNotes.of(index.notes()).holdAll(folder, review)) {
        Works works = Works.of(review);
        RecordSearch search = index.search(works.names(), works.numberOf());
        used = true;
        return Optional.of(search);
      }
      return Optional.empty();
    } finally {
      if (!used) {
        index.close();
      }
    }
  }

  private static RecordSearch inMemory(
      ReviewFolder folder, Review review, ComparedRecords.Progress progress) throws IOException {
    RecordIndex index = RecordIndex.inMemory();
    IndexWork work = IndexWork.inMemory(index);
    boolean used = false;
    try {
      work.bringUpToDate(folder, review, progress);
      Works works = Works.of(review);
      RecordSearch search = index.search(works.names(), works.numberOf(), work);
      used = true;
      return search;
    } finally {
      if (!used) {
        work.close();
      }
    }
  }

  /// The works by their places.
  private record Works(List<String> names, Function<String, @Nullable Integer> numberOf) {
    static Works of(Review review) {
      List<String> names = new ArrayList<>(review.works().keySet());
      Map<String, Integer> numbers = HashMap.newHashMap(review.records().size());
      int number = 0;
      for (List<String> records : review.works().values()) {
        for (String record : records) {
          numbers.put(record, number);
        }
        number++;
      }
      return new Works(names, numbers::get);
    }
  }

  public RecordSearch search() {
    return search;
  }

  /// Whether the index is kept on disk; not where the folder cannot be written.
  public boolean isKept() {
    return kept;
  }

  @Override
  public void close() throws IOException {
    search.close();
  }
}
