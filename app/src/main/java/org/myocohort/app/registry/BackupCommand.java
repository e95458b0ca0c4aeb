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
import picocli.CommandLine.Spec;

/// `backup -o FILE`: one moment of the registry in one file, while others go on working.
@Command(name = "backup")
public final class BackupCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final StoreOptions store = new StoreOptions();
  @Mixin private final FolderOptions folders = new FolderOptions();

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      descriptionKey = "backup.out")
  private Path out = Path.of("");

  @Option(names = "--with-identity", descriptionKey = "backup.with-identity")
  private boolean identities;

  @Option(names = "--without-trial-records", descriptionKey = "backup.without-trial-records")
  private boolean withoutTrials;

  @Override
  public Integer call() {
    return new BackupTasks(
            common, store, folders, Objects.requireNonNull(spec).commandLine().getErr())
        .backup(out, identities, !withoutTrials);
  }
}
