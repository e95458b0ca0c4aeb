package org.myocohort.app.web.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.WebSettings;
import org.myocohort.registry.identity.Identities;
import org.myocohort.registry.identity.MasterKey;
import org.myocohort.registry.store.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The identities, opened with the master key when they are first asked for.
@Component
final class IdentityDesk {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityDesk.class);

  private final WebSettings settings;
  private final Database database;
  private final InstantSource clock;
  private @Nullable Identities opened;

  IdentityDesk(WebSettings settings, Database database, InstantSource clock) {
    this.settings = settings;
    this.database = database;
    this.clock = clock;
  }

  /// The identities; empty where there is no key to open them with.
  synchronized Optional<Identities> open() {
    Path file = settings.identityKey();
    if (opened == null && file != null) {
      try {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        opened = new Identities(database, MasterKey.at(file), clock);
      } catch (IOException failure) {
        LOG.error("the identities' key cannot be read or made: {}", failure.getMessage());
      }
    }
    return Optional.ofNullable(opened);
  }
}
