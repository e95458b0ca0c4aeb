package org.myocohort.app.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.SearchLibrary;
import org.myocohort.app.cli.TerminalProgress;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.SearchReport.Kind;
import org.myocohort.app.review.SearchReport.Row;
import org.myocohort.evidence.format.RecordFiles;
import org.myocohort.evidence.format.RecordSink;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.search.ParsedSearch;
import org.myocohort.evidence.search.index.RecordAdder;
import org.myocohort.evidence.search.index.RecordIndex;
import org.myocohort.evidence.search.index.RecordSearch;
import org.myocohort.evidence.search.index.StrategyCounts;
import org.myocohort.evidence.search.index.StrategyCounts.Known;
import org.myocohort.evidence.search.index.StrategyCounts.LineCount;
import org.myocohort.evidence.search.index.StrategyCounts.ReadingCount;
import org.myocohort.evidence.search.index.StrategyCounts.TermCount;

/// Counts what a search finds among the records of exports.
final class SearchRecords {
  private static final int PER_MILLE = 1000;

  private final Texts texts;
  private final PrintWriter err;

  SearchRecords(Texts texts, PrintWriter err) {
    this.texts = texts;
    this.err = err;
  }

  /// Adds the counts to a report.
  ///
  /// @param files exports; where there are none the benchmark itself is searched
  /// @return the exit code; nothing was added where it is not that of an answer
  int count(ParsedSearch parsed, List<Path> files, @Nullable Path benchmark, SearchReport report)
      throws IOException {
    SearchLibrary.silence();
    List<BibliographicRecord> known = new ArrayList<>();
    try (RecordIndex index = RecordIndex.inMemory()) {
      List<Path> searched = files.isEmpty() && benchmark != null ? List.of(benchmark) : files;
      TerminalProgress progress = new TerminalProgress(err);
      for (int i = 0; i < searched.size(); i++) {
        progress.done(
            texts.text("review-search.indexing"), i * PER_MILLE, searched.size() * PER_MILLE);
        int failed = index(searched.get(i), index);
        if (failed != ExitCode.ANSWERED) {
          return failed;
        }
      }
      progress.done(
          texts.text("review-search.indexing"),
          searched.size() * PER_MILLE,
          searched.size() * PER_MILLE);
      if (benchmark != null) {
        int failed = read(benchmark, known::add);
        if (failed != ExitCode.ANSWERED) {
          return failed;
        }
      }
      try (RecordSearch search = index.search()) {
        add(search.run(parsed.strategy(), known), benchmark != null, report, texts);
      }
    }
    return ExitCode.ANSWERED;
  }

  /// Reads a file while what was read goes into the index.
  private int index(Path file, RecordIndex index) throws IOException {
    try (RecordAdder adder = index.adder()) {
      return read(file, record -> adder.add(file + "#" + record.origin().number(), record));
    }
  }

  private int read(Path file, RecordSink sink) {
    try {
      RecordFiles.read(file, sink);
      return ExitCode.ANSWERED;
    } catch (IOException failure) {
      return ExportFailures.said(failure, file, texts, err);
    }
  }

  /// Adds the counts of one search to its report.
  static void add(StrategyCounts counts, boolean benchmark, SearchReport report, Texts texts) {
    for (LineCount line : counts.lines()) {
      Integer found = line.count();
      if (found != null) {
        report.count(line.line(), found);
      }
      for (ReadingCount reading : line.readings()) {
        report.count(line.line(), reading.reading(), reading.count());
      }
      Integer meant = line.meant();
      if (meant != null) {
        report.meant(line.line(), meant);
      }
      for (TermCount term : line.terms()) {
        report.add(
            new Row(
                Kind.TERM,
                line.line(),
                null,
                "",
                "",
                report.shown(term.term()),
                "",
                term.count(),
                ""));
      }
    }
    for (StrategyCounts.Note note : counts.notes()) {
      String code = Texts.code(note.code());
      report.add(
          new Row(
              Kind.APPROXIMATION,
              null,
              null,
              "",
              code,
              report.shown(note.part()),
              "",
              null,
              texts.text("review-search.approximation." + code)));
    }
    counts.known().forEach(known -> report.add(row(known, report, texts)));
    report.summary(
        benchmark
            ? texts.text(
                "review-search.total-known",
                counts.count(),
                counts.records(),
                counts.known().stream().filter(known -> known.state() == Known.State.FOUND).count(),
                counts.known().size())
            : texts.text("review-search.total", counts.count(), counts.records()));
  }

  private static Row row(Known known, SearchReport report, Texts texts) {
    String title = known.record().title();
    String shown = title == null ? "#" + known.record().origin().number() : title;
    String lacking = known.without().stream().map(report::shown).collect(Collectors.joining("; "));
    String code = Texts.code(known.state());
    return new Row(
        Kind.KNOWN,
        null,
        null,
        "",
        code,
        shown,
        lacking,
        null,
        texts.text("review-search.known." + code, shown, lacking));
  }
}
