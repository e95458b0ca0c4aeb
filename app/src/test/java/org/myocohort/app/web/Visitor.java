package org.myocohort.app.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A client that keeps its cookies, sends the token that a page gave it, and follows no redirect.
public final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String address;

  Visitor(String address) {
    this.address = address.substring(0, address.length() - 1);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  /// Asks as htmx does.
  HttpResponse<String> fragment(String path) throws IOException, InterruptedException {
    return client.send(
        request(path).header("HX-Request", "true").GET().build(), BodyHandlers.ofString());
  }

  /// Sends a form with its token.
  public HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return post(path, body);
  }

  HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
    String token = "_csrf=" + encoded(token());
    return postWithoutToken(path, form.isEmpty() ? token : form + "&" + token);
  }

  HttpResponse<String> postWithoutToken(String path, String form)
      throws IOException, InterruptedException {
    return client.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  /// Every page carries the token; this one is open to everybody, signed in or not.
  private String token() throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get("/login").body());
    if (!token.find()) {
      throw new IllegalStateException("no token on the page");
    }
    return token.group(1);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Accept", "text/html")
        .header("Accept-Language", "en");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
