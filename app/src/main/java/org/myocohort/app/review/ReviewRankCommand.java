package org.myocohort.app.review;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.StudyInput;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.review.record.ExportFailures;
import org.myocohort.evidence.format.NoRecordsException;
import org.myocohort.evidence.screening.RankingModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Ranks records by what is labelled so far, or simulates a whole screening of labelled ones.
@Command(name = "rank")
public final class ReviewRankCommand implements Callable<Integer> {
  /// In which order records are taken while a ranking cannot tell.
  enum StartOrder {
    FILE,
    SHUFFLED
  }

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(index = "0", arity = "0..1", paramLabel = "RECORDS", descriptionKey = "rank.records")
  private @Nullable Path records;

  @Option(names = "--labels", paramLabel = "FILE", descriptionKey = "rank.labels")
  private @Nullable Path labels;

  @Option(names = "--simulate", paramLabel = "LABELLED", descriptionKey = "rank.simulate")
  private @Nullable Path simulated;

  @Option(names = "--label", paramLabel = "COLUMN", descriptionKey = "rank.label")
  private @Nullable String labelColumn;

  @Option(names = "--model", paramLabel = "MODEL", descriptionKey = "rank.model")
  private RankingModel model = RankingModel.SEEDED;

  @Option(names = "--criteria", paramLabel = "TEXT", descriptionKey = "rank.criteria")
  private String criteria = "";

  @Option(names = "--order", paramLabel = "ORDER", descriptionKey = "rank.order")
  private StartOrder order = StartOrder.FILE;

  @Option(names = "--priors", paramLabel = "PRIORS", descriptionKey = "rank.priors")
  private String priors = "";

  @Option(names = "--seed", paramLabel = "NUMBER", descriptionKey = "rank.seed")
  private long seed = 1;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    Path labelled = simulated;
    Path toRank = records;
    if ((labelled == null) == (toRank == null)) {
      err.println(texts.text("rank.one-file"));
      err.flush();
      return ExitCode.USAGE;
    }
    if (labelled != null) {
      SimulationTask task =
          new SimulationTask(model, criteria, order, priors, seed, labelColumn, texts, err);
      return StudyInput.run(labelled, texts, err, () -> task.run(labelled, common.format()));
    }
    Path ranked = Objects.requireNonNull(toRank);
    RankTask task = new RankTask(model, criteria, labelColumn, texts, err);
    return StudyInput.run(
        ranked,
        texts,
        err,
        () -> {
          try {
            return task.run(ranked, labels, common.format());
          } catch (NoRecordsException nothing) {
            return ExportFailures.said(nothing, ranked, texts, err);
          }
        });
  }
}
