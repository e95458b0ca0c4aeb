package org.myocohort.app.web.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.app.web.transfer.Job;
import org.myocohort.care.trial.store.TrialImport;
import org.myocohort.registry.access.Actor;
import org.springframework.stereotype.Component;

/// Files of trials on their way in. Only who brought a file sees it; it is forgotten after an hour,
/// or when too many others came after it.
@Component
final class TrialUploads implements AutoCloseable {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 4;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Upload> uploads = new LinkedHashMap<>();

  TrialUploads(InstantSource clock) {
    this.clock = clock;
  }

  /// A file that was read and not imported yet.
  static final class Upload {
    final String account;
    final Path file;
    final String name;
    final @Nullable LocalDate named;
    final LocalDate today;
    final Instant since;
    final Job<TrialUploadCheck> check;
    @Nullable Job<TrialImport.Outcome> apply;

    Upload(
        String account,
        Path file,
        String name,
        @Nullable LocalDate named,
        LocalDate today,
        Instant since,
        Job<TrialUploadCheck> check) {
      this.account = account;
      this.file = file;
      this.name = name;
      this.named = named;
      this.today = today;
      this.since = since;
      this.check = check;
    }
  }

  synchronized String keep(Upload upload) {
    for (Map.Entry<String, Upload> old : Map.copyOf(uploads).entrySet()) {
      if (old.getValue().since.plus(KEPT).isBefore(clock.instant())) {
        forget(old.getKey());
      }
    }
    while (uploads.size() >= MOST) {
      forget(uploads.keySet().iterator().next());
    }
    byte[] token = new byte[16];
    random.nextBytes(token);
    String name = HexFormat.of().formatHex(token);
    uploads.put(name, upload);
    return name;
  }

  synchronized Upload find(Actor actor, String token) {
    Upload upload = uploads.get(token);
    if (upload == null
        || !upload.account.equals(actor.account())
        || upload.since.plus(KEPT).isBefore(clock.instant())) {
      throw new NotFound();
    }
    return upload;
  }

  synchronized void forget(String token) {
    Upload upload = uploads.remove(token);
    if (upload != null) {
      try {
        Files.deleteIfExists(upload.file);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  @Override
  public synchronized void close() {
    for (String token : Map.copyOf(uploads).keySet()) {
      forget(token);
    }
  }
}
