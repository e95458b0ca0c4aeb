package org.myocohort.app.library;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.NotWrittenException;
import org.myocohort.app.cli.ResultFolder;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.library.Library;
import org.myocohort.care.library.Page;
import org.myocohort.care.library.PageLanguage;
import org.myocohort.care.library.Readability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Writes the patient library as files, or says how easily each page reads.
@Command(name = "library")
public final class LibraryCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FOLDER",
      descriptionKey = "library.out")
  private @Nullable Path out;

  @Option(names = "--check", descriptionKey = "library.check")
  private boolean check;

  @Override
  public Integer call() throws IOException {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Path folder = out;
    if (folder == null && !check) {
      return usage(err, texts.text("library.what"));
    }
    if (folder != null) {
      Map<String, String> files = LibraryFiles.of(texts);
      try (ResultFolder made = ResultFolder.at(folder, LibraryFiles.INDEX)) {
        for (Map.Entry<String, String> file : files.entrySet()) {
          made.write(file.getKey(), file.getValue());
        }
        made.finish();
      } catch (NotWrittenException failure) {
        return Failures.notWritten(failure, texts, err);
      }
      if (!check) {
        written(folder, files.size(), texts);
      }
    }
    return check ? reading(texts) : ExitCode.ANSWERED;
  }

  private static int usage(PrintWriter err, String message) {
    err.println(message);
    err.flush();
    return ExitCode.USAGE;
  }

  private void written(Path folder, int files, Texts texts) throws IOException {
    try (Answer answer =
        new Answer(List.of(Column.of("library"), Column.of("pages")), common.format(), texts)) {
      answer.row(folder.resolve(LibraryFiles.INDEX).toString(), files - 1);
      answer.print(System.out);
    }
  }

  private int reading(Texts texts) throws IOException {
    PageLanguage language = PageLanguage.of(texts.language());
    List<Column> columns =
        List.of(
            Column.of("page"),
            Column.detail("kind"),
            Column.of("reading"),
            Column.of("limit"),
            Column.of("easy"),
            Column.of("sentences"),
            Column.of("words"),
            Column.of("sources"),
            Column.of("written"));
    boolean easy = true;
    try (Answer answer = new Answer(columns, common.format(), texts)) {
      for (Page page : Library.in(language).pages()) {
        Readability text = page.readability();
        boolean within = language.isEasy(text);
        easy &= within;
        answer.row(
            page.name(),
            page.kind().code(),
            BigDecimal.valueOf(language.reading(text)).setScale(1, RoundingMode.HALF_UP),
            BigDecimal.valueOf(language.limit()).setScale(0, RoundingMode.HALF_UP),
            within,
            text.sentences(),
            text.words(),
            page.citations().size(),
            page.written().toString());
      }
      answer.print(System.out);
    }
    return easy ? ExitCode.ANSWERED : ExitCode.FOUND;
  }
}
