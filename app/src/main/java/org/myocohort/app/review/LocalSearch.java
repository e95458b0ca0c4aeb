package org.myocohort.app.review;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.myocohort.app.cli.SearchLibrary;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.ReviewRecords;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.index.RecordIndex;
import org.myocohort.evidence.search.index.RecordSearch;
import org.myocohort.exchange.csv.BadInputException;

/// The works of a review, to be searched. Safe for several readers at once.
public final class LocalSearch implements Closeable {
  private final RecordIndex index;
  private final RecordSearch search;

  private LocalSearch(RecordIndex index) throws IOException {
    this.index = index;
    this.search = index.search();
  }

  /// Reads the works of a review.
  ///
  /// @throws IOException if an export cannot be opened
  /// @throws BadInputException with what is wrong in the review's files
  public static LocalSearch open(ReviewFolder folder, Review review)
      throws IOException, BadInputException {
    SearchLibrary.silence();
    SequencedMap<String, BibliographicRecord> works = new LinkedHashMap<>();
    ReviewRecords.read(folder, review)
        .works(review)
        .forEach((work, merged) -> works.put(work, merged.record()));
    RecordIndex index = RecordIndex.inMemory();
    index.add(works);
    return new LocalSearch(index);
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
    search.close();
    index.close();
  }
}
