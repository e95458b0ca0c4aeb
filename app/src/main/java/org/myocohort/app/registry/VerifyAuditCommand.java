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

/// `verify-audit`: recomputes the audit and compares everything with it.
@Command(name = "verify-audit")
public final class VerifyAuditCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final StoreOptions store = new StoreOptions();

  @Option(names = "--head", paramLabel = "FILE", descriptionKey = "verify-audit.head")
  private @Nullable Path head;

  @Option(names = "--export-head", paramLabel = "FILE", descriptionKey = "verify-audit.export-head")
  private @Nullable Path exported;

  @Override
  public Integer call() {
    return new VerifyAuditTask(common, store, Objects.requireNonNull(spec).commandLine().getErr())
        .run(head, exported);
  }
}
