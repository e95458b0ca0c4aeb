package org.myocohort.app.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.SearchParser;
import org.myocohort.evidence.search.SearchRun;
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
    boolean errors = false;
    TerminalProgress progress = new TerminalProgress(err);
    String step = texts.text("review-search.indexing");
    try (LocalSearch search =
            LocalSearch.open(folder, review, (done, all) -> progress.done(step, done, all));
        Answer answer = new Answer(COLUMNS, format, texts)) {
      if (!search.isKept()) {
        err.println(texts.text("review-search.not-kept"));
        err.flush();
      }
      int number = 0;
      for (SearchRun run : review.searches()) {
        number++;
        ParsedSearch parsed = SearchParser.parse(run.text(), run.dialect());
        errors |= parsed.hasErrors();
        SearchReport report = new SearchReport(parsed, texts);
        search.count(parsed, report, texts);
        if (format == Format.text) {
          System.out.write(
              (SearchHeading.of(number, run, review, texts) + "\n")
                  .getBytes(StandardCharsets.UTF_8));
          report.print(format, System.out);
          System.out.write('\n');
        }
        for (SearchReport.Row row : report.all()) {
          List<@Nullable Object> cells = new ArrayList<>(List.of(number, run.database()));
          cells.addAll(SearchReport.cells(row));
          answer.row(cells.toArray());
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
}
