package org.myocohort.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.Passkey;
import org.myocohort.registry.account.Passkeys;
import org.myocohort.registry.audit.AuditFilter;
import org.myocohort.registry.audit.AuditLine;
import org.myocohort.registry.audit.AuditLog;

/// Passkeys with the authenticator that Chromium brings for tests.
class PasskeyTest extends BrowserTest {
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

  private static Passkeys passkeys() {
    return registry().server().beans().getBean(Passkeys.class);
  }

  private static String at(String path) {
    return "http://localhost:" + registry().server().port() + path;
  }

  private static CDPSession device(Page page, boolean knowsItsPerson) {
    CDPSession device = page.context().newCDPSession(page);
    device.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", knowsItsPerson);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject wrapped = new JsonObject();
    wrapped.add("options", options);
    device.send("WebAuthn.addVirtualAuthenticator", wrapped);
    return device;
  }

  private static void click(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button).setExact(true)).click();
  }

  private static void signInWithPassword(Page page, String login) {
    page.navigate(at("/account/passkeys"));
    page.getByLabel("Login").fill(login);
    page.getByLabel("Password").fill(RegistryServer.PASSWORD);
    click(page, "Sign in");
    page.waitForURL(at("/account/passkeys*"));
  }

  private static void signOut(Page page) {
    page.locator("header details.menu").last().locator("summary").click();
    click(page, "Sign out");
    page.waitForURL(at("/login?out"));
  }

  private static void add(Page page, String label, String password) {
    page.getByLabel("Name of the passkey").fill(label);
    page.getByLabel("Current password").fill(password);
    click(page, "Add a passkey");
  }

  @Test
  void aPasskeyIsAddedSignsInAndIsRemoved() {
    Account account = registry().add("hanna", Role.EDITOR, null);
    Page page = browser(Width.desktop, "en");
    device(page, true);
    signInWithPassword(page, "hanna");
    check(page, "passkeys-none-desktop-en");
    add(page, "work laptop", "not the password");
    assertThat(page.locator("[data-problem=wrong]").textContent()).contains("not right");
    page.locator("[data-problem=wrong]:not([hidden])").waitFor();
    assertThat(passkeys().of(account.id())).isEmpty();
    add(page, "work laptop", RegistryServer.PASSWORD);
    page.locator(".notice.done").waitFor();
    assertThat(page.locator(".notice").textContent()).contains("work laptop");
    assertThat(passkeys().of(account.id()))
        .singleElement()
        .satisfies(key -> {
          assertThat(key.userVerified()).isTrue();
          assertThat(key.label()).isEqualTo("work laptop");
        });

    signOut(page);
    page.navigate(at("/account/passkeys"));
    assertThat(page.url()).endsWith("/login");
    String before = session(page);
    click(page, "Sign in with a passkey");
    page.waitForURL(at("/account/passkeys*"));
    assertThat(page.locator("header").textContent()).contains("Name of hanna");
    assertThat(session(page)).as("a new session").isNotEqualTo(before);
    assertThat(page.locator("tbody tr").count()).isEqualTo(1);

    // The next request of an account that was disabled is the last.
    registry().accounts().enable(ADMINISTRATOR, account.id(), false);
    page.navigate(at("/account/passkeys"));
    assertThat(page.url()).endsWith("/login");
    click(page, "Sign in with a passkey");
    page.waitForURL(at("/login?passkey"));
    assertThat(page.locator("[role=alert]").first().textContent()).contains("does not open");
    registry().accounts().enable(ADMINISTRATOR, account.id(), true);
    click(page, "Sign in with a passkey");
    page.waitForURL(url -> !url.contains("/login"));
    page.navigate(at("/account/passkeys"));
    click(page, "Remove the passkey work laptop");
    page.locator(".notice.done").waitFor();
    assertThat(passkeys().of(account.id())).isEmpty();

    signOut(page);
    click(page, "Sign in with a passkey");
    page.waitForURL(at("/login?passkey"));
    assertThat(page.navigate(at("/account")).url()).endsWith("/login");
    assertThat(audited())
        .containsSubsequence(
            "passkey-add", "sign-in", "sign-in-refused", "sign-in", "passkey-remove");
  }

  private static String session(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("session"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElse("");
  }

  /// What happened in the registry of late, the oldest first.
  private static List<String> audited() {
    AuditLog audit = registry().server().beans().getBean(AuditLog.class);
    return audit.page(ADMINISTRATOR, AuditFilter.ALL, 0).lines().reversed().stream()
        .map(AuditLine::action)
        .toList();
  }

  @Test
  void aDeviceThatDoesNotKnowItsPersonMakesNoPasskey() {
    Account account = registry().add("ivo", Role.VIEWER, null);
    Page page = browser(Width.phone, "en");
    device(page, false);
    signInWithPassword(page, "ivo");
    add(page, "phone", RegistryServer.PASSWORD);
    page.locator("[data-problem=device]:not([hidden])").waitFor();
    check(page, "passkeys-refused-phone-en");
    assertThat(passkeys().of(account.id())).isEmpty();
    page.navigate(at("/language/it?back=/account/passkeys"));
    check(page, "passkeys-none-phone-it");
  }

  @Test
  void answersToNoChallengeHaveToWaitAfterSome() throws Exception {
    Visitor visitor = registry().visitor();
    List<Integer> answers = new ArrayList<>();
    // Other tests of the run have failed from this address too, so the wait may come earlier.
    for (int i = 0; i < 6; i++) {
      answers.add(visitor.post("/login/passkey", Map.of()).statusCode());
    }
    assertThat(answers).isSubsetOf(401, 429).endsWith(429).isSorted();
    assertThat(registry().visitor("viewer").get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyRemovesAnothersPasskey() throws Exception {
    Account owner = registry().add("owner", Role.VIEWER, null);
    registry().add("other", Role.ADMINISTRATOR, null);
    passkeys()
        .save(
            new Passkey(
                "a2V5",
                owner.id(),
                "key",
                "a2V5",
                0,
                true,
                "internal",
                false,
                false,
                "",
                "",
                "2026-11-22T07:00:00Z",
                "2026-11-22T07:00:00Z"));
    assertThat(
            registry()
                .visitor("other")
                .post("/account/passkeys/a2V5/remove", Map.of())
                .statusCode())
        .isEqualTo(404);
    assertThat(passkeys().of(owner.id())).hasSize(1);
    Page page = browser(Width.phone, "en");
    signInWithPassword(page, "owner");
    check(page, "passkeys-one-phone-en");
  }
}
