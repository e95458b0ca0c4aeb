package org.myocohort.app.review.folder;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Begins a review: a folder with settings to be filled in.
@Command(name = "new")
public final class ReviewNewCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "DIR", descriptionKey = "review-new.folder")
  private Path path = Path.of("");

  @Option(
      names = "--title",
      required = true,
      paramLabel = "TITLE",
      descriptionKey = "review-new.title")
  private String title = "";

  @Option(names = "--question", paramLabel = "QUESTION", descriptionKey = "review-new.question")
  private @Nullable String question;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return StudyInput.run(path, texts, err, () -> begin(texts, err));
  }

  private int begin(Texts texts, PrintWriter err) throws IOException, BadInputException {
    try {
      ReviewFolder.begin(path, SettingsTemplate.filled(texts.language(), title, question));
    } catch (FileAlreadyExistsException there) {
      err.println(texts.text("folder.there", path));
      err.flush();
      return ExitCode.USAGE;
    }
    FolderWork.print(texts.text("folder.begun", path) + "\n");
    return ExitCode.ANSWERED;
  }
}
