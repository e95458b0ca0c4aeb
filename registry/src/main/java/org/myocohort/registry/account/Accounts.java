package org.myocohort.registry.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Permission;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.account.AccountResult.Changed;
import org.myocohort.registry.account.AccountResult.Reason;
import org.myocohort.registry.account.AccountResult.Refused;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.store.Database;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The accounts. Every change is an entry of the audit in the same transaction; the audit holds
/// role and centres, never a login, a name or a password.
public final class Accounts {
  /// How long a one-time link can be used.
  public static final Duration LINK_VALID = Duration.ofDays(3);

  private static final String COLUMNS =
      "id, login, name, role, centres, password, enabled, generation, created_at";

  private final Database database;
  private final AuditChain audit;
  private final InstantSource clock;

  public Accounts(Database database, InstantSource clock) {
    this.database = database;
    this.audit = new AuditChain(database);
    this.clock = clock;
  }

  /// All accounts, by login.
  public List<Account> all(Actor actor) {
    actor.demand(Permission.ACCOUNTS);
    return database.read(handle ->
        handle
            .createQuery("SELECT " + COLUMNS + " FROM account ORDER BY login")
            .map((row, _) -> account(row))
            .list());
  }

  public Optional<Account> find(String id) {
    return database.read(handle -> find(handle, "id", id));
  }

  /// The account of a login, upper and lower case being the same.
  public Optional<Account> findLogin(String login) {
    return database.read(handle -> find(handle, "login", canonical(login)));
  }

  /// How a person of the audit is called; the id itself where there is no such account.
  public String nameOf(String id) {
    return find(id).map(Account::name).orElse(id);
  }

  /// Whether an enabled administrator could sign in.
  public boolean hasAdministrator() {
    return database.read(handle ->
        handle
                .createQuery(
                    "SELECT count(*) FROM account WHERE role = 'administrator' AND enabled = 1"
                        + " AND (password <> '' OR EXISTS"
                        + " (SELECT 1 FROM passkey p WHERE p.account = account.id))")
                .mapTo(Long.class)
                .one()
            > 0);
  }

