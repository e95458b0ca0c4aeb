package org.myocohort.app.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.SearchRun;
import org.myocohort.evidence.search.SearchRuns;
import org.myocohort.exchange.csv.BadInputException;

/// Keeps a search in a review exactly as it was run.
final class RecordSearchTask {
  private final ReviewFolder folder;
  private final Texts texts;
  private final PrintWriter err;

  RecordSearchTask(ReviewFolder folder, Texts texts, PrintWriter err) {
    this.folder = folder;
    this.texts = texts;
    this.err = err;
  }

  int run(@Nullable String typed, @Nullable String dialectCode, RecordSearchOptions options)
      throws IOException, BadInputException {
    String database = options.database();
    Path file = options.textFile();
    if (database == null || dialectCode == null || (typed == null) == (file == null)) {
      return usage(texts.text("review-search.record-needs"));
    }
    Optional<Dialect> dialect = Dialect.find(dialectCode);
    if (dialect.isEmpty()) {
      return usage(
          texts.text("review-search.dialect-unknown", dialectCode, ReviewSearchCommand.dialects()));
    }
    Integer count = options.count();
    if (count != null && count < 0) {
      return usage(texts.text("review-search.count-negative", count));
    }
    String text = typed;
    if (file != null) {
      try {
        text = withoutLastLineEnd(Files.readString(file, StandardCharsets.UTF_8));
      } catch (CharacterCodingException _) {
        err.println(texts.text("review-search.not-utf8", file));
        err.flush();
        return ExitCode.FOUND;
      } catch (IOException failure) {
        return Failures.cannotOpen(failure, file.toString(), texts, err);
      }
    }
    if (text == null || text.isBlank() || database.isBlank()) {
      return usage(texts.text("review-search.record-needs"));
    }
    SearchRun run =
        new SearchRun(
            database,
            options.platform(),
            dialect.get(),
            text,
            options.date(),
            count,
            options.limits(),
            options.by());
    SearchRuns.Kept kept = folder.keepSearch(run);
    String code = kept.isNew() ? "review-search.kept" : "review-search.record-known";
    System.out.write(
        (texts.text(code, kept.number(), database) + "\n").getBytes(StandardCharsets.UTF_8));
    System.out.flush();
    return ExitCode.ANSWERED;
  }

  /// The line end that an editor puts after the last line is none of the search.
  private static String withoutLastLineEnd(String text) {
    return text.endsWith("\r\n")
        ? text.substring(0, text.length() - 2)
        : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }

  private int usage(String message) {
    err.println(message);
    err.flush();
    return ExitCode.USAGE;
  }
}
