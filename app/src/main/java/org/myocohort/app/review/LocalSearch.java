package org.myocohort.app.review;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.myocohort.app.cli.SearchLibrary;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.ReviewIndex;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.index.RecordSearch;

/// The works of a review, to be searched. Safe for several readers at once.
public final class LocalSearch implements Closeable {
  private final ReviewIndex index;
  private final RecordSearch search;

  private LocalSearch(ReviewIndex index) {
    this.index = index;
    this.search = index.search();
  }

  /// Opens the index of a review's works, brought up to date.
  ///
  /// @param progress is told how many records of how many were read, where any had to be
  /// @throws IOException if an export cannot be opened
  public static LocalSearch open(
      ReviewFolder folder, Review review, ComparedRecords.Progress progress) throws IOException {
    SearchLibrary.silence();
    return new LocalSearch(ReviewIndex.open(folder, review, progress));
  }

  /// Whether the index is kept for the next search.
  boolean isKept() {
    return index.isKept();
  }

  /// How many works there are.
  public int size() {
    return search.size();
  }

  /// Adds to a report what each line, each term alone and each reading finds; nothing where there
  /// is no work.
  public void count(ParsedSearch parsed, SearchReport report, Texts texts) throws IOException {
    if (search.size() > 0) {
      SearchRecords.add(search.run(parsed.strategy(), List.of()), false, report, texts);
    }
  }

  /// The works that a search finds, in the order of the review.
  public List<String> find(ParsedSearch parsed) throws IOException {
    return search.run(parsed.strategy(), List.of()).found();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
