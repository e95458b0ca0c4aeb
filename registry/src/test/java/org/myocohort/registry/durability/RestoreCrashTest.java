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
import org.myocohort.registry.SampleStudy;
import org.myocohort.registry.backup.Backup;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.store.Database;
import org.myocohort.registry.store.StoreException;

/// Kills a restore with SIGKILL: one time in two at a random point, one time in two within the
/// milliseconds in which it exchanges names.
///
/// The folder is then as it was, or as the backup is, the plain files with the database; or it is
/// refused, and restored by the next restore. What was there is never lost, and nothing that was
/// unpacked stays.
///
/// `-Dcrash.kills=200` kills 200 times instead of 6, see scripts/crash-test.
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
  void aKilledRestoreLosesNothing() throws Exception {
    long whole = uninterrupted();
    int unfinished = 0;
    int finished = 0;
    Process prepared = restorer();
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        Path data = data();
        Process process = prepared;
        prepared = restorer();
        if (kill % 2 == 0) {
          run(process, data, () -> await(process, random.nextLong(whole * 11 / 10)));
        } else {
          run(process, data, () -> awaitExchange(process, data.resolve(Database.RESTORING)));
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
        BareRestorer.restore(backup, data);
        assertThat(state(data)).isEqualTo(NEW);
        assertThat(files(data)).isEqualTo(NEW);
        assertThat(oldStands(data)).isTrue();
        try (Stream<Path> names = Files.list(data)) {
          assertThat(names.map(each -> String.valueOf(each.getFileName())))
              .noneMatch(name -> name.startsWith("."));
        }
        Folders.delete(data);
      }
    } finally {
      prepared.destroyForcibly();
    }
    System.out.printf(
        "crash: restore killed %d times (seed %d): %d within the exchange, %d after it%n",
        KILLS, SEED, unfinished, finished);
  }

  /// How long a restore takes that is not killed, in nanoseconds.
  private long uninterrupted() throws Exception {
    Path data = data();
    Process process = restorer();
    long took = run(process, data, () -> await(process, TimeUnit.MINUTES.toNanos(5)));
    assertThat(state(data)).isEqualTo(NEW);
    Folders.delete(data);
    return took;
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
  private long run(Process process, Path data, Wait wait) throws Exception {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("ready");
      long begin = System.nanoTime();
      try (OutputStream in = process.getOutputStream()) {
        in.write((backup + "\n" + data + "\n").getBytes(StandardCharsets.UTF_8));
      }
      wait.over();
      process.toHandle().destroyForcibly();
      process.waitFor();
      assertThat(process.exitValue()).isIn(0, 128 + 9);
      return System.nanoTime() - begin;
    }
  }

  private interface Wait {
    void over() throws InterruptedException;
  }

  /// Waits so long, or until it ended.
  private static void await(Process process, long nanoseconds) throws InterruptedException {
    process.waitFor(nanoseconds, TimeUnit.NANOSECONDS);
  }

  /// Waits until it says that it exchanges, and up to ten milliseconds more.
  private void awaitExchange(Process process, Path marker) {
    while (process.isAlive() && !Files.exists(marker)) {
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
  }

  private static String files(Path data) throws IOException {
    return Files.readString(data.resolve("definitions").resolve("cohort.yaml"));
  }

  /// Whether the old database and the old files are somewhere in the folder, as they were.
  private boolean oldStands(Path data) throws IOException {
    byte[] database = Files.readAllBytes(before.resolve(Database.FILE));
    boolean rows = false;
    boolean text = false;
    try (Stream<Path> all = Files.walk(data)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(each.getFileName());
        rows |= name.equals(Database.FILE) && Arrays.equals(Files.readAllBytes(each), database);
        text |= name.equals("cohort.yaml") && Files.readString(each).equals(OLD);
      }
    }
    return rows && text;
  }
}
