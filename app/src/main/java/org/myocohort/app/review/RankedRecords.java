package org.myocohort.app.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.duplicate.IdentifiedRecord;
import org.myocohort.evidence.duplicate.MergedRecord;
import org.myocohort.evidence.format.RecordFiles;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.ReviewRecords;
import org.myocohort.evidence.screening.Labels;
import org.myocohort.evidence.screening.RankedText;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.evidence.screening.ScreeningTable;
import org.myocohort.evidence.screening.ScreeningTable.Row;
import org.myocohort.exchange.csv.BadInputException;

/// The records to be ranked: of a table with or without labels, of any other export, or the works
/// of a review with what is decided of them.
final class RankedRecords {
  private RankedRecords() {}

  /// Reads a table, an export or a review.
  ///
  /// @param labelColumn of a table; null for the first known one that is there
  static ScreeningTable read(Path path, @Nullable String labelColumn)
      throws IOException, BadInputException {
    if (ReviewFolder.isReview(path)) {
      return ofReview(path);
    }
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".csv.gz")
        ? ScreeningTable.read(path, labelColumn)
        : ofExport(path);
  }

  /// What a review says of itself, to start a ranking from; empty where it is none.
  static String criteria(Path path) throws IOException, BadInputException {
    return ReviewFolder.isReview(path) ? ReviewFolder.at(path).read().settings().criteria() : "";
  }

  private static ScreeningTable ofExport(Path path) throws IOException {
    List<BibliographicRecord> records = new ArrayList<>();
    RecordFiles.read(path, records::add);
    List<Row> rows = new ArrayList<>();
    for (IdentifiedRecord record : RecordNames.of(Map.of(path.toString(), records))) {
      rows.add(new Row(record.id(), RankedText.of(record.record()), null));
    }
    return new ScreeningTable("", rows, 0);
  }

  private static ScreeningTable ofReview(Path path) throws IOException, BadInputException {
    ReviewFolder folder = ReviewFolder.at(path);
    Review review = folder.read();
    Map<String, MergedRecord> works = ReviewRecords.read(folder, review).works(review);
    Map<String, Integer> numbers = new HashMap<>();
    List<String> screened = new ArrayList<>();
    for (String work : works.keySet()) {
      if (review.isScreened(work)) {
        numbers.put(work, screened.size());
        screened.add(work);
      }
    }
    Labels labels = review.board(ScreeningStage.TITLE_ABSTRACT).labels(numbers);
    Map<String, Boolean> relevant = new HashMap<>();
    for (int i = 0; i < labels.count(); i++) {
      relevant.put(screened.get(labels.record(i)), labels.isRelevant(i));
    }
    List<Row> rows = new ArrayList<>();
    works.forEach((work, merged) -> {
      if (numbers.containsKey(work)) {
        rows.add(new Row(work, RankedText.of(merged.record()), relevant.get(work)));
      }
    });
    return new ScreeningTable("", rows, 0);
  }
}
