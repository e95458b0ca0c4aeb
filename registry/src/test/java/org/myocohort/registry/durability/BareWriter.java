package org.myocohort.registry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.instrument.StudySettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.Studies;
import org.myocohort.registry.store.Database;

/// Saves without end and says `ack N` when save N has returned, until it is killed.
///
/// It waits for one line, `DATABASE SEED N`: the folder or URL, the seed of the workload and how
/// many of its saves stand already.
public final class BareWriter {
  private static final String NAME = "bare-writer";

  private BareWriter() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.println("ready");
    out.flush();
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (line == null) {
      return;
    }
    String[] words = line.split(" ", -1);
    Workload workload = new Workload(Long.parseLong(words[1]));
    while (workload.operations() < Integer.parseInt(words[2])) {
      workload.next();
    }
    try (Database database = open(words[0])) {
      PatientStore store = store(database);
      while (true) {
        save(store, workload.next());
        out.println("ack " + workload.operations());
        out.flush();
      }
    }
  }

  /// Starts a class that waits for what to do.
  static Process process(Class<?> main) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// A database on PostgreSQL as one of these processes opens it, see [#awaitGone].
  static String named(String url) {
    return url + "&ApplicationName=" + NAME;
  }

  /// Waits until PostgreSQL knows that those who were killed are gone.
  ///
  /// @param watcher another database of the same server
  static void awaitGone(Database watcher) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (watcher.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = :name")
                    .bind("name", NAME)
                    .mapTo(Integer.class)
                    .one())
        > 0) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static Database open(String where) throws IOException {
    return where.startsWith("jdbc:")
        ? Database.postgresql(where, "", "")
        : Database.embedded(Path.of(where));
  }

  static PatientStore store(Database database) {
    Studies studies = new Studies(database, Instant::now);
    if (studies.find(Workload.STUDY).isEmpty()) {
      studies.save(
          Actor.administratorOnCommandLine(),
          new Studies.StoredStudy(
              Workload.STUDY,
              new StudyWriter.Description(
                  Workload.STUDY, "Myositis", true, StudySettings.DEFAULT, null)),
          "");
    }
    return new PatientStore(database, Instant::now);
  }

  /// Saves, and takes anything but an acknowledgement for a fault of the test.
  static void save(PatientStore store, List<SaveRequest> requests) {
    for (SaveResult result : store.save(Actor.commandLine(), requests)) {
      if (!(result instanceof SaveResult.Saved)) {
        throw new IllegalStateException("not saved: " + result);
      }
    }
  }
}
