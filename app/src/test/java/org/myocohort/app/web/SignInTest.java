package org.myocohort.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.account.Account;

class SignInTest extends BrowserTest {
  private static final Actor ADMINISTRATOR = Actor.administratorOnCommandLine();
  private static @Nullable RegistryServer started;

  @BeforeAll
  static void start() throws IOException {
    started = RegistryServer.start();
  }

  @AfterAll
  static void stop() {
    registry().close();
  }

  private static RegistryServer registry() {
    return Objects.requireNonNull(started);
  }

  private static String at(String path) {
    return "http://localhost:" + registry().server().port() + path;
  }

  @Test
  void anAdministratorInvitesSomebodyWhoChoosesAPasswordAndSignsIn() {
    Page page = browser(Width.desktop, "en");
    page.navigate(at("/accounts"));
    check(page, "login-desktop-en");
    signIn(page, "administrator");
    assertThat(page.url()).as("the page asked for").startsWith(at("/accounts"));
    page.getByLabel("Login", new GetByLabelOptions().setExact(true)).fill("Ada");
    page.getByLabel("Name", new GetByLabelOptions().setExact(true)).fill("Ada L.");
    page.getByLabel("Role").selectOption("editor");
    page.getByLabel("all centres").uncheck();
    page.getByLabel("Otherwise only these").fill("Synthetic centre Lyon");
    check(page, "accounts-filled-desktop-en");
    click(page, "Add and make a one-time link");
    check(page, "account-desktop-en");
    String link = page.locator("code.link").textContent();
    page.reload();
    assertThat(page.locator("code.link").count()).as("shown once").isZero();

    Page hers = browser(Width.phone, "it");
    hers.navigate(link);
    check(hers, "choose-phone-it");
    hers.getByLabel("Nuova password").fill("password1234");
    click(hers, "Tieni questa password");
    assertThat(hers.locator(".error").textContent()).contains("Facile da indovinare");
    check(hers, "choose-refused-phone-it");
    hers.getByLabel("Nuova password").fill("nine green herons");
    click(hers, "Tieni questa password");
    check(hers, "login-phone-it");
    hers.locator("#username").fill("ada");
    hers.locator("#password").fill("nine green herons");
    click(hers, "Accedi");
    hers.navigate(at("/account"));
    check(hers, "own-account-phone-it");
    assertThat(hers.navigate(link).status()).as("serves once").isEqualTo(404);
    hers.navigate(at("/"));
    hers.locator("header details.menu").last().locator("summary").click();
    click(hers, "Esci");
    assertThat(hers.url()).contains("/login");
    assertThat(hers.navigate(at("/")).url()).endsWith("/login");
  }

  private static void click(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }

  private static void signIn(Page page, String login) {
    page.getByLabel("Login").fill(login);
    page.getByLabel("Password").fill(RegistryServer.PASSWORD);
    click(page, "Sign in");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void afterFiveFailuresEvenTheRightPasswordHasToWait() throws Exception {
    registry().add("guessed", Role.VIEWER, null);
    Visitor visitor = registry().visitor();
    for (int i = 0; i < 5; i++) {
      assertThat(
              location(
                  visitor.post("/login", Map.of("username", "guessed", "password", "wrong " + i))))
          .endsWith("/login?wrong");
    }
    Map<String, String> right = Map.of("username", "Guessed", "password", RegistryServer.PASSWORD);
    assertThat(location(visitor.post("/login", right))).endsWith("/login?wait");
    assertThat(location(visitor.post("/login", Map.of("username", "nobody", "password", "x"))))
        .as("others need not wait")
        .endsWith("/login?wrong");
  }

  @Test
  void aChangeOfAnAccountHoldsFromTheNextRequest() throws Exception {
    Account account = registry().add("changed", Role.ADMINISTRATOR, null);
    Visitor visitor = registry().visitor("changed");
    assertThat(visitor.get("/accounts").statusCode()).isEqualTo(200);
    registry().accounts().change(ADMINISTRATOR, account.id(), "C", Role.VIEWER, Set.of());
    assertThat(visitor.get("/accounts").statusCode()).isEqualTo(403);
    assertThat(visitor.get("/").statusCode()).isEqualTo(200);
    registry().accounts().enable(ADMINISTRATOR, account.id(), false);
    assertThat(location(visitor.get("/"))).endsWith("/login");
    Map<String, String> right = Map.of("username", "changed", "password", RegistryServer.PASSWORD);
    assertThat(location(visitor.post("/login", right))).endsWith("/login?wrong");
  }

  @Test
  void aNewPasswordEndsEverySession() throws Exception {
    registry().add("careful", Role.VIEWER, null);
    Visitor here = registry().visitor("careful");
    Visitor elsewhere = registry().visitor("careful");
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);
    here.post(
        "/account/password", Map.of("current", "not this one", "password", "eleven brown bears"));
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);
    here.post(
        "/account/password",
        Map.of("current", RegistryServer.PASSWORD, "password", "eleven brown bears"));
    assertThat(location(elsewhere.get("/account"))).endsWith("/login");
    assertThat(location(here.get("/account"))).endsWith("/login");
  }

  @Test
  void aFragmentOfAClosedSessionTurnsTheWholePageToTheLogin() throws Exception {
    HttpResponse<String> answer = registry().visitor().fragment("/");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login");
  }

  @Test
  void aSessionGetsANewNameAtSignInAndItsCookieIsForThisSiteOnly() throws Exception {
    Visitor visitor = registry().visitor();
    String before = visitor.get("/login").headers().firstValue("Set-Cookie").orElse("");
    assertThat(before).contains("HttpOnly").contains("SameSite=Strict");
    Map<String, String> right = Map.of("username", "viewer", "password", RegistryServer.PASSWORD);
    String after = visitor.post("/login", right).headers().firstValue("Set-Cookie").orElse("");
    assertThat(after).startsWith("session=").isNotEqualTo(before);
  }

  @Test
  void withoutAProviderThereIsNoWayToIt() throws Exception {
    Visitor visitor = registry().visitor();
    assertThat(visitor.get("/login?oidc=down").body())
        .doesNotContain("/login/oidc", "does not answer");
    assertThat(visitor.get("/login/oidc").statusCode()).isEqualTo(404);
    assertThat(location(visitor.get("/login/oidc/code?code=c&state=s"))).endsWith("/login");
  }

  @Test
  void pagesAreNeverKeptAndStaticFilesForEver() throws Exception {
    HttpResponse<String> login = registry().visitor().get("/login");
    assertThat(login.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    assertThat(login.headers().firstValue("Content-Security-Policy"))
        .contains(SecurityRules.CONTENT_POLICY);
    assertThat(login.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    String style =
        login.body().replaceFirst("(?s).*href=\"(/static/app-[0-9a-f]+\\.css)\".*", "$1");
    HttpResponse<String> file = registry().visitor().get(style);
    assertThat(file.statusCode()).as(style).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
    assertThat(registry().visitor().get("/language/it?back=//elsewhere.example").headers().map())
        .extractingByKey("Location")
        .asString()
        .doesNotContain("elsewhere");
  }
}
