package org.myocohort.app.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.record.DuplicateTables;
import org.myocohort.app.review.record.ExportFailures;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.duplicate.Duplicates;
import org.myocohort.evidence.format.ReadResult;
import org.myocohort.evidence.format.RecordFiles;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.exchange.csv.AtomicFile;

/// Reads files, compares their records, writes clusters and pairs, and says how many there are.
final class DedupeTask {
  private final CommonOptions common;
  private final Texts texts;
  private final PrintWriter err;

  DedupeTask(CommonOptions common, PrintWriter err) {
    this.common = common;
    this.texts = common.texts();
    this.err = err;
  }

  int run(List<Path> files, @Nullable Path output, @Nullable Path pairs) {
    long started = System.nanoTime();
    Map<String, List<BibliographicRecord>> read = new LinkedHashMap<>();
    for (Path file : files) {
      int code = read(file, read);
      if (code != ExitCode.ANSWERED) {
        return code;
      }
    }
    TerminalProgress progress = new TerminalProgress(err);
    Duplicates found =
        ComparedRecords.of(
                RecordNames.of(read),
                (done, total) -> progress.done(texts.text("dedupe.comparing"), done, total))
            .found();
    int written = write(output, DuplicateTables.clusters(found));
    if (written == ExitCode.ANSWERED) {
      written = write(pairs, DuplicateTables.pairs(found));
    }
    if (written != ExitCode.ANSWERED) {
      return written;
    }
    try {
      System.out.write(summary(found, started).getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, "-", texts, err);
    }
    return ExitCode.ANSWERED;
  }

  private int read(Path file, Map<String, List<BibliographicRecord>> read) {
    List<BibliographicRecord> records = new ArrayList<>();
    try {
      ReadResult result = RecordFiles.read(file, records::add);
      if (result.problemCount() > 0) {
        err.println(texts.text("dedupe.problems", file, result.problemCount()));
        err.flush();
      }
    } catch (IOException failure) {
      return ExportFailures.said(failure, file, texts, err);
    }
    if (read.putIfAbsent(file.toString(), records) != null) {
      err.println(texts.text("dedupe.twice", file));
      err.flush();
      return ExitCode.USAGE;
    }
    return ExitCode.ANSWERED;
  }

  private int write(@Nullable Path target, String text) {
    if (target == null) {
      return ExitCode.ANSWERED;
    }
    try {
      AtomicFile.write(target, text.getBytes(StandardCharsets.UTF_8));
      return ExitCode.ANSWERED;
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, target.toString(), texts, err);
    }
  }

  private String summary(Duplicates found, long started) {
    String seconds = String.format(Locale.ROOT, "%.3f", (System.nanoTime() - started) / 1e9);
    int records = found.records();
    int clusters = found.clusters().size();
    int members = found.members();
    int removable = found.removable();
    int maybe = found.maybe().size();
    return switch (common.format()) {
      case json ->
          """
          {"records": %d, "clusters": %d, "members": %d, \
          "removable": %d, "maybe": %d, "seconds": %s}
          """
              .formatted(records, clusters, members, removable, maybe, seconds);
      case csv ->
          "records,clusters,members,removable,maybe,seconds\n%d,%d,%d,%d,%d,%s\n"
              .formatted(records, clusters, members, removable, maybe, seconds);
      case text ->
          texts.text("dedupe.summary", records, clusters, members, removable, maybe, seconds)
              + "\n";
    };
  }
}
