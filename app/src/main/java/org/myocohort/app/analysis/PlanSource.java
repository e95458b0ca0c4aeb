package org.myocohort.app.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cohort.KeptCohorts;
import org.myocohort.cohort.analysis.PlanFile;
import org.myocohort.cohort.selection.CohortDefinition;
import org.myocohort.exchange.csv.BadInputException;

/// A plan as read, with the bytes of every file that it came from.
///
/// @param plan the plan and its cohort
/// @param files bytes by file name: the plan first, then the definition of its cohort
public record PlanSource(PlanFile.Read plan, Map<String, byte[]> files) {
  public static final String PLAN = "plan.yaml";
  static final String COHORT = "cohort.yaml";

  public PlanSource {
    files = new LinkedHashMap<>(files);
  }

  /// Reads a plan. Its cohort is a file beside it, or one kept with the study.
  ///
  /// @param cohort a definition instead of the plan's own, null for that one
  static PlanSource read(Path file, Path study, @Nullable Given cohort)
      throws IOException, BadInputException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    byte[] bytes = KeptCohorts.bytes(file);
    files.put(PLAN, bytes);
    if (cohort != null) {
      files.putAll(cohort.files());
    }
    PlanFile.Read read =
        PlanFile.read(
            file.toString(),
            KeptCohorts.text(file, bytes),
            new PlanFile.Cohorts() {
              @Override
              public Optional<CohortDefinition> find(String name) throws BadInputException {
                return beside(name, file, study, files);
              }

              @Override
              public Optional<CohortDefinition> instead() {
                return Optional.ofNullable(cohort).map(Given::definition);
              }
            });
    return new PlanSource(read, files);
  }

  /// A definition that a user gives instead of the plan's own.
  ///
  /// @param files its bytes by the name of its file
  record Given(CohortDefinition definition, Map<String, byte[]> files) {
    static Given read(Path file) throws IOException, BadInputException {
      byte[] bytes = KeptCohorts.bytes(file);
      return new Given(KeptCohorts.read(file, bytes), Map.of(COHORT, bytes));
    }
  }

  /// Reads a plan of which the cohorts are kept elsewhere.
  ///
  /// @param file how to name it in messages
  /// @param cohorts bytes of the definition of a name, empty where there is none
  public static PlanSource of(String file, byte[] bytes, Function<String, Optional<byte[]>> cohorts)
      throws BadInputException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(PLAN, bytes);
    PlanFile.Read read =
        PlanFile.read(
            file,
            KeptCohorts.text(Path.of(file), bytes),
            name -> {
              Optional<byte[]> found = cohorts.apply(name);
              if (found.isEmpty()) {
                return Optional.empty();
              }
              files.put(COHORT, found.get());
              return Optional.of(KeptCohorts.read(Path.of(name), found.get()));
            });
    return new PlanSource(read, files);
  }

  private static Optional<CohortDefinition> beside(
      String name, Path plan, Path study, Map<String, byte[]> files) throws BadInputException {
    Path beside = plan.toAbsolutePath().resolveSibling(name);
    Path found = Files.isRegularFile(beside) ? beside : null;
    if (found == null && KeptCohorts.isName(name)) {
      Path kept = new KeptCohorts(study).file(name);
      found = Files.isRegularFile(kept) ? kept : null;
    }
    return found == null ? Optional.empty() : definition(found, files);
  }

  private static Optional<CohortDefinition> definition(Path file, Map<String, byte[]> files)
      throws BadInputException {
    try {
      byte[] bytes = KeptCohorts.bytes(file);
      files.put(COHORT, bytes);
      return Optional.of(KeptCohorts.read(file, bytes));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
