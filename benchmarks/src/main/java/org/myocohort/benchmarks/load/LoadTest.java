package org.myocohort.benchmarks.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Asks a running registry at a steady rate and says how long it took to answer.
///
/// Requests are sent at fixed times, whether or not those before were answered (an open loop), and
/// each is measured from the time at which it should have been sent: a server that stands still is
/// charged for everybody who waits meanwhile. The same seed gives the same requests.
public final class LoadTest {
  private static final List<String> WORDS =
      List.of("jo1", "mda5 lyon", "milan female", "sc-04", "stockholm ro52", "srp", "sc-9999");
  private static final List<String> SORTS =
      List.of("", "&sort=score&order=desc", "&sort=last-visit", "&sort=centre", "&sort=visits");

  private final HttpClient client;
  private final String base;
  private final int patients;
  private final Random random = new Random(7);

  private record Answered(String kind, long micros, int status, long bytes) {}

  private LoadTest(HttpClient client, String base, int patients) {
    this.client = client;
    this.base = base;
    this.patients = patients;
  }

  /// Runs.
  ///
  /// @param arguments the one-time link of an account of the application, its login, how many
  ///   patients there are, requests a second, seconds of warm-up that are not counted, seconds that
  ///   are
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rate = Integer.parseInt(arguments[3]);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient client =
            HttpClient.newBuilder()
                .executor(threads)
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
      URI link = URI.create(arguments[0]);
      new SignIn(client, link).as(arguments[1]);
      LoadTest test =
          new LoadTest(
              client,
              link.resolve("/studies/" + FillRegistry.STUDY + "/patients").toString(),
              Integer.parseInt(arguments[2]));
      test.run(rate, Integer.parseInt(arguments[4]));
      report(rate, test.run(rate, Integer.parseInt(arguments[5])));
    }
  }

  private List<Answered> run(int rate, int seconds) throws InterruptedException {
    int count = rate * seconds;
    ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
    CountDownLatch left = new CountDownLatch(count);
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = begin + TimeUnit.SECONDS.toNanos(1) * i / rate;
      String kind = List.of("list", "search", "patient").get(i % 3);
      HttpRequest request = request(kind);
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(wait);
      }
      var _ =
          client
              .sendAsync(request, BodyHandlers.ofByteArray())
              .whenComplete((response, failure) -> {
                long micros = (System.nanoTime() - due) / 1000;
                answers.add(
                    failure == null
                        ? new Answered(kind, micros, response.statusCode(), response.body().length)
                        : new Answered(kind, micros, 0, 0));
                left.countDown();
              });
    }
    left.await(60, TimeUnit.SECONDS);
    return new ArrayList<>(answers);
  }

  private HttpRequest request(String kind) {
    int number = 1 + random.nextInt(patients);
    return switch (kind) {
      case "list" ->
          get(
              "?page="
                  + (1 + random.nextInt(Math.max(1, patients / 50)))
                  + SORTS.get(random.nextInt(SORTS.size())));
      case "search" ->
          get("?text=" + WORDS.get(random.nextInt(WORDS.size())).replace(" ", "%20"), "HX-Request");
      default -> get("/SC-" + (number < 100 ? "0".repeat(number < 10 ? 2 : 1) : "") + number);
    };
  }

  private HttpRequest get(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Accept-Encoding", "gzip");
    for (String header : headers) {
      request.header(header, "true");
    }
    return request.build();
  }

  private static void report(int rate, List<Answered> answers) {
    Map<String, List<Long>> micros = new TreeMap<>();
    Map<String, Long> bytes = new TreeMap<>();
    long failed = 0;
    for (Answered answered : answers) {
      for (String kind : List.of("all", answered.kind())) {
        micros.computeIfAbsent(kind, _ -> new ArrayList<>()).add(answered.micros());
        bytes.merge(kind, answered.bytes(), Long::sum);
      }
      failed += answered.status() == 200 ? 0 : 1;
    }
    System.out.printf(
        "%d requests at %d a second, %d not answered with 200%n", answers.size(), rate, failed);
    System.out.println("kind      requests   p50 ms   p90 ms   p99 ms   max ms   mean KB");
    micros.forEach((kind, times) -> {
      times.sort(null);
      System.out.printf(
          "%-8s %9d %8.1f %8.1f %8.1f %8.1f %9.1f%n",
          kind,
          times.size(),
          at(times, 0.50),
          at(times, 0.90),
          at(times, 0.99),
          times.getLast() / 1000.0,
          bytes.getOrDefault(kind, 0L) / 1024.0 / times.size());
    });
  }

  /// The smallest time that so large a share of the requests did not exceed.
  private static double at(List<Long> sorted, double share) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1000.0;
  }
}
