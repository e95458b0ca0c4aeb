package org.myocohort.app.review.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.evidence.screening.ScreeningEvent.QueueOrder;
import org.myocohort.evidence.screening.ScreeningStage;
import org.myocohort.exchange.csv.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// How far screening has come, and every way to decide.
@Command(name = "screen")
public final class ReviewScreenCommand implements Callable<Integer> {
  /// What one reviewer does with a record.
  enum Choice {
    INCLUDE,
    EXCLUDE,
    MAYBE,
    UNDO
  }

  /// How a conflict ends.
  enum Resolution {
    INCLUDE,
    EXCLUDE
  }

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(paramLabel = "DIR", descriptionKey = "folder.folder")
  private Path path = Path.of("");

  @Option(names = "--by", paramLabel = "PERSON", descriptionKey = "review-screen.by")
  private @Nullable String by;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      converter = CodeConverter.OfStage.class,
      descriptionKey = "review-screen.stage")
  private ScreeningStage stage = ScreeningStage.TITLE_ABSTRACT;

  @Option(names = "--order", paramLabel = "ORDER", descriptionKey = "review-screen.order")
  private @Nullable QueueOrder order;

  @Option(
      names = "--record",
      paramLabel = "ID",
      split = ",",
      descriptionKey = "review-screen.record")
  private List<String> records = List.of();

  @Option(names = "--decide", paramLabel = "CHOICE", descriptionKey = "review-screen.decide")
  private @Nullable Choice choice;

  @Option(names = "--resolve", paramLabel = "CHOICE", descriptionKey = "review-screen.resolve")
  private @Nullable Resolution resolution;

  @Option(names = "--reason", paramLabel = "CODE", descriptionKey = "review-screen.reason")
  private String reason = "";

  @Option(
      names = "--retrieved",
      paramLabel = "ID",
      split = ",",
      descriptionKey = "review-screen.retrieved")
  private List<String> retrieved = List.of();

  @Option(
      names = "--not-retrieved",
      paramLabel = "ID",
      split = ",",
      descriptionKey = "review-screen.not-retrieved")
  private List<String> notRetrieved = List.of();

  @Option(names = "--conflicts", descriptionKey = "review-screen.conflicts")
  private boolean conflicts;

  @Option(names = "--look", descriptionKey = "review-screen.look")
  private boolean look;

  @Option(names = "--stop", descriptionKey = "review-screen.stop")
  private boolean stop;

  @Option(names = "--go-on", descriptionKey = "review-screen.go-on")
  private boolean goOn;

  @Override
  public Integer call() {
    return FolderWork.run(
        path, common, Objects.requireNonNull(spec).commandLine().getErr(), this::run);
  }

  private int run(FolderWork work) throws IOException, BadInputException, Refused {
    boolean decides = choice != null || resolution != null;
    boolean seeks = !retrieved.isEmpty() || !notRetrieved.isEmpty();
    boolean looks = look || stop || goOn;
    int ways = (decides ? 1 : 0) + (seeks ? 1 : 0) + (looks ? 1 : 0) + (conflicts ? 1 : 0);
    if (ways > 1
        || (choice != null && resolution != null)
        || (stop && goOn)
        || decides == records.isEmpty()) {
      throw work.refused("folder.one-way");
    }
    if (decides) {
      return new DecisionTask(work, stage, work.by(by), reason).run(records, choice, resolution);
    }
    if (seeks) {
      return new RetrievalTask(work, work.by(by), reason).run(retrieved, notRetrieved);
    }
    if (looks) {
      return new LookTask(work, work.by(by)).run(stop, goOn);
    }
    if (conflicts) {
      return new ConflictsTask(work).run();
    }
    return by == null
        ? new ScreenStatus(work).run()
        : new ScreenSession(work, stage, work.by(by), order).run();
  }
}
