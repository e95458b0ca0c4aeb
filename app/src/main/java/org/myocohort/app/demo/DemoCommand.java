package org.myocohort.app.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.report.Report;
import org.myocohort.app.report.ReportIndex;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes the reports of the two example studies, and opens the application with both to this
/// machine.
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
  private static final List<String> STUDIES =
      List.of("anakinra-antisynthetase", "synthetic-centre");

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(names = "--no-serve", descriptionKey = "demo.no-serve")
  private boolean reportsOnly;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      descriptionKey = "demo.port")
  private int port;

  @Option(names = "--fresh", descriptionKey = "demo.fresh")
  private boolean fresh;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      descriptionKey = "demo.out")
  private @Nullable Path out;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Path home = ExampleFolders.home();
    Path target = out == null ? home.resolve("out").resolve("demo") : out;
    return StudyInput.run(
        home.resolve("examples"), texts, err, () -> run(home, target, texts, err));
  }

  private int run(Path home, Path target, Texts texts, PrintWriter err)
      throws IOException, BadInputException {
    Map<String, String> titles = new LinkedHashMap<>();
    List<StudyFolder> folders = new ArrayList<>();
    for (String study : STUDIES) {
      err.println(texts.text("demo.reporting", study));
      err.flush();
      StudyFolder folder = StudyFolder.read(home.resolve("examples").resolve(study));
      Report.of(folder, texts).write(target.resolve(study), err);
      folders.add(folder);
      titles.put(study, folder.study().title());
    }
    ReportIndex.write(target, titles, texts);
    if (reportsOnly) {
      print(target, "", texts);
      return ExitCode.ANSWERED;
    }
    Demonstration.run(
        folders,
        target,
        port,
        fresh,
        address -> {
          print(target, address, texts);
          err.println(texts.text("demo.serving", address));
          err.flush();
        });
    return ExitCode.ANSWERED;
  }

  private void print(Path target, String address, Texts texts) {
    try (Answer answer =
        new Answer(
            List.of(Column.of("study"), Column.of("report"), Column.ifAny("url")),
            common.format(),
            texts)) {
      for (String study : STUDIES) {
        Path report = target.resolve(study).resolve("report.html");
        answer.row(
            study,
            Files.exists(report) ? report.toString() : "",
            address.isEmpty() ? null : address + "studies/" + study);
      }
      answer.print(System.out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
