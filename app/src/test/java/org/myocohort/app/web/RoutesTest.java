package org.myocohort.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.registry.access.Role;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route against every role, and against somebody who is not signed in.
class RoutesTest {
  private static final String NOBODY = "nobody";
  private static final Map<String, Visitor> VISITORS = new TreeMap<>();
  private static @Nullable RegistryServer started;

  /// A line of the table.
  record Route(String method, String pattern, String example, String form, Set<String> who) {
    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  private static RegistryServer registry() {
    return Objects.requireNonNull(started);
  }

  @BeforeAll
  static void start() throws IOException {
    // A provider that never answers: its routes are there all the same.
    started =
        RegistryServer.start(
            new OidcSettings(
                URI.create("http://127.0.0.1:1"), "registry", "secret", OidcSettings.EMAIL, "P"));
  }

  @AfterAll
  static void stop() {
    VISITORS.clear();
    registry().close();
  }

  static List<Route> routes() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RoutesTest.class.getResourceAsStream("routes.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(",", 5))
          .map(cells -> new Route(cells[0], cells[1], cells[2], cells[3], who(cells[4])))
          .toList();
    }
  }

  private static Set<String> who(String text) {
    Set<String> who = new TreeSet<>(List.of(text.split(" ", -1)));
    if (who.remove("all")) {
      Stream.of(Role.values()).map(Role::code).forEach(who::add);
    }
    return who;
  }

  @Test
  void everyRouteStandsInTheTable() throws IOException {
    Set<String> served = new TreeSet<>();
    registry()
        .server()
        .beans()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(mapping ->
            mapping
                .getPatternValues()
                .forEach(pattern -> {
                  List<String> methods = new ArrayList<>();
                  mapping
                      .getMethodsCondition()
                      .getMethods()
                      .forEach(one -> methods.add(one.name()));
                  if (methods.isEmpty()) {
                    methods.add("GET");
                  }
                  methods.forEach(method -> served.add(method + " " + pattern));
                }));
    // A filter answers it, before any controller.
    served.add("GET /login/oidc/code");
    Set<String> listed = new TreeSet<>();
    routes().forEach(route -> listed.add(route.toString()));
    assertThat(listed).isEqualTo(served);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aRouteServesThoseWhoMayAndNobodyElse(Route route) throws Exception {
    List<String> everybody = new ArrayList<>(List.of(NOBODY));
    Stream.of(Role.values()).map(Role::code).forEach(everybody::add);
    for (String who : everybody) {
      HttpResponse<String> answer = ask(route, who);
      boolean toLogin =
          answer.statusCode() == 302
              && answer.headers().firstValue("Location").orElse("").endsWith("/login");
      boolean refused = answer.statusCode() == 403 || (who.equals(NOBODY) && toLogin);
      assertThat(refused)
          .as(route + " for " + who + " answers " + answer.statusCode())
          .isEqualTo(!route.who().contains(who));
      assertThat(answer.statusCode()).as(route + " for " + who).isNotIn(400, 500);
      if (toLogin) {
        VISITORS.remove(who);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aChangeWithoutTheTokenOfAPageIsRefused(Route route) throws Exception {
    if (route.method().equals("GET")) {
      return;
    }
    for (Role role : Role.values()) {
      assertThat(visitor(role.code()).postWithoutToken(route.example(), route.form()).statusCode())
          .as(route + " for " + role)
          .isEqualTo(403);
    }
  }

  private static HttpResponse<String> ask(Route route, String who) throws Exception {
    Visitor visitor = visitor(who);
    return route.method().equals("GET")
        ? visitor.get(route.example())
        : visitor.post(route.example(), route.form());
  }

  private static Visitor visitor(String who) throws IOException, InterruptedException {
    Visitor known = VISITORS.get(who);
    if (known == null) {
      known = who.equals(NOBODY) ? registry().visitor() : registry().visitor(who);
      VISITORS.put(who, known);
    }
    return known;
  }
}
