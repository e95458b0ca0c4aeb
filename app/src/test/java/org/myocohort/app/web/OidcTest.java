package org.myocohort.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.app.web.OpenIdProvider.Token;
import org.myocohort.app.web.login.Throttle;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.audit.AuditFilter;
import org.myocohort.registry.audit.AuditLine;
import org.myocohort.registry.audit.AuditLog;

/// Signing in by a provider of OpenID Connect that stands at another site.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OidcTest extends BrowserTest {
  private static final Actor ADMINISTRATOR = Actor.administratorOnCommandLine();
  private static final String KNOWN = "known@example.org";
  private static int port;
  private static @Nullable OpenIdProvider asked;
  private static @Nullable RegistryServer started;

  @BeforeAll
  static void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    started = RegistryServer.empty(OpenIdProvider.settings(port));
    registry().add(KNOWN, Role.EDITOR, null);
    Account former = registry().add("former@example.org", Role.EDITOR, null);
    registry().accounts().enable(ADMINISTRATOR, former.id(), false);
  }

  @AfterAll
  static void stop() {
    registry().close();
    OpenIdProvider known = asked;
    if (known != null) {
      known.close();
    }
  }

  /// All tests ask from one address: the failures of one are not to make another wait.
  @BeforeEach
  void forgetFailures() {
    Throttle throttle = registry().server().beans().getBean(Throttle.class);
    throttle.succeeded("provider from 127.0.0.1");
    throttle.succeeded(KNOWN);
  }

  /// Started by the first test that needs it.
  private static OpenIdProvider provider() {
    OpenIdProvider known = asked;
    if (known == null) {
      try {
        known = OpenIdProvider.start(port);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      asked = known;
    }
    return known;
  }

  private static RegistryServer registry() {
    return Objects.requireNonNull(started);
  }

  private static String at(String path) {
    return "http://localhost:" + registry().server().port() + path;
  }

  /// What happened in the registry last: action and how.
  private static List<String> audited() {
    AuditLog audit = registry().server().beans().getBean(AuditLog.class);
    return audit.page(ADMINISTRATOR, AuditFilter.ALL, 0).lines().stream()
        .map(AuditLine::action)
        .toList();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /// What the registry asks the provider when this visitor wants to sign in by it.
  private static Map<String, String> begin(Visitor visitor) throws Exception {
    String address = location(visitor.get("/login/oidc"));
    assertThat(address).startsWith(provider().issuer() + "/authorize?");
    return OpenIdProvider.parameters(URI.create(address).getRawQuery());
  }

  /// Goes where the provider sends the browser; gives where the registry sends it then.
  private static String back(Visitor visitor, String address) throws Exception {
    URI to = URI.create(address);
    return location(visitor.get(to.getRawPath() + "?" + to.getRawQuery()));
  }

  @Test
  @Order(1) // once the provider has said where its parts are, it is not asked again
  void theRegistryWorksWithoutTheProviderAndFindsItLater() throws Exception {
    Visitor visitor = registry().visitor();
    assertThat(location(visitor.get("/login/oidc"))).endsWith("/login?oidc=down");
    assertThat(visitor.get("/login?oidc=down").body()).contains("Example Hospital does not answer");
    assertThat(registry().visitor("viewer").get("/").statusCode()).isEqualTo(200);
    provider().callItself("https://elsewhere.example");
    assertThat(location(visitor.get("/login/oidc"))).endsWith("/login?oidc=down");
    provider().callItself(null);
    begin(visitor);
  }

  @Test
  void somebodySignsInAtAnotherSiteAndSeesThePageAskedFor() {
    Account account = registry().add("hanna@example.org", Role.EDITOR, null);
    Page page = browser(Width.desktop, "en");
    page.navigate(at("/account"));
    check(page, "login-oidc-desktop-en");
    Cookie before = session(page);
    assertThat(before.sameSite).isEqualTo(SameSiteAttribute.LAX);
    page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Sign in with Example Hospital"))
        .click();
    assertThat(page.url()).startsWith(provider().issuer());
    page.getByLabel("E-mail").fill("Hanna@Example.org");
    page.getByRole(AriaRole.BUTTON).click();
    page.waitForURL(at("/account*"));
    assertThat(page.locator("header").textContent()).contains("Name of hanna@example.org");
    assertThat(session(page).value).as("a new session").isNotEqualTo(before.value);
    assertThat(audited().getFirst()).isEqualTo("sign-in");

    // The next request of an account that was disabled is the last.
    registry().accounts().enable(ADMINISTRATOR, account.id(), false);
    page.navigate(at("/account"));
    assertThat(page.url()).endsWith("/login");
  }

  private static Cookie session(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("session"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void somebodyWithoutAnAccountIsToldSo() {
    Page page = browser(Width.phone, "it");
    page.navigate(at("/login/oidc"));
    page.getByLabel("E-mail").fill("nobody@example.org");
    page.getByRole(AriaRole.BUTTON).click();
    page.waitForURL(at("/login?oidc=account"));
    assertThat(page.locator("[role=alert]").first().textContent())
        .startsWith("Example Hospital la conosce");
    check(page, "login-oidc-account-phone-it");
  }

  @Test
  void theRegistryAsksForNoMoreThanItNeeds() throws Exception {
    Map<String, String> asked = begin(registry().visitor());
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("scope", "openid email")
        .containsEntry("client_id", OpenIdProvider.CLIENT)
        .containsEntry("redirect_uri", at("/login/oidc/code"))
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge");
  }

  /// A token that is not to be taken.
  private static Arguments wrong(String what, String problem, Function<Token, Token> change) {
    return Arguments.of(what, problem, change);
  }

  static List<Arguments> refused() {
    return List.of(
        wrong("an account that was disabled", "account", changed("email", "former@example.org")),
        wrong("a name of other letters", "account", changed("email", "\u212Anown@example.org")),
        wrong("no address", "account", changed("email", null)),
        wrong("an address not verified", "unverified", changed("email_verified", false)),
        wrong("an address not verified, as text", "unverified", changed("email_verified", "no")),
        wrong("the nonce of another request", "failed", changed("nonce", "another")),
        wrong("no nonce", "failed", changed("nonce", null)),
        wrong("another issuer", "failed", changed("iss", "https://elsewhere.example")),
        wrong("made for another client", "failed", changed("aud", "another")),
        wrong("over", "failed", changed("exp", Date.from(Instant.now().minusSeconds(120)))),
        wrong(
            "signed by another key",
            "failed",
            token -> new Token(token.claims(), OpenIdProvider.newKey())));
  }

  private static Function<Token, Token> changed(String claim, @Nullable Object value) {
    return token -> new Token(token.claims().claim(claim, value), token.key());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void aTokenThatDoesNotFitSignsNobodyIn(String what, String problem, Function<Token, Token> change)
      throws Exception {
    Visitor visitor = registry().visitor();
    Map<String, String> asked = begin(visitor);
    Token token = change.apply(provider().token(asked, KNOWN));
    assertThat(back(visitor, provider().allow(asked, token)))
        .as(what)
        .endsWith("/login?oidc=" + problem);
    assertThat(location(visitor.get("/account"))).endsWith("/login");
    if (what.contains("disabled") || what.contains("verified")) {
      assertThat(audited().getFirst()).isEqualTo("sign-in-refused");
    }
    assertThat(visitor.get("/login?oidc=" + problem).body())
        .contains("<p class=\"attention\" role=\"alert\">");
  }

  @Test
  void onlyTheSessionThatAskedIsSignedInAndOnlyOnce() throws Exception {
    Visitor visitor = registry().visitor();
    Map<String, String> asked = begin(visitor);
    String address = provider().allow(asked, provider().token(asked, KNOWN));
    Visitor other = registry().visitor();
    assertThat(back(other, address)).as("without asking").endsWith("/login?oidc=failed");
    begin(other);
    assertThat(back(other, address)).as("another's state").endsWith("/login?oidc=failed");
    assertThat(back(visitor, address.replaceFirst("state=.*", "state=x")))
        .as("a state made up")
        .endsWith("/login?oidc=failed");
    assertThat(back(visitor, address.replaceFirst("code=[^&]+", "error=access_denied")))
        .as("not agreed")
        .endsWith("/login?oidc=failed");
    asked = begin(visitor);
    address = provider().allow(asked, provider().token(asked, KNOWN));
    assertThat(back(visitor, address)).endsWith("/");
    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    assertThat(back(visitor, address)).as("again").endsWith("/login?oidc=failed");
  }

  @Test
  void whoHasNoPasswordChoosesOneRightAfterComingIn() throws Exception {
    registry().accounts().add(ADMINISTRATOR, "new@example.org", "New", Role.EDITOR, null);
    Visitor visitor = registry().visitor();
    Map<String, String> asked = begin(visitor);
    back(visitor, provider().allow(asked, provider().token(asked, "new@example.org")));
    assertThat(visitor.get("/account").body()).doesNotContain("id=\"current\"");
    assertThat(
            location(
                visitor.post("/account/password", Map.of("password", RegistryServer.PASSWORD))))
        .endsWith("/login");
    assertThat(registry().visitor("new@example.org").get("/account").body())
        .contains("id=\"current\"");
    SignedIn person =
        SignedIn.of(
            registry().accounts().findLogin("new@example.org").orElseThrow(),
            Instant.parse("2026-11-22T09:00:00Z"));
    assertThat(person.isRecent(Instant.parse("2026-11-22T09:04:59Z"))).isTrue();
    assertThat(person.isRecent(Instant.parse("2026-11-22T09:05:00Z"))).isFalse();
  }

  @Test
  void afterFiveFailuresEvenTheRightOneHasToWait() throws Exception {
    for (int i = 0; i < 5; i++) {
      Visitor visitor = registry().visitor();
      Map<String, String> asked = begin(visitor);
      Token token = provider().token(asked, KNOWN);
      token.claims().claim("email_verified", false);
      assertThat(back(visitor, provider().allow(asked, token))).endsWith("/login?oidc=unverified");
    }
    Visitor visitor = registry().visitor();
    Map<String, String> asked = begin(visitor);
    assertThat(back(visitor, provider().allow(asked, provider().token(asked, KNOWN))))
        .endsWith("/login?wait");
  }
}