  private static String canonical(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  /// Makes an account; nobody can sign in with it before a password is chosen by a link.
  ///
  /// @param centres the centres whose patients it may see, or null for all of them
  public AccountResult add(
      Actor actor, String login, String name, Role role, @Nullable Set<String> centres) {
    actor.demand(Permission.ACCOUNTS);
    String canonical = canonical(login);
    if (!canonical.matches("[a-z0-9._@-]{2,64}")) {
      return new Refused(Reason.LOGIN_MALFORMED);
    }
    if (isNoName(name)) {
      return new Refused(Reason.NAME_MALFORMED);
    }
    return database.write(handle -> {
      if (find(handle, "login", canonical).isPresent()) {
        return new Refused(Reason.LOGIN_TAKEN);
      }
      String id = Secrets.accountId();
      handle.execute(
          "INSERT INTO account (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, '', 1, 1, ?)",
          id,
          canonical,
          name.strip(),
          role.code(),
          centres(centres),
          now().toString());
      Account account = find(handle, "id", id).orElseThrow();
      append(handle, actor, "account-add", account);
      return new Changed(account);
    });
  }

  /// Gives an account another name, role or centres; open sessions follow at their next request.
  public AccountResult change(
      Actor actor, String id, String name, Role role, @Nullable Set<String> centres) {
    actor.demand(Permission.ACCOUNTS);
    if (isNoName(name)) {
      return new Refused(Reason.NAME_MALFORMED);
    }
    return changed(
        actor,
        id,
        "account-change",
        (handle, account) -> {
          if (role != Role.ADMINISTRATOR && isLastAdministrator(handle, account)) {
            return Optional.of(Reason.LAST_ADMINISTRATOR);
          }
          handle.execute(
              "UPDATE account SET name = ?, role = ?, centres = ? WHERE id = ?",
              name.strip(),
              role.code(),
              centres(centres),
              id);
          return Optional.empty();
        });
  }

  /// Lets an account sign in, or no longer: its sessions and links are then over.
  public AccountResult enable(Actor actor, String id, boolean enabled) {
    actor.demand(Permission.ACCOUNTS);
    String action = enabled ? "account-enable" : "account-disable";
    return changed(
        actor,
        id,
        action,
        (handle, account) -> {
          if (!enabled && isLastAdministrator(handle, account)) {
            return Optional.of(Reason.LAST_ADMINISTRATOR);
          }
          handle.execute(
              "UPDATE account SET enabled = ?, generation = generation + 1 WHERE id = ?",
              enabled ? 1 : 0,
              id);
          handle.execute("DELETE FROM account_link WHERE account = ?", id);
          return Optional.empty();
        });
  }

  /// Makes a one-time link for choosing a password; earlier links of the account are void.
  ///
  /// @return its secret, which is stored nowhere, or empty where there is no such account
  public Optional<String> link(Actor actor, String id) {
    actor.demand(Permission.ACCOUNTS);
    String secret = Secrets.link();
    AccountResult result =
        changed(
            actor,
            id,
            "account-link",
            (handle, _) -> {
              handle.execute("DELETE FROM account_link WHERE account = ?", id);
              handle.execute(
                  "INSERT INTO account_link (hash, account, expires_at) VALUES (?, ?, ?)",
                  Sha256.of(secret),
                  id,
                  now().plus(LINK_VALID).toString());
              return Optional.empty();
            });
    return result instanceof Changed ? Optional.of(secret) : Optional.empty();
  }

  /// The account that a link's secret is for, while it can be used.
  public Optional<Account> ofLink(String secret) {
    return database.read(handle -> ofLink(handle, secret));
  }

  private Optional<Account> ofLink(Handle handle, String secret) {
    return handle
        .createQuery("SELECT account, expires_at FROM account_link WHERE hash = ?")
        .bind(0, Sha256.of(secret))
        .map((row, _) ->
            now().isBefore(Instant.parse(row.getString(2)))
                ? Optional.of(row.getString(1))
                : Optional.<String>empty())
        .findOne()
        .flatMap(found -> found)
        .flatMap(id -> find(handle, "id", id))
        .filter(Account::enabled);
  }

  /// Uses up a link: the account has this password from now on, and its sessions are over.
  ///
  /// @return the account, or empty where the link cannot be used any more
  public Optional<Account> choosePassword(String secret, String hash) {
    return database.write(handle -> {
      Optional<Account> account = ofLink(handle, secret);
      return account.flatMap(found ->
          handle.execute("DELETE FROM account_link WHERE hash = ?", Sha256.of(secret)) == 1
              ? Optional.of(password(handle, found, hash))
              : Optional.empty());
    });
  }

  /// Gives the account's own person another password; all its sessions are over.
  ///
  /// @return the account as it stands now
  public Optional<Account> changePassword(String id, String hash) {
    return database.write(
        handle -> find(handle, "id", id).map(account -> password(handle, account, hash)));
  }

  private Account password(Handle handle, Account account, String hash) {
    handle.execute(
        "UPDATE account SET password = ?, generation = generation + 1 WHERE id = ?",
        hash,
        account.id());
    handle.execute("DELETE FROM account_link WHERE account = ?", account.id());
    append(handle, account.actor(), "account-password", account);
    return find(handle, "id", account.id()).orElseThrow();
  }

  /// Ends all sessions of an account.
  ///
  /// @return the account as it stands now
  public Optional<Account> endSessions(String id) {
    return database.write(handle -> {
      handle.execute("UPDATE account SET generation = generation + 1 WHERE id = ?", id);
      Optional<Account> account = find(handle, "id", id);
      account.ifPresent(found -> append(handle, found.actor(), "account-sign-out", found));
      return account;
    });
  }

  /// Writes into the audit that somebody signed in, or was refused.
  ///
  /// @param how `password`, `passkey` or `provider`
  public void signedIn(Account account, boolean allowed, String how) {
    database.change(handle -> {
      SortedMap<String, Object> detail = new TreeMap<>();
      detail.put("account", account.id());
      detail.put("how", how);
      String action = allowed ? "sign-in" : "sign-in-refused";
      // Whoever was refused need not be the account's person.
      String who = allowed ? account.id() : "unknown";
      audit.append(handle, AuditEvent.of(who, action, detail), clock.instant());
    });
  }

  /// The names of all centres that have patients.
  public List<String> centres(Actor actor) {
    actor.demand(Permission.ACCOUNTS);
    return database.read(handle ->
        handle
            .createQuery("SELECT DISTINCT centre FROM patient WHERE centre <> '' ORDER BY centre")
            .mapTo(String.class)
            .list());
  }

  /// What is done to an account within a change; the reason where it must not be done.
  @FunctionalInterface
  private interface Step {
    Optional<Reason> run(Handle handle, Account account);
  }

  private AccountResult changed(Actor actor, String id, String action, Step step) {
    return database.write(handle -> {
      Optional<Account> before = find(handle, "id", id);
      if (before.isEmpty()) {
        return new Refused(Reason.UNKNOWN);
      }
      Optional<Reason> refused = step.run(handle, before.get());
      if (refused.isPresent()) {
        return new Refused(refused.get());
      }
      Account after = find(handle, "id", id).orElseThrow();
      append(handle, actor, action, after);
      return new Changed(after);
    });
  }

  private static boolean isNoName(String name) {
    return name.isBlank() || name.strip().length() > 100;
  }

  /// Whether nobody else could make accounts. On PostgreSQL the rows are locked, so that two
  /// administrators cannot remove each other at once.
  private boolean isLastAdministrator(Handle handle, Account account) {
    List<String> administrators =
        handle
            .createQuery(
                "SELECT id FROM account WHERE role = 'administrator' AND enabled = 1 ORDER BY id"
                    + database.forUpdate())
            .mapTo(String.class)
            .list();
    return administrators.equals(List.of(account.id()));
  }

  private void append(Handle handle, Actor actor, String action, Account account) {
    SortedMap<String, Object> detail = new TreeMap<>();
    detail.put("account", account.id());
    detail.put("role", account.role().code());
    detail.put("enabled", account.enabled() ? "yes" : "no");
    Set<String> centres = account.centres();
    detail.put("centres", centres == null ? "all" : List.copyOf(centres));
    audit.append(handle, AuditEvent.of(actor.account(), action, detail), clock.instant());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static Optional<Account> find(Handle handle, String column, String value) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM account WHERE " + column + " = ?")
        .bind(0, value)
        .map((row, _) -> account(row))
        .findOne();
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Role.parse(row.getString(4)).orElseThrow(),
        centres(row.getString(5)),
        row.getString(6),
        row.getLong(7) != 0,
        row.getLong(8),
        row.getString(9));
  }

  private static String centres(@Nullable Set<String> centres) {
    return centres == null ? "" : JsonMapper.shared().writeValueAsString(new TreeSet<>(centres));
  }

  private static @Nullable Set<String> centres(String text) {
    return text.isEmpty()
        ? null
        : JsonMapper.shared()
            .readTree(text)
            .valueStream()
            .map(JsonNode::asString)
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
