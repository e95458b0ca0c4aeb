package org.myocohort.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;
import org.myocohort.app.web.WebServer;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveRequest;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.store.Database;

class DemoCommandTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theDemonstrationReportsBothExamples() {
    String before = System.getProperty("myocohort.home", "");
    System.setProperty("myocohort.home", Project.root().toString());
    try {
      CommandRun run = CommandRun.of("demo", "--no-serve", "-o", folder, "--format", "csv");
      assertThat(run.exitCode()).isZero();
      assertThat(run.lines()).hasSize(3);
      assertThat(run.lines().getFirst()).isEqualTo("study,report,url");
      assertThat(folder.resolve("anakinra-antisynthetase/report.html")).exists();
      assertThat(folder.resolve("synthetic-centre/patients/SC-001.html")).exists();
      assertThat(folder.resolve("index.html"))
          .content()
          .contains("anakinra-antisynthetase/report.html");
    } finally {
      System.setProperty("myocohort.home", before);
    }
  }

  @Test
  void aTakenPortGivesWayToTheNextFreeOne() throws Exception {
    StudyFolder study = StudyFolder.read(Project.example("anakinra-antisynthetase"));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        WebServer server =
            Demonstration.start(List.of(study), folder, taken.getLocalPort(), false)) {
      assertThat(server.port()).isNotEqualTo(taken.getLocalPort());
      assertThat(get(server, "studies/anakinra-antisynthetase", "localhost"))
          .startsWith("HTTP/1.1 200")
          .contains("Anakinra");
    }
  }

  @Test
  void theDemonstrationAnswersOnlyToTheNamesOfThisMachine() throws Exception {
    StudyFolder study = StudyFolder.read(Project.example("anakinra-antisynthetase"));
    try (WebServer server = Demonstration.start(List.of(study), folder, 8180, false)) {
      assertThat(get(server, "", "127.0.0.1")).startsWith("HTTP/1.1 200");
      assertThat(get(server, "", "attacker.example")).startsWith("HTTP/1.1 403");
      assertThat(get(server, "reports/registry/registry.db", "localhost"))
          .startsWith("HTTP/1.1 404");
    }
  }

  @Test
  void changesAreKeptUntilAFreshStart() throws Exception {
    StudyFolder study = StudyFolder.read(Project.example("anakinra-antisynthetase"));
    PatientKey added = new PatientKey("anakinra-antisynthetase", "P99");
    try (Database database = Database.embedded(folder.resolve("registry"))) {
      Demonstration.fill(List.of(study), database);
      TreeMap<String, String> cells = new TreeMap<>(Map.of("sex", "female", "cohort", "own"));
      List<RowChange> rows = List.of(new RowChange.Put("patients", "P99", cells));
      assertThat(patients(database).save(Actor.commandLine(), SaveRequest.of(added, 0, rows, "")))
          .isInstanceOf(SaveResult.Saved.class);
    }
    Demonstration.start(List.of(study), folder, 8180, false).close();
    assertThat(isKept(added)).isTrue();
    Demonstration.start(List.of(study), folder, 8180, true).close();
    assertThat(isKept(added)).isFalse();
  }

  private boolean isKept(PatientKey key) throws IOException {
    try (Database database = Database.embedded(folder.resolve("registry"))) {
      return patients(database).find(Actor.commandLine(), key).isPresent();
    }
  }

  private static PatientStore patients(Database database) {
    return new PatientStore(database, Instant::now);
  }

  /// The raw answer: Java's client does not let a test choose the name of the host.
  private static String get(WebServer server, String path, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET /" + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
