package org.myocohort.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs in as a person does: opens the one-time link, chooses a password, and signs in with it.
final class SignIn {
  private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");
  private static final String PASSWORD = "fifty pages a second";

  private final HttpClient client;
  private final URI link;

  /// @param client keeps cookies
  SignIn(HttpClient client, URI link) {
    this.client = client;
    this.link = link;
  }

  void as(String login) throws IOException, InterruptedException {
    post(link, link, "password=" + encoded(PASSWORD));
    URI page = link.resolve("/login");
    HttpResponse<String> answer =
        post(page, page, "username=" + encoded(login) + "&password=" + encoded(PASSWORD));
    if (answer.headers().firstValue("Location").orElse("").contains("wrong")) {
      throw new IOException("cannot sign in: " + answer.headers().map());
    }
  }

  private HttpResponse<String> post(URI form, URI to, String fields)
      throws IOException, InterruptedException {
    Matcher token =
        TOKEN.matcher(client.send(request(form).GET().build(), BodyHandlers.ofString()).body());
    if (!token.find()) {
      throw new IOException("no form at " + form);
    }
    HttpResponse<String> answer =
        client.send(
            request(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields + "&_csrf=" + encoded(token.group(1))))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() != 302) {
      throw new IOException(to + " answered " + answer.statusCode());
    }
    return answer;
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).header("Accept", "text/html");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
