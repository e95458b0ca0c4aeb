package org.myocohort.app.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.myocohort.app.web.WebServer;

/// Asks a running registry for what every session begins with, so that a training run sees the
/// classes that this needs.
final class Rehearsal {
  private Rehearsal() {}

  static void of(WebServer server) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : new String[] {"login", "", "static/app.css", "nothing"}) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Accept", "text/html")
                .build();
        var _ = client.send(request, BodyHandlers.discarding());
      }
    }
  }
}
