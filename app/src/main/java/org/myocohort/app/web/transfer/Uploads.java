package org.myocohort.app.web.transfer;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.myocohort.app.web.NotFound;
import org.myocohort.registry.access.Actor;
import org.springframework.stereotype.Component;

/// The files on their way in. Only who brought a file sees it; it is forgotten after an hour, or
/// when too many others came after it.
@Component
final class Uploads {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 6;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Upload> uploads = new LinkedHashMap<>();

  Uploads(InstantSource clock) {
    this.clock = clock;
  }

  synchronized String keep(Upload upload) {
    uploads.values().removeIf(old -> old.since.plus(KEPT).isBefore(clock.instant()));
    while (uploads.size() >= MOST) {
      uploads.remove(uploads.keySet().iterator().next());
    }
    byte[] token = new byte[16];
    random.nextBytes(token);
    String name = HexFormat.of().formatHex(token);
    uploads.put(name, upload);
    return name;
  }

  synchronized Upload find(Actor actor, String study, String token) {
    Upload upload = uploads.get(token);
    if (upload == null
        || !upload.account.equals(actor.account())
        || !upload.study.equals(study)
        || upload.since.plus(KEPT).isBefore(clock.instant())) {
      throw new NotFound();
    }
    return upload;
  }

  synchronized void forget(String token) {
    uploads.remove(token);
  }
}
