package org.myocohort.app.review;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is kept of a search that was run.
final class RecordSearchOptions {
  @Option(names = "--database", paramLabel = "DATABASE", descriptionKey = "review-search.database")
  private @Nullable String database;

  @Option(names = "--platform", paramLabel = "PLATFORM", descriptionKey = "review-search.platform")
  private @Nullable String platform;

  @Option(names = "--text-file", paramLabel = "FILE", descriptionKey = "review-search.text-file")
  private @Nullable Path textFile;

  @Option(names = "--date", paramLabel = "DATE", descriptionKey = "review-search.date")
  private @Nullable LocalDate date;

  @Option(names = "--count", paramLabel = "NUMBER", descriptionKey = "review-search.count")
  private @Nullable Integer count;

  @Option(names = "--limit", paramLabel = "TEXT", descriptionKey = "review-search.limit")
  private List<String> limits = List.of();

  @Option(names = "--by", paramLabel = "PERSON", descriptionKey = "review-search.by")
  private @Nullable String by;

  boolean isAsked() {
    return database != null
        || platform != null
        || textFile != null
        || date != null
        || count != null
        || by != null
        || !limits.isEmpty();
  }

  @Nullable String database() {
    return database;
  }

  @Nullable String platform() {
    return platform;
  }

  @Nullable Path textFile() {
    return textFile;
  }

  @Nullable LocalDate date() {
    return date;
  }

  @Nullable Integer count() {
    return count;
  }

  List<String> limits() {
    return limits;
  }

  @Nullable String by() {
    return by;
  }
}
