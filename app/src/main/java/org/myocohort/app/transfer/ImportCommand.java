package org.myocohort.app.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.store.StoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings a file's rows into a study of the registry, or takes an import back. Holds no type of the
/// registry, see [StoreOptions].
@Command(name = "import")
public final class ImportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final StoreOptions store = new StoreOptions();

  @Parameters(index = "0", arity = "0..1", paramLabel = "SOURCE", descriptionKey = "import.source")
  private @Nullable Path source;

  @Option(names = "--study", paramLabel = "ID", descriptionKey = "import.study")
  private String studyId = "";

  @Option(names = "--mapping", paramLabel = "MAPPING", descriptionKey = "import.mapping")
  private String mappingName = "";

  @Option(names = "--keep-mapping", paramLabel = "NAME", descriptionKey = "import.keep-mapping")
  private String keptAs = "";

  @Option(names = "--show-mapping", descriptionKey = "import.show-mapping")
  private boolean showMapping;

  @Option(names = "--dry-run", descriptionKey = "import.dry-run")
  private boolean dryRun;

  @Option(names = "--good-rows", descriptionKey = "import.good-rows")
  private boolean goodRows;

  @Option(names = "--overwrite", paramLabel = "CELL", descriptionKey = "import.overwrite")
  private List<String> overwrite = List.of();

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "import.reason")
  private String reason = "";

  @Option(names = "--undo", paramLabel = "N", descriptionKey = "import.undo")
  private long undo;

  @Option(names = "--changed-too", descriptionKey = "import.changed-too")
  private boolean changedToo;

  /// What the command line says.
  record Choices(
      @Nullable Path source,
      String studyId,
      String mappingName,
      String keptAs,
      boolean showMapping,
      boolean dryRun,
      boolean goodRows,
      List<String> overwrite,
      String reason,
      long undo,
      boolean changedToo) {}

  @Override
  public Integer call() {
    if (source == null && undo == 0) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), common.texts().text("import.source-or-undo"));
    }
    return new ImportTask(
            common,
            store,
            Objects.requireNonNull(spec).commandLine().getErr(),
            new Choices(
                source,
                studyId,
                mappingName,
                keptAs,
                showMapping,
                dryRun,
                goodRows,
                overwrite,
                reason,
                undo,
                changedToo))
        .run();
  }
}
