package org.myocohort.app.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.SearchLibrary;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.review.ImportEntry;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.review.ReviewIndex;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.SearchParser;
import org.myocohort.evidence.search.SearchRun;
import org.myocohort.evidence.search.index.RecordSearch;
import org.myocohort.exchange.csv.BadInputException;

/// The searches of a review: how each is read, what is wrong with it, and what it finds among the
/// review's own works.
final class RecordedSearches {
  private static final List<Column> COLUMNS = columns();

  private final ReviewFolder folder;
  private final Texts texts;
  private final Format format;
  private final PrintWriter err;

  RecordedSearches(ReviewFolder folder, CommonOptions common, PrintWriter err) {
    this.folder = folder;
    this.err = err;
    this.texts = common.texts();
    this.format = common.format();
  }

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("search"));
    columns.add(Column.of("database"));
    columns.addAll(SearchReport.COLUMNS);
    return columns;
  }

  int run() throws IOException, BadInputException {
    Review review = folder.read();
    SearchLibrary.silence();
    boolean errors = false;
    TerminalProgress progress = new TerminalProgress(err);
    String step = texts.text("review-search.indexing");
    try (Answer answer = new Answer(COLUMNS, format, texts)) {
      int number = 0;
      try (ReviewIndex index =
          ReviewIndex.open(folder, review, (done, all) -> progress.done(step, done, all))) {
        if (!index.isKept()) {
          err.println(texts.text("review-search.not-kept"));
          err.flush();
        }
        RecordSearch search = index.search();
        for (SearchRun run : review.searches()) {
          number++;
          ParsedSearch parsed = SearchParser.parse(run.text(), run.dialect());
          errors |= parsed.hasErrors();
          SearchReport report = new SearchReport(parsed, texts);
          if (search.size() > 0) {
            SearchRecords.add(search.run(parsed.strategy(), List.of()), false, report, texts);
          }
          if (format == Format.text) {
            System.out.write(heading(number, run, review).getBytes(StandardCharsets.UTF_8));
            report.print(format, System.out);
            System.out.write('\n');
          }
          for (SearchReport.Row row : report.all()) {
            List<@Nullable Object> cells = new ArrayList<>(List.of(number, run.database()));
            cells.addAll(SearchReport.cells(row));
            answer.row(cells.toArray());
          }
        }
      }
      if (format != Format.text) {
        answer.print(System.out);
      } else if (number == 0) {
        System.out.write(
            (texts.text("review-search.none-recorded") + "\n").getBytes(StandardCharsets.UTF_8));
      }
      System.out.flush();
    }
    return errors ? ExitCode.FOUND : ExitCode.ANSWERED;
  }

  /// Where, when and by whom it was run, and whether as many records were taken in as it found.
  private String heading(int number, SearchRun run, Review review) {
    String unknown = texts.text("review-search.not-reported");
    int imported = 0;
    for (ImportEntry entry : review.imports()) {
      if (is(entry.name(), run.database()) || is(entry.name(), run.platform())) {
        imported += entry.records();
      }
    }
    return texts.text(
            "review-search.recorded",
            number,
            run.platform() == null ? run.database() : run.database() + " (" + run.platform() + ")",
            run.date() == null ? unknown : run.date(),
            run.by() == null ? unknown : run.by(),
            run.count() == null ? unknown : run.count(),
            imported)
        + "\n";
  }

  private static boolean is(String name, @Nullable String database) {
    return database != null
        && name.toLowerCase(Locale.ROOT).equals(database.toLowerCase(Locale.ROOT));
  }
}
