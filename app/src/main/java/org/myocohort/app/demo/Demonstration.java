package org.myocohort.app.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.myocohort.app.web.WebServer;
import org.myocohort.app.web.WebSettings;
import org.myocohort.exchange.study.StudyFolder;
import org.myocohort.registry.identity.MasterKey;
import org.myocohort.registry.store.Database;

/// The application with the example studies in a database of its own.
final class Demonstration {
  /// Folder of the database beside the reports.
  private static final String DATA = "registry";

  private static final int PORTS_TRIED = 100;

  private Demonstration() {}

  /// Runs it until the program is stopped.
  ///
  /// @param started told the address once requests are answered
  static void run(
      List<StudyFolder> examples, Path reports, int port, boolean fresh, Consumer<String> started)
      throws IOException {
    try (WebServer server = start(examples, reports, port, fresh)) {
      started.accept(server.address());
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts it.
  ///
  /// @param reports folder of the ready reports; the database stands in a folder within it and is
  ///   kept from start to start
  /// @param port to listen on, or the next free one
  /// @param fresh whether to begin with the examples as they are, forgetting every change
  /// @throws BindException if a hundred ports from there on are taken
  static WebServer start(List<StudyFolder> examples, Path reports, int port, boolean fresh)
      throws IOException {
    int free = freePort(port);
    Path data = reports.resolve(DATA);
    if (fresh && Files.isDirectory(data)) {
      forget(data);
    }
    Database database = Database.embedded(data);
    Path trials;
    Path reviews;
    Path definitions;
    try {
      fill(examples, database);
      trials = ExampleTrials.in(data);
      reviews = ExampleReviews.in(data);
      definitions = ExampleDefinitions.in(data);
    } catch (RuntimeException | IOException failure) {
      database.close();
      throw failure;
    }
    return WebServer.start(
        WebSettings.demonstration(free, reports)
            .withIdentityKey(data.resolve(MasterKey.FILE))
            .withTrials(trials)
            .withReviews(reviews)
            .withDefinitions(definitions),
        database);
  }

  /// Puts the studies into the database that are not there yet.
  static void fill(List<StudyFolder> examples, Database database) {
    examples.forEach(example -> ExampleStudies.load(example, database));
  }

  /// Deletes the files of the database, the imported trials, the reviews and the cohorts, and
  /// nothing else.
  private static void forget(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.toList()) {
        if (String.valueOf(file.getFileName()).startsWith(Database.FILE)) {
          Files.delete(file);
        }
      }
    }
    ExampleTrials.forget(data);
    ExampleReviews.forget(data);
    ExampleDefinitions.forget(data);
  }

  private static int freePort(int port) throws IOException {
    for (int tried = port; tried < port + PORTS_TRIED; tried++) {
      try (ServerSocket socket = new ServerSocket(tried, 1, InetAddress.ofLiteral("127.0.0.1"))) {
        return socket.getLocalPort();
      } catch (BindException _) {
        // Taken: the next one is as good.
      }
    }
    throw new BindException("ports " + port + " to " + (port + PORTS_TRIED - 1) + " are taken");
  }
}
