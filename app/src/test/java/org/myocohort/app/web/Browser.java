package org.myocohort.app.web;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.Project;
import org.myocohort.app.demo.ExampleData;
import org.myocohort.app.demo.ExampleDefinitions;
import org.myocohort.app.demo.ExampleReviews;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.registry.identity.MasterKey;
import org.myocohort.registry.store.Database;

/// The system's Chromium and one running application, shared by all tests of a run.
final class Browser {
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static volatile @Nullable Path reviews;

  private Browser() {}

  static com.microsoft.playwright.Browser chromium() {
    return Chromium.SHARED;
  }

  /// The demonstration on a fresh database with the two example studies.
  static WebServer server() {
    return Server.SHARED;
  }

  /// The folder of the reviews that it shows.
  static Path reviews() {
    server();
    return Objects.requireNonNull(reviews);
  }

  private static com.microsoft.playwright.Browser launch() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    com.microsoft.playwright.Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(ARGUMENTS));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return browser;
  }

  /// The browser that `MYOCOHORT_CHROMIUM` names, else the one on the path.
  private static Path executable() {
    String named = System.getenv("MYOCOHORT_CHROMIUM");
    if (named != null) {
      return Path.of(named);
    }
    List<String> folders =
        List.of(Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1));
    // The same engine without windows needs a sixth less of the time.
    return Stream.of("chromium-headless-shell", "chromium")
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "no chromium on the path: install it or name it in MYOCOHORT_CHROMIUM"));
  }

  private static WebServer serve() {
    try {
      Path folder = Files.createTempDirectory("myocohort-pages");
      Database database = Database.embedded(folder);
      ExampleData.fill(database);
      Path shown = ExampleReviews.in(folder, Project.root());
      reviews = shown;
      WebServer server =
          WebServer.start(
              WebSettings.demonstration(0, null)
                  .withIdentityKey(folder.resolve(MasterKey.FILE))
                  .withTrials(ExampleData.trials(folder))
                  .withReviews(shown)
                  .withDefinitions(definitions(folder)),
              database);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(server, folder)));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forget(WebServer server, Path folder) {
    server.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The examples, and a plan with a question of each kind.
  private static Path definitions(Path folder) throws IOException {
    Path definitions = ExampleDefinitions.in(folder, Project.root());
    String plan = "one-of-each-kind.yaml";
    try (InputStream text = Objects.requireNonNull(Browser.class.getResourceAsStream(plan))) {
      Files.copy(text, definitions.resolve("plans/synthetic-centre").resolve(plan));
    }
    return definitions;
  }

  private static final class Chromium {
    static final com.microsoft.playwright.Browser SHARED = launch();
  }

  private static final class Server {
    static final WebServer SHARED = serve();
  }
}
