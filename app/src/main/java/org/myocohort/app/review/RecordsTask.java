package org.myocohort.app.review;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.record.ExportFailures;
import org.myocohort.app.review.record.ReadingSentences;
import org.myocohort.evidence.format.ReadResult;
import org.myocohort.evidence.format.RecordFiles;
import org.myocohort.evidence.format.RecordSink;
import org.myocohort.evidence.format.RecordWriter;

/// Reads file after file, says what is in each, and writes their records into one where asked to.
final class RecordsTask {
  private static final List<Column> COLUMNS =
      List.of(
          Column.of("file"),
          Column.of("read_as"),
          Column.of("records"),
          Column.of("without_title"),
          Column.of("problems"),
          Column.detail("notices"));

  private final CommonOptions common;
  private final Texts texts;
  private final ReadingSentences reading;
  private final PrintWriter err;

  RecordsTask(CommonOptions common, PrintWriter err) {
    this.common = common;
    this.texts = common.texts();
    this.reading = new ReadingSentences(texts);
    this.err = err;
  }

  int run(List<Path> files, @Nullable Path output, RecordWriter.@Nullable Format as) {
    if (output == null) {
      return answer(files, _ -> {});
    }
    RecordWriter.Format format = as == null ? byName(output) : as;
    Path part = output.resolveSibling(output.getFileName() + ".part");
    int code;
    try {
      try (RecordWriter writer = RecordWriter.to(Files.newBufferedWriter(part), format)) {
        code = answer(files, writer);
      } catch (IOException failure) {
        Files.deleteIfExists(part);
        throw failure;
      }
      Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, output.toString(), texts, err);
    }
    return code;
  }

  private static RecordWriter.Format byName(Path output) {
    String name = output.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ris")
        ? RecordWriter.Format.ris
        : name.endsWith(".json") ? RecordWriter.Format.csl : RecordWriter.Format.csv;
  }

  private int answer(List<Path> files, RecordSink sink) {
    boolean opened = true;
    boolean wrong = false;
    try (Answer answer = new Answer(COLUMNS, common.format(), texts)) {
      for (Path file : files) {
        try {
          ReadResult result = RecordFiles.read(file, sink);
          wrong |= result.problemCount() > 0;
          add(file, result, answer);
        } catch (IOException failure) {
          int code = ExportFailures.said(failure, file, texts, err);
          wrong |= code == ExitCode.FOUND;
          opened &= code != ExitCode.USAGE;
        }
      }
      err.flush();
      answer.print(System.out);
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, "-", texts, err);
    }
    return !opened ? ExitCode.USAGE : wrong ? ExitCode.FOUND : ExitCode.ANSWERED;
  }

  private void add(Path file, ReadResult result, Answer answer) {
    List<String> notices = reading.notices(result);
    answer.row(
        file.toString(),
        Texts.code(result.format()),
        result.records(),
        result.withoutTitle(),
        result.problemCount(),
        notices);
    reading.say(file, result, err);
  }
}
