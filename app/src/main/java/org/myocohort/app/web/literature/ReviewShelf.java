package org.myocohort.app.web.literature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.WebSettings;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.ReviewRecords;
import org.myocohort.evidence.review.ScreeningDesk;
import org.myocohort.exchange.csv.BadInputException;
import org.springframework.stereotype.Component;

/// The reviews that the pages know: the folders beside the database, by their names.
@Component
public final class ReviewShelf implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  private final @Nullable Path folder;
  private final Map<String, ScreeningDesk> desks = new HashMap<>();
  private final Map<String, Compared> comparisons = new HashMap<>();

  ReviewShelf(WebSettings settings) {
    this.folder = settings.reviews();
  }

  /// A comparison and the records that it was made of.
  private record Compared(ReviewRecords records, ComparedRecords pairs) {}

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /// Names of all reviews, in alphabetical order.
  List<String> ids() throws IOException {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      folders
          .filter(ReviewFolder::isReview)
          .map(path -> String.valueOf(path.getFileName()))
          .filter(ReviewShelf::isId)
          .sorted()
          .forEach(ids::add);
    }
    return ids;
  }

  /// The desk of a review.
  ///
  /// @throws NotFound if there is no such review
  public synchronized ScreeningDesk desk(String id) {
    if (folder == null || !isId(id) || !ReviewFolder.isReview(folder.resolve(id))) {
      throw new NotFound();
    }
    Path place = folder.resolve(id);
    return desks.computeIfAbsent(id, _ -> ScreeningDesk.at(ReviewFolder.at(place)));
  }

  /// Begins a review.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException if there is one of this name
  void begin(String id, String settings) throws IOException, BadInputException {
    if (folder == null || !isId(id)) {
      throw new NotFound();
    }
    ReviewFolder.begin(folder.resolve(id), settings);
  }

  /// The records of a review compared with each other; made anew when an import added some.
  ComparedRecords compared(String id, ComparedRecords.Progress progress)
      throws IOException, BadInputException {
    ReviewRecords records = desk(id).records();
    synchronized (comparisons) {
      Compared known = comparisons.get(id);
      if (known != null && known.records() == records) {
        return known.pairs();
      }
      ComparedRecords pairs = ComparedRecords.of(records.all(), progress);
      comparisons.put(id, new Compared(records, pairs));
      return pairs;
    }
  }

  @Override
  public synchronized void close() {
    desks.values().forEach(ScreeningDesk::close);
    desks.clear();
  }
}
