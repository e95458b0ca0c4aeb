package org.myocohort.app.review.pool;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.extraction.ExtractionDesk;
import org.myocohort.evidence.pool.Outcome;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.AtomicFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Pools one outcome of a review over own and published patients.
@Command(name = "pool")
public final class ReviewPoolCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", paramLabel = "REVIEW", descriptionKey = "pool.folder")
  private Path folder = Path.of("");

  @Option(names = "--outcome", paramLabel = "CODE", descriptionKey = "pool.option.outcome")
  private @Nullable String outcome;

  @Option(names = "--own", paramLabel = "STUDY", descriptionKey = "pool.option.own")
  private @Nullable Path own;

  @Option(names = "--extraction", paramLabel = "NAME", descriptionKey = "pool.option.extraction")
  private String extraction = ExtractionDesk.AGREED;

  @Option(
      names = "--covariates",
      paramLabel = "COLUMN",
      split = ",",
      descriptionKey = "pool.option.covariates")
  private List<String> covariates = List.of();

  @Option(names = "--leave-out-shared", descriptionKey = "pool.option.leave-out-shared")
  private boolean leaveOutShared;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      descriptionKey = "pool.option.output")
  private @Nullable Path output;

  /// What `--own` names, once it is read.
  private @Nullable StudyFolder ownStudy;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    return StudyInput.run(folder, texts, err, () -> answer(texts, err));
  }

  private int answer(Texts texts, PrintWriter err) throws IOException, BadInputException {
    Review review = ReviewFolder.at(folder).read();
    Optional<Outcome> asked = asked(review);
    if (asked.isEmpty()) {
      err.println(
          review.settings().outcomes().isEmpty()
              ? texts.text("pool.no-outcome", folder)
              : texts.text(
                  "pool.which-outcome",
                  review.settings().outcomes().stream()
                      .map(Outcome::code)
                      .collect(Collectors.joining(", "))));
      err.flush();
      return review.settings().outcomes().isEmpty() ? ExitCode.FOUND : ExitCode.USAGE;
    }
    if (own == null && !Files.isDirectory(ExtractionDesk.folder(folder, extraction))) {
      err.println(texts.text("pool.nothing-to-pool", ExtractionDesk.folder(folder, extraction)));
      err.flush();
      return ExitCode.USAGE;
    }
    Path study = own;
    if (study != null) {
      int read =
          StudyInput.run(
              study,
              texts,
              err,
              () -> {
                ownStudy = StudyFolder.read(study);
                return ExitCode.ANSWERED;
              });
      if (read != ExitCode.ANSWERED) {
        return read;
      }
    }
    PoolReport report =
        PoolReport.of(
            new PoolReport.Question(
                folder, asked.get(), ownStudy, extraction, covariates, leaveOutShared, null),
            review);
    System.out.write(
        switch (common.format()) {
          case json -> report.json();
          case csv -> report.rows().getBytes(StandardCharsets.UTF_8);
          case text -> report.text(texts).getBytes(StandardCharsets.UTF_8);
        });
    System.out.flush();
    if (output != null) {
      write(output, report, texts);
    }
    if (report.pooling().refused()) {
      err.println(texts.text("pool.was-refused"));
      err.flush();
      return ExitCode.FOUND;
    }
    return ExitCode.ANSWERED;
  }

  /// The outcome named, or the only one.
  private Optional<Outcome> asked(Review review) {
    if (outcome == null) {
      return review.settings().outcomes().size() == 1
          ? Optional.of(review.settings().outcomes().getFirst())
          : Optional.empty();
    }
    return review.settings().outcomes().stream()
        .filter(each -> each.code().equals(outcome))
        .findFirst();
  }

  private static void write(Path output, PoolReport report, Texts texts) throws IOException {
    Files.createDirectories(output);
    SequencedMap<String, byte[]> files = report.files(texts);
    for (var file : files.entrySet()) {
      AtomicFile.write(output.resolve(file.getKey()), file.getValue());
    }
    if (!files.containsKey(PoolReport.FUNNEL)) {
      // A funnel of an earlier run with more studies would be taken for one of these.
      Files.deleteIfExists(output.resolve(PoolReport.FUNNEL));
    }
  }
}
