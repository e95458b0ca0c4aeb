package org.myocohort.registry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.registry.Databases;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;
import org.myocohort.registry.store.StoreException;

/// Kills the writer, or the PostgreSQL server, with SIGKILL at random points and compares what was
/// acknowledged with what is stored.
///
/// Every acknowledged save must be there. No other may be, but for one: the save that was under way
/// when the kill came may have been committed before its acknowledgement was printed. It must then
/// be there wholly. And the chain must verify.
///
/// `-Dcrash.kills=200` kills 200 times on each database instead of 10, see scripts/crash-test;
/// `-Dcrash.seed=N` repeats a run as far as timing allows.
class CrashTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 10);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime() & 0xffff_ffffL);

  /// What has to stand, as far as the checks have come.
  private final Workload workload = new Workload(SEED);

  private final SplittableRandom random = new SplittableRandom(SEED);
  private int unacknowledged;

  @TempDir private Path folder;

  @Test
  void theEmbeddedDatabaseKeepsWhatItAcknowledged() throws Exception {
    String where = folder.resolve("data").toString();
    killWriters(where, KILLS, () -> {});
    report("SQLite, writer killed", KILLS);
  }

  @Test
  void postgresqlKeepsWhatItAcknowledgedWhenTheWriterIsKilled() throws Exception {
    int kills = KILLS - KILLS / 2;
    String url = BareWriter.named(Databases.Server.newDatabase());
    try (Database watcher = Databases.postgresql()) {
      killWriters(url, kills, () -> BareWriter.awaitGone(watcher));
    }
    report("PostgreSQL, writer killed", kills);
  }

  @Test
  void postgresqlKeepsWhatItAcknowledgedWhenTheServerIsKilled() throws Exception {
    int kills = KILLS / 2;
    Path data = folder.resolve("postgresql");
    EmbeddedPostgres server = server(data);
    int port = server.getPort();
    try {
      for (int kill = 0; kill < kills; kill++) {
        int acknowledged = writeUntilTheServerDies(server.getJdbcUrl("postgres", "postgres"), data);
        server.close();
        server = server(data, port);
        check(server.getJdbcUrl("postgres", "postgres"), acknowledged);
      }
    } finally {
      server.close();
    }
    report("PostgreSQL, server killed", kills);
  }

  private void report(String what, int kills) {
    System.out.println(
        "crash: %s %d times (seed %d): %d saves stand, %d of them committed but not acknowledged"
            .formatted(what, kills, SEED, workload.operations(), unacknowledged));
  }

  private void killWriters(String where, int kills, Runnable afterKill) throws Exception {
    Process prepared = writer();
    try {
      for (int kill = 0; kill < kills; kill++) {
        Process process = prepared;
        prepared = writer();
        int acknowledged = runAndKill(process, where);
        afterKill.run();
        check(where, acknowledged);
      }
    } finally {
      prepared.destroyForcibly();
    }
  }

  private static Process writer() throws IOException {
    return BareWriter.process(BareWriter.class);
  }

  /// Lets a writer run and kills it: one in four times while it opens the database or makes its
  /// schema, else while it saves.
  ///
  /// @return how many saves were acknowledged in all
  private int runAndKill(Process process, String where) throws Exception {
    int acknowledged = workload.operations();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).isEqualTo("ready");
      try (OutputStream in = process.getOutputStream()) {
        in.write((where + " " + SEED + " " + acknowledged + "\n").getBytes(StandardCharsets.UTF_8));
      }
      if (random.nextInt(4) > 0) {
        acknowledged = acknowledged(out.readLine());
        TimeUnit.MICROSECONDS.sleep(random.nextInt(800_000));
      } else {
        TimeUnit.MICROSECONDS.sleep(random.nextInt(1_500_000));
      }
      // Not of the process itself: that would close the pipe with what is still in it.
      process.toHandle().destroyForcibly();
      process.waitFor();
      String line;
      while ((line = out.readLine()) != null) {
        acknowledged = acknowledged(line);
      }
    }
    assertThat(process.exitValue()).as("ended by SIGKILL and nothing else").isEqualTo(128 + 9);
    return acknowledged;
  }

  private static int acknowledged(String line) {
    assertThat(line).as("what the writer prints").startsWith("ack ");
    return Integer.parseInt(line.substring(4));
  }

  /// The server's process of a killed client ends the statement it is at.
  private void check(String where, int acknowledged) throws IOException {
    while (workload.operations() < acknowledged) {
      workload.next();
    }
    try (Database database = BareWriter.open(where)) {
      boolean begun =
          new Studies(database, java.time.Instant::now).find(Workload.STUDY).isPresent();
      Map<String, String> stored =
          begun
              ? Workload.stored(
                  new PatientStore(database, java.time.Instant::now)
                      .studyRows(Actor.commandLine(), Workload.STUDY))
              : Map.of();
      if (begun && !stored.equals(workload.expected())) {
        workload.next();
        unacknowledged++;
      }
      assertThat(stored)
          .as("after save %d, or the one then under way; seed %d", acknowledged, SEED)
          .isEqualTo(workload.expected());
      AuditVerification.Result audit = AuditVerification.verify(database, null);
      assertThat(audit.findings()).isEmpty();
    }
  }

  private static EmbeddedPostgres server(Path data) throws IOException {
    return server(data, 0);
  }

  private static EmbeddedPostgres server(Path data, int port) throws IOException {
    EmbeddedPostgres.Builder builder =
        Databases.Server.durable(EmbeddedPostgres.builder())
            .setDataDirectory(data)
            .setCleanDataDirectory(false);
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  private int writeUntilTheServerDies(String url, Path data) throws Exception {
    int[] acknowledged = {workload.operations()};
    CountDownLatch saving = new CountDownLatch(1);
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              Workload own = new Workload(SEED);
              while (own.operations() < acknowledged[0]) {
                own.next();
              }
              try (Database database = BareWriter.open(url)) {
                PatientStore store = BareWriter.store(database);
                while (true) {
                  BareWriter.save(store, own.next());
                  acknowledged[0] = own.operations();
                  saving.countDown();
                }
              } catch (StoreException expected) {
                assertThat(expected.kind())
                    .isIn(StoreException.Kind.UNAVAILABLE, StoreException.Kind.COMMIT_UNKNOWN);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    if (random.nextInt(4) > 0) {
      assertThat(saving.await(60, TimeUnit.SECONDS)).isTrue();
      TimeUnit.MICROSECONDS.sleep(random.nextInt(800_000));
    } else {
      TimeUnit.MICROSECONDS.sleep(random.nextInt(1_000_000));
    }
    killServer(data);
    writer.join();
    return acknowledged[0];
  }

  /// Kills the postmaster and every process that it started, at once.
  private static void killServer(Path data) throws IOException {
    long postmaster =
        Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
    var children = handle.descendants().toList();
    handle.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    handle.onExit().join();
    children.forEach(child -> child.onExit().join());
  }
}
