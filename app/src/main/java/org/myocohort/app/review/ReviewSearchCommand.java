package org.myocohort.app.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.evidence.search.Dialect;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.SearchParser;
import org.myocohort.evidence.search.Translation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reads a search string: its brackets, what is wrong with it, who would read it otherwise, its
/// translation, and what it finds among local records. Holds no type of the search library, which
/// is loaded only where records are given.
@Command(name = "search")
public final class ReviewSearchCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "review-search.file")
  private @Nullable Path file;

  @Option(names = "--text", paramLabel = "STRING", descriptionKey = "review-search.text")
  private @Nullable String text;

  @Option(names = "--dialect", paramLabel = "DIALECT", descriptionKey = "review-search.dialect")
  private @Nullable String dialect;

  @Option(names = "--to", paramLabel = "DIALECT", descriptionKey = "review-search.to")
  private @Nullable String to;

  @Option(
      names = "--records",
      paramLabel = "EXPORT",
      arity = "1..*",
      descriptionKey = "review-search.records")
  private List<Path> records = List.of();

  @Option(names = "--benchmark", paramLabel = "EXPORT", descriptionKey = "review-search.benchmark")
  private @Nullable Path benchmark;

  @Mixin private final RecordSearchOptions record = new RecordSearchOptions();

  @Override
  public Integer call() throws IOException {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Path source = file;
    String typed = text;
    if (source != null && ReviewFolder.isReview(source)) {
      ReviewFolder folder = ReviewFolder.at(source);
      return StudyInput.run(
          source,
          texts,
          err,
          () ->
              typed == null && !record.isAsked()
                  ? new RecordedSearches(folder, common, err).run()
                  : new RecordSearchTask(folder, texts, err).run(typed, dialect, record));
    }
    if (record.isAsked()) {
      return usage(err, texts.text("review-search.folder-only"));
    }
    if (dialect == null) {
      return usage(err, texts.text("review-search.dialect-needed"));
    }
    return read(source, typed, dialect, texts, err);
  }

  private int read(
      @Nullable Path source,
      @Nullable String typedText,
      String dialectCode,
      Texts texts,
      PrintWriter err)
      throws IOException {
    String typed = typedText;
    if ((source == null) == (typed == null)) {
      return usage(err, texts.text("review-search.one-source"));
    }
    Optional<Dialect> of = Dialect.find(dialectCode);
    Optional<Dialect> into = Optional.ofNullable(to).flatMap(Dialect::find);
    if (of.isEmpty() || (to != null && into.isEmpty())) {
      return usage(
          err,
          texts.text(
              "review-search.dialect-unknown",
              of.isEmpty() ? dialectCode : String.valueOf(to),
              dialects()));
    }
    if (source != null) {
      try {
        typed = Files.readString(source, StandardCharsets.UTF_8);
      } catch (CharacterCodingException _) {
        err.println(texts.text("review-search.not-utf8", source));
        err.flush();
        return ExitCode.FOUND;
      } catch (IOException failure) {
        return Failures.cannotOpen(failure, source.toString(), texts, err);
      }
    }
    ParsedSearch parsed = SearchParser.parse(String.valueOf(typed), of.get());
    SearchReport report = new SearchReport(parsed, texts);
    into.ifPresent(target -> report.add(Translation.of(parsed.strategy(), target)));
    if (!records.isEmpty() || benchmark != null) {
      int failed = new SearchRecords(texts, err).count(parsed, records, benchmark, report);
      if (failed != ExitCode.ANSWERED) {
        return failed;
      }
    }
    report.print(common.format(), System.out);
    return parsed.hasErrors() ? ExitCode.FOUND : ExitCode.ANSWERED;
  }

  /// The words for the dialects.
  static String dialects() {
    return Arrays.stream(Dialect.values()).map(Dialect::code).collect(Collectors.joining(", "));
  }

  private static int usage(PrintWriter err, String message) {
    err.println(message);
    err.flush();
    return ExitCode.USAGE;
  }
}
