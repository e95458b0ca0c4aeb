package org.myocohort.registry.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.registry.Databases;
import org.myocohort.registry.SampleStudy;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.backup.Backup;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;
import org.myocohort.registry.store.StoreException;

/// Kills a restore with SIGKILL: one time in two at a random point, one time in two within the
/// milliseconds in which it exchanges names.
///
/// A folder is then as it was, or as the backup is, the plain files with the database; or it is
/// refused, and restored by the next restore. A database on PostgreSQL is empty or as the backup
/// is, and its plain files with it; while it is empty it can be restored again. What was there is
/// never lost, and nothing that was unpacked stays.
///
/// `-Dcrash.kills=200` kills 200 times instead of 6, and half as often on PostgreSQL, see
/// scripts/crash-test.
class RestoreCrashTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 6);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime() & 0xffff_ffffL);
  private static final String OLD = "old";
  private static final String NEW = "new";

  private final SplittableRandom random = new SplittableRandom(SEED);

  @TempDir private Path folder;
  private Path before;
  private Path backup;

  @BeforeEach
  void aRegistryAndABackupOfAnother() throws Exception {
    before = registry(OLD, 3);
    Path after = registry(NEW, 7);
    backup = folder.resolve("backup.zip");
    try (Database database = Database.embedded(after)) {
      Backup.write(
          database,
          backup,
          "myocohort test",
          Instant.now(),
          new Backup.Content(false, BareRestorer.files(after)),
          _ -> {});
    }
  }

  private Path registry(String name, int patients) throws IOException {
    Path place = folder.resolve(name);
    try (Database database = Database.embedded(Files.createDirectory(place))) {
      PatientStore store = SampleStudy.store(database);
      for (int i = 1; i <= patients; i++) {
        SampleStudy.savePatient(store, name + i, 1);
      }
    }
    Path definitions = Files.createDirectories(place.resolve("definitions"));
    Files.writeString(definitions.resolve("cohort.yaml"), name);
    return place;
  }

  @Test
  void aRestoreKilledIntoAFolderLosesNothing() throws Exception {
    long whole = uninterrupted("");
    int unfinished = 0;
    int finished = 0;
    Process prepared = restorer();
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        Path data = data();
        Process process = prepared;
        prepared = restorer();
        if (kill % 2 == 0) {
          run(process, data, "", () -> await(process, random.nextLong(whole * 11 / 10)));
        } else {
          Path marker = data.resolve(Database.RESTORING);
          run(process, data, "", () -> awaitExchange(process, () -> Files.exists(marker)));
        }
        if (Files.exists(data.resolve(Database.RESTORING))) {
          unfinished++;
          assertThatThrownBy(() -> state(data))
              .isInstanceOfSatisfying(
                  StoreException.class,
                  refused -> assertThat(refused.kind()).isEqualTo(StoreException.Kind.RESTORING));
        } else {
          String state = state(data);
          assertThat(files(data)).as("seed %d", SEED).isEqualTo(state);
          finished += state.equals(NEW) ? 1 : 0;
        }
        assertThat(oldStands(data)).as("what was there, seed %d", SEED).isTrue();
        BareRestorer.restore(backup, data, "");
        assertThat(state(data)).isEqualTo(NEW);
        assertThat(files(data)).isEqualTo(NEW);
        assertThat(oldStands(data)).isTrue();
        demandNothingLeft(data);
        Folders.delete(data);
      }
    } finally {
      prepared.destroyForcibly();
    }
    System.out.printf(
        "crash: restore killed %d times (seed %d): %d within the exchange, %d after it%n",
        KILLS, SEED, unfinished, finished);
  }

  @Test
  void aRestoreKilledIntoPostgresqlLosesNothing() throws Exception {
    // Each needs a schema of its own, which takes seconds.
    int kills = KILLS - KILLS / 2;
    int unfinished = 0;
    int finished = 0;
    Process prepared = restorer();
    try (Database watcher = Databases.postgresql()) {
      long whole = uninterrupted(BareWriter.named(Databases.Server.newDatabase()));
      for (int kill = 0; kill < kills; kill++) {
        Path data = data();
        String url = BareWriter.named(Databases.Server.newDatabase());
        Process process = prepared;
        prepared = restorer();
        if (kill % 2 == 0) {
          run(process, data, url, () -> await(process, random.nextLong(whole * 11 / 10)));
        } else {
          run(process, data, url, () -> awaitExchange(process, () -> isMovedAside(data)));
        }
        BareWriter.awaitGone(watcher);
        assertThat(oldText(data)).as("what was there, seed %d", SEED).isTrue();
        if (isEmpty(url)) {
          unfinished += isMovedAside(data) ? 1 : 0;
          restoreWhole(data, url);
          demandNothingLeft(data);
        } else {
          finished++;
        }
        demandNew(url);
        assertThat(files(data)).as("seed %d", SEED).isEqualTo(NEW);
        assertThat(oldText(data)).isTrue();
        Folders.delete(data);
      }
    } finally {
      prepared.destroyForcibly();
    }
    System.out.printf(
        "crash: restore into PostgreSQL killed %d times (seed %d): %d within the exchange, %d after"
            + " it%n",
        kills, SEED, unfinished, finished);
  }

  /// How long a restore takes that is not killed, in nanoseconds.
  private long uninterrupted(String url) throws Exception {
    Path data = data();
    long took = restoreWhole(data, url);
    if (url.isEmpty()) {
      assertThat(state(data)).isEqualTo(NEW);
    } else {
      demandNew(url);
    }
    demandNothingLeft(data);
    Folders.delete(data);
    return took;
  }

  private long restoreWhole(Path data, String url) throws Exception {
    Process process = restorer();
    long took = run(process, data, url, () -> await(process, TimeUnit.MINUTES.toNanos(5)));
    assertThat(process.exitValue()).isZero();
    return took;
  }

  private static void demandNothingLeft(Path data) throws IOException {
    try (Stream<Path> names = Files.list(data)) {
      assertThat(names.map(each -> String.valueOf(each.getFileName())))
          .noneMatch(name -> name.startsWith("."));
    }
  }

  private Path data() throws IOException {
    Path data = folder.resolve("data");
    try (Stream<Path> all = Files.walk(before)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Files.copy(each, data.resolve(before.relativize(each).toString()));
      }
    }
    return data;
  }

  private static Process restorer() throws IOException {
    return BareWriter.process(BareRestorer.class);
  }

  /// Lets it restore, and kills it when a wait is over.
  ///
  /// @return how long it lived, in nanoseconds
  private long run(Process process, Path data, String url, Wait wait) throws Exception {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("ready");
      long begin = System.nanoTime();
      try (OutputStream in = process.getOutputStream()) {
        in.write((backup + "\n" + data + "\n" + url + "\n").getBytes(StandardCharsets.UTF_8));
      }
      wait.over();
      process.toHandle().destroyForcibly();
      process.waitFor();
      assertThat(process.exitValue()).isIn(0, 128 + 9);
      return System.nanoTime() - begin;
    }
  }

  private interface Wait {
    void over() throws InterruptedException, IOException;
  }

  private interface Sign {
    boolean isThere() throws IOException;
  }

  /// Waits so long, or until it ended.
  private static void await(Process process, long nanoseconds) throws InterruptedException {
    process.waitFor(nanoseconds, TimeUnit.NANOSECONDS);
  }

  /// Waits until it says that it exchanges, and up to ten milliseconds more.
  private void awaitExchange(Process process, Sign sign) throws IOException {
    while (process.isAlive() && !sign.isThere()) {
      Thread.onSpinWait();
    }
    long until = System.nanoTime() + random.nextLong(TimeUnit.MILLISECONDS.toNanos(10));
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  /// Whose patients the registry has, all of them.
  private static String state(Path data) throws IOException {
    try (Database database = Database.embedded(data)) {
      return state(database);
    }
  }

  private static String state(Database database) {
    List<String> keys =
        new PatientStore(database, Instant::now)
            .studyRows(SampleStudy.MANAGER, SampleStudy.STUDY).stream()
                .map(Object::toString)
                .toList();
    boolean old = keys.toString().contains(OLD + "1");
    for (int i = 1; i <= (old ? 3 : 7); i++) {
      assertThat(keys.toString()).contains((old ? OLD : NEW) + i);
    }
    return old ? OLD : NEW;
  }

  private static boolean isEmpty(String url) throws IOException {
    try (Database database = BareWriter.open(url)) {
      return new Studies(database, Instant::now).find(SampleStudy.STUDY).isEmpty();
    }
  }

  private static void demandNew(String url) throws IOException {
    try (Database database = BareWriter.open(url)) {
      assertThat(state(database)).isEqualTo(NEW);
      assertThat(AuditVerification.verify(database, null).findings()).isEmpty();
    }
  }

  private static boolean isMovedAside(Path data) throws IOException {
    try (Stream<Path> names = Files.list(data)) {
      return names.anyMatch(each -> String.valueOf(each.getFileName()).startsWith("replaced-"));
    }
  }

  private static String files(Path data) throws IOException {
    return Files.readString(data.resolve("definitions").resolve("cohort.yaml"));
  }

  /// Whether the old database and the old files are somewhere in the folder, as they were.
  private boolean oldStands(Path data) throws IOException {
    byte[] database = Files.readAllBytes(before.resolve(Database.FILE));
    return oldText(data)
        && anyFile(data, Database.FILE, each -> Arrays.equals(Files.readAllBytes(each), database));
  }

  private static boolean oldText(Path data) throws IOException {
    return anyFile(data, "cohort.yaml", each -> Files.readString(each).equals(OLD));
  }

  private interface Look {
    boolean at(Path file) throws IOException;
  }

  private static boolean anyFile(Path data, String name, Look look) throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        if (String.valueOf(each.getFileName()).equals(name) && look.at(each)) {
          return true;
        }
      }
    }
    return false;
  }
}
