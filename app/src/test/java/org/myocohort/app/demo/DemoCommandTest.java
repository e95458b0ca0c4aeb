package org.myocohort.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;

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
  void aTakenPortGivesWayToTheNextFreeOne() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("index.html"), "<p>here</p>");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ReportServer server = ReportServer.start(folder, taken.getLocalPort());
        HttpClient client = HttpClient.newHttpClient()) {
      assertThat(server.address()).doesNotContain(":" + taken.getLocalPort() + "/");
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(server.address() + "index.html")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("<p>here</p>");
      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(server.address() + "../secret")).build(),
                      HttpResponse.BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(404);
    }
  }
}
