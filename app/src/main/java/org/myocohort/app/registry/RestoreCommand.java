package org.myocohort.app.registry;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.store.StoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `restore FILE`: puts a backup back after all of it was verified.
@Command(name = "restore")
public final class RestoreCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final FolderOptions folders = new FolderOptions();

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "restore.file")
  private Path file = Path.of("");

  @Option(names = "--replace", descriptionKey = "restore.replace")
  private boolean replace;

  @Override
  public Integer call() {
    return new BackupTasks(
            common, store, folders, Objects.requireNonNull(spec).commandLine().getErr())
        .restore(file, replace);
  }
}
