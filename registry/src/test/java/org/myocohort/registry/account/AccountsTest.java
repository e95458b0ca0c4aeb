package org.myocohort.registry.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.registry.access.AccessDenied;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.account.AccountResult.Changed;
import org.myocohort.registry.account.AccountResult.Reason;
import org.myocohort.registry.account.AccountResult.Refused;
import org.myocohort.registry.audit.AuditVerification;
import org.myocohort.registry.store.Database;

class AccountsTest {
  private static final Actor ADMINISTRATOR = Actor.administratorOnCommandLine();

  private static Account added(AccountResult result) {
    assertThat(result).isInstanceOf(Changed.class);
    return ((Changed) result).account();
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void anAccountSignsInOnlyAfterItsLinkWasUsedOnce(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      Accounts accounts = new Accounts(database, Instant::now);
      Account ada =
          added(accounts.add(ADMINISTRATOR, " Ada ", "Ada L.", Role.EDITOR, Set.of("Milan")));
      assertThat(ada.login()).isEqualTo("ada");
      assertThat(ada.id()).matches("u-[b-z]{10}");
      assertThat(ada.hasPassword()).isFalse();
      String first = accounts.link(ADMINISTRATOR, ada.id()).orElseThrow();
      String second = accounts.link(ADMINISTRATOR, ada.id()).orElseThrow();
      assertThat(accounts.choosePassword(first, "hash-1")).as("void since the second").isEmpty();
      assertThat(accounts.ofLink(second)).contains(ada);
      Account chosen = accounts.choosePassword(second, "hash-2").orElseThrow();
      assertThat(chosen.password()).isEqualTo("hash-2");
      assertThat(chosen.generation()).isGreaterThan(ada.generation());
      assertThat(accounts.choosePassword(second, "hash-3")).as("used up").isEmpty();
      assertThat(accounts.findLogin("ADA")).contains(chosen);
      assertThat(chosen.actor().seesCentre("Milan")).isTrue();
      assertThat(chosen.actor().seesCentre("Lyon")).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void aLinkIsVoidAfterThreeDays(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
      Accounts accounts = new Accounts(database, now::get);
      Account ada = added(accounts.add(ADMINISTRATOR, "ada", "Ada", Role.EDITOR, null));
      String secret = accounts.link(ADMINISTRATOR, ada.id()).orElseThrow();
      now.set(now.get().plus(Duration.ofDays(3)).minusMillis(1));
      assertThat(accounts.ofLink(secret)).isPresent();
      now.set(now.get().plusMillis(1));
      assertThat(accounts.ofLink(secret)).isEmpty();
      assertThat(accounts.choosePassword(secret, "hash")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void disablingEndsSessionsAndLinks(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      Accounts accounts = new Accounts(database, Instant::now);
      Account ada = added(accounts.add(ADMINISTRATOR, "ada", "Ada", Role.EDITOR, null));
      String secret = accounts.link(ADMINISTRATOR, ada.id()).orElseThrow();
      Account disabled = added(accounts.enable(ADMINISTRATOR, ada.id(), false));
      assertThat(disabled.enabled()).isFalse();
      assertThat(disabled.generation()).isGreaterThan(ada.generation());
      assertThat(accounts.choosePassword(secret, "hash")).isEmpty();
      accounts.enable(ADMINISTRATOR, ada.id(), true);
      assertThat(accounts.ofLink(secret)).as("stays void").isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void theLastAdministratorStays(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      Accounts accounts = new Accounts(database, Instant::now);
      Account root = added(accounts.add(ADMINISTRATOR, "root", "R", Role.ADMINISTRATOR, null));
      assertThat(accounts.enable(ADMINISTRATOR, root.id(), false))
          .isEqualTo(new Refused(Reason.LAST_ADMINISTRATOR));
      assertThat(accounts.change(ADMINISTRATOR, root.id(), "R", Role.VIEWER, null))
          .isEqualTo(new Refused(Reason.LAST_ADMINISTRATOR));
      Account other = added(accounts.add(ADMINISTRATOR, "other", "O", Role.ADMINISTRATOR, null));
      assertThat(accounts.enable(ADMINISTRATOR, root.id(), false)).isInstanceOf(Changed.class);
      assertThat(accounts.enable(ADMINISTRATOR, other.id(), false))
          .isEqualTo(new Refused(Reason.LAST_ADMINISTRATOR));
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void whatCannotBeALoginIsRefused(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      Accounts accounts = new Accounts(database, Instant::now);
      for (String login : List.of("", "a", "a b", "<script>", "x".repeat(65))) {
        assertThat(accounts.add(ADMINISTRATOR, login, "N", Role.VIEWER, null))
            .isEqualTo(new Refused(Reason.LOGIN_MALFORMED));
      }
      added(accounts.add(ADMINISTRATOR, "ada", "Ada", Role.VIEWER, null));
      assertThat(accounts.add(ADMINISTRATOR, "ADA", "Ada", Role.VIEWER, null))
          .isEqualTo(new Refused(Reason.LOGIN_TAKEN));
      assertThat(accounts.add(ADMINISTRATOR, "ben", " ", Role.VIEWER, null))
          .isEqualTo(new Refused(Reason.NAME_MALFORMED));
    }
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void theAuditHoldsEveryChangeAndNoName(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      Accounts accounts = new Accounts(database, Instant::now);
      Account ada = added(accounts.add(ADMINISTRATOR, "ada.byron", "Countess", Role.EDITOR, null));
      String secret = accounts.link(ADMINISTRATOR, ada.id()).orElseThrow();
      accounts.choosePassword(secret, "hash-of-it");
      accounts.change(ADMINISTRATOR, ada.id(), "Lovelace", Role.VIEWER, Set.of("Lyon"));
      accounts.signedIn(ada, true, "password");
      Passkeys passkeys = new Passkeys(database, Instant::now);
      passkeys.save(passkey("k1", ada.id()));
      passkeys.remove("u-somebodyelse", "k1");
      assertThat(passkeys.of(ada.id())).hasSize(1);
      passkeys.remove(ada.id(), "k1");
      assertThat(passkeys.of(ada.id())).isEmpty();
      List<String> texts =
          database.read(handle ->
              handle
                  .createQuery("SELECT text FROM audit_entry ORDER BY number")
                  .mapTo(String.class)
                  .list());
      assertThat(texts).hasSize(7);
      assertThat(String.join("\n", texts))
          .contains("account-add", "account-link", "account-password", "account-change", "sign-in")
          .contains(ada.id(), "Lyon")
          .doesNotContain("ada.byron", "Countess", "Lovelace", "hash-of-it", secret);
      assertThat(AuditVerification.verify(database, null).intact()).isTrue();
    }
  }

  private static Passkey passkey(String id, String account) {
    return new Passkey(id, account, "phone", "pk", 0, true, "", true, true, "", "", "t", "t");
  }

  @ParameterizedTest
  @MethodSource("org.myocohort.registry.Databases#both")
  void onlyAdministratorsMakeAccounts(Supplier<Database> maker) {
    try (Database database = maker.get()) {
      Accounts accounts = new Accounts(database, Instant::now);
      for (Role role : Role.values()) {
        if (role != Role.ADMINISTRATOR) {
          Actor actor = new Actor("u-x", role, null);
          assertThatThrownBy(() -> accounts.add(actor, "ada", "Ada", role, null))
              .isInstanceOf(AccessDenied.class);
          assertThatThrownBy(() -> accounts.all(actor)).isInstanceOf(AccessDenied.class);
          assertThatThrownBy(() -> accounts.link(actor, "u-x")).isInstanceOf(AccessDenied.class);
          assertThatThrownBy(() -> accounts.enable(actor, "u-x", true))
              .isInstanceOf(AccessDenied.class);
        }
      }
    }
  }
}
