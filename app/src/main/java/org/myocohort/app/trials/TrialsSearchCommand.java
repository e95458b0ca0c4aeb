package org.myocohort.app.trials;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Searches the imported trials. Holds no type of the search library, which is loaded for this
/// command only.
@Command(name = "search")
public final class TrialsSearchCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final TrialsFolderOption folder = new TrialsFolderOption();

  @Parameters(arity = "0..*", paramLabel = "WORDS", descriptionKey = "trials.search.words")
  private List<String> words = List.of();

  @Option(
      names = "--phase",
      paramLabel = "PHASE",
      split = ",",
      descriptionKey = "trials.search.phase")
  private List<String> phases = List.of();

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      split = ",",
      descriptionKey = "trials.search.status")
  private List<String> statuses = List.of();

  @Option(
      names = "--country",
      paramLabel = "COUNTRY",
      split = ",",
      descriptionKey = "trials.search.country")
  private List<String> countries = List.of();

  @Option(
      names = "--condition",
      paramLabel = "WORDS",
      split = ",",
      descriptionKey = "trials.search.condition")
  private List<String> conditions = List.of();

  @Option(names = "--near", paramLabel = "LAT,LON", descriptionKey = "trials.search.near")
  private String near = "";

  @Option(
      names = "--within",
      paramLabel = "KM",
      defaultValue = "100",
      descriptionKey = "trials.search.within")
  private double within = 100;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "50",
      descriptionKey = "trials.search.most")
  private int most = 50;

  /// What the command line says.
  record Choices(
      Path folder,
      String words,
      List<String> phases,
      List<String> statuses,
      List<String> countries,
      List<String> conditions,
      String near,
      double within,
      int most) {}

  @Override
  public Integer call() {
    return new SearchTask(
            common,
            Objects.requireNonNull(spec).commandLine().getErr(),
            new Choices(
                folder.folder(),
                String.join(" ", words),
                phases,
                statuses,
                countries,
                conditions,
                near,
                within,
                most))
        .run();
  }
}
