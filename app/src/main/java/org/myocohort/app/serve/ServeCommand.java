package org.myocohort.app.serve;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.CommonOptions;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.store.OpenStore;
import org.myocohort.app.store.StoreOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Serves the registry until it is stopped.
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {
  /// As `MasterKey` calls it; the command line reads this class at every start, without the
  /// registry.
  private static final String KEY = "identity.key";

  @Spec private @Nullable CommandSpec spec;
  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final StoreOptions store = new StoreOptions();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      descriptionKey = "serve.host")
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      descriptionKey = "serve.port")
  private int port;

  @Option(names = "--public-url", paramLabel = "URL", descriptionKey = "serve.public-url")
  private @Nullable URI publicUrl;

  @Option(names = "--config", paramLabel = "FILE", descriptionKey = "serve.config")
  private @Nullable Path configuration;

  @Option(
      names = "--identity-key",
      paramLabel = "FILE",
      defaultValue = "${env:MYOCOHORT_IDENTITY_KEY}",
      descriptionKey = "serve.identity-key")
  private @Nullable Path identityKey;

  @Option(names = "--trials", paramLabel = "FOLDER", descriptionKey = "serve.trials")
  private @Nullable Path trials;

  @Option(names = "--reviews", paramLabel = "FOLDER", descriptionKey = "serve.reviews")
  private @Nullable Path reviews;

  @Mixin private final OidcOptions oidc = new OidcOptions();

  @Option(names = "--stop-when-started", hidden = true)
  private boolean rehearsal;

  @Override
  public Integer call() {
    Texts texts = common.texts();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    if (configuration != null && !Files.isReadable(configuration)) {
      err.println(
          texts.text("failure.cannot-open", configuration, texts.text("failure.no-such-file")));
      return ExitCode.USAGE;
    }
    OidcConfiguration provider = OidcConfiguration.read(oidc, texts);
    if (provider instanceof OidcConfiguration.Unusable(String message)) {
      err.println(message);
      err.flush();
      return ExitCode.USAGE;
    }
    Registry registry =
        new Registry(
            host,
            port,
            publicUrl,
            configuration,
            keyFile(),
            trials == null ? store.folder().resolve("trials") : trials,
            reviews == null ? store.folder().resolve("reviews") : reviews,
            store.folder().resolve("definitions"),
            provider,
            rehearsal,
            texts,
            err);
    return OpenStore.run(store, texts, err, registry::serve);
  }

  /// The key's file as chosen, else the one in the data folder.
  private Path keyFile() {
    Path chosen = identityKey;
    return chosen == null || chosen.toString().isEmpty() ? store.folder().resolve(KEY) : chosen;
  }
}
