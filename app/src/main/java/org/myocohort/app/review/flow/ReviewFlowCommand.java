package org.myocohort.app.review.flow;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Failures;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.evidence.flow.FlowCounts;
import org.myocohort.evidence.flow.FlowFile;
import org.myocohort.evidence.review.Review;
import org.myocohort.evidence.review.ReviewFacts;
import org.myocohort.evidence.review.ReviewFlow;
import org.myocohort.evidence.review.ReviewFolder;
import org.myocohort.exchange.csv.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Checks and draws the PRISMA 2020 flow diagram of a review folder, or of numbers typed from a
/// paper.
@Command(name = "flow")
public final class ReviewFlowCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  /// What the figure can leave out; named as typed after `--without`.
  private enum Part {
    reasons,
    sources,
    reports,
    extra
  }

  @Parameters(arity = "1", paramLabel = "DIR|FLOW.yaml", descriptionKey = "flow.file")
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      descriptionKey = "flow.output")
  private @Nullable Path output;

  @Option(names = "--draft", descriptionKey = "flow.draft")
  private boolean draft;

  @Option(names = "--without", paramLabel = "PART", split = ",", descriptionKey = "flow.without")
  private List<Part> without = List.of();

  @Override
  public Integer call() {
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    if (ReviewFolder.isReview(file)) {
      return StudyInput.run(file, common.texts(), err, () -> ofReview(err));
    }
    FlowCounts counts;
    try {
      counts =
          FlowFile.read(
              String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
    } catch (BadInputException failure) {
      return Failures.badInput(failure, common.texts(), err);
    } catch (CharacterCodingException _) {
      err.println(common.texts().text("flow.not-utf8", file));
      err.flush();
      return ExitCode.FOUND;
    } catch (IOException failure) {
      return Failures.cannotOpen(failure, file.toString(), common.texts(), err);
    }
    return new FlowTask(common, err).run(counts, new TypedFacts(counts), options(), output);
  }

  /// The numbers of a review folder; where steps are open, sums break and only a draft is drawn.
  private int ofReview(PrintWriter err) throws IOException, BadInputException {
    Review review = ReviewFolder.at(file).read();
    ReviewFlow flow = ReviewFlows.of(review, common.texts());
    if (!flow.open().isEmpty()) {
      err.println(common.texts().text("flow.open", flow.open().size(), file));
      err.flush();
    }
    return new FlowTask(common, err)
        .run(flow.counts(), new ReviewFacts(review, flow), options(), output);
  }

  private FlowOptions options() {
    return new FlowOptions(
        !without.contains(Part.reasons),
        !without.contains(Part.sources),
        !without.contains(Part.reports),
        !without.contains(Part.extra),
        draft);
  }
}
