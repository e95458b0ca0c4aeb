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
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.duplicate.ComparedPair;
import org.myocohort.evidence.duplicate.ComparedRecords;
import org.myocohort.evidence.duplicate.Duplicates;
import org.myocohort.evidence.duplicate.FieldAgreement;
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
    int written = write(output, clusters(found));
    if (written == ExitCode.ANSWERED) {
      written = write(pairs, pairs(found));
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

  private static String clusters(Duplicates found) {
    StringBuilder csv = new StringBuilder("cluster,id\n");
    int cluster = 0;
    for (List<String> ids : found.clusters()) {
      cluster++;
      for (String id : ids) {
        csv.append(cluster).append(',').append(Answer.csvCell(id, false)).append('\n');
      }
    }
    return csv.toString();
  }

  /// Each pair with its rule or its conflicts and how every field agrees.
  private static String pairs(Duplicates found) {
    StringBuilder csv =
        new StringBuilder(
            "first,second,verdict,rule,conflicts,probability,title,authors,journal,year,volume,"
                + "issue,pages,doi,pubmed,title_share,authors_share\n");
    found.merged().forEach(pair -> add(csv, pair, "merged"));
    found.maybe().forEach(pair -> add(csv, pair, "maybe"));
    return csv.toString();
  }

  private static void add(StringBuilder csv, ComparedPair pair, String verdict) {
    csv.append(Answer.csvCell(pair.first(), false)).append(',');
    csv.append(Answer.csvCell(pair.second(), false)).append(',').append(verdict).append(',');
    csv.append(pair.rule() == null ? "" : Texts.code(pair.rule())).append(',');
    csv.append(String.join(";", pair.conflicts().stream().map(Texts::code).toList()));
    csv.append(',').append(decimal(pair.probability()));
    for (FieldAgreement agreement : pair.agreements()) {
      csv.append(',').append(Texts.code(agreement.degree()));
    }
    for (FieldAgreement agreement : pair.agreements().subList(0, 2)) {
      csv.append(',').append(decimal(agreement.share()));
    }
    csv.append('\n');
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
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
