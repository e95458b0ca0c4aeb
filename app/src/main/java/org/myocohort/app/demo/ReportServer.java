package org.myocohort.app.demo;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Serves a folder of reports to this machine only.
final class ReportServer implements AutoCloseable {
  private static final int PORTS_TRIED = 100;

  private final HttpServer server;

  private ReportServer(HttpServer server) {
    this.server = server;
  }

  /// Starts on a port, or on the next free one.
  ///
  /// @throws BindException if a hundred ports from there on are taken
  static ReportServer start(Path folder, int port) throws IOException {
    for (int tried = port; tried < port + PORTS_TRIED; tried++) {
      try {
        HttpServer server =
            HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), tried),
                0,
                "/",
                SimpleFileServer.createFileHandler(folder.toAbsolutePath().normalize()));
        server.start();
        return new ReportServer(server);
      } catch (BindException _) {
        // Taken: the next one is as good.
      }
    }
    throw new BindException("ports " + port + " to " + (port + PORTS_TRIED - 1) + " are taken");
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
