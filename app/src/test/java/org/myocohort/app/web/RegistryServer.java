package org.myocohort.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.demo.ExampleData;
import org.myocohort.app.web.login.Passwords;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.AccountResult;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.identity.MasterKey;
import org.myocohort.registry.store.Database;

/// The registry as `serve` runs it, with an account of every role, named as the role.
public final class RegistryServer implements AutoCloseable {
  /// Everybody's password.
  public static final String PASSWORD = "seven quiet otters";

  private static final Actor ADMINISTRATOR = Actor.administratorOnCommandLine();

  private final WebServer server;
  private final Accounts accounts;
  private final Path folder;

  private RegistryServer(WebServer server, Accounts accounts, Path folder) {
    this.folder = folder;
    this.server = server;
    this.accounts = accounts;
  }

  public static RegistryServer start() throws IOException {
    return start(null, true);
  }

  /// One whose people may also sign in by a provider.
  static RegistryServer start(OidcSettings provider) throws IOException {
    return start(provider, true);
  }

  /// The same without the example studies.
  static RegistryServer empty(OidcSettings provider) throws IOException {
    return start(provider, false);
  }

  private static RegistryServer start(@Nullable OidcSettings provider, boolean examples)
      throws IOException {
    Path folder = Files.createTempDirectory("myocohort-registry");
    Database database = Database.embedded(folder);
    if (examples) {
      ExampleData.fill(database);
    }
    WebServer server =
        WebServer.start(
            WebSettings.registry("127.0.0.1", 0, null, null)
                .withIdentityKey(folder.resolve(MasterKey.FILE))
                .withTrials(folder.resolve("trials"))
                .withDefinitions(folder.resolve("definitions"))
                .withOidc(provider),
            database);
    RegistryServer registry =
        new RegistryServer(server, new Accounts(database, Clock.systemUTC()), folder);
    String hash = new Passwords().hash(PASSWORD);
    for (Role role : Role.values()) {
      registry.add(role.code(), role, null, hash);
    }
    return registry;
  }

  /// Makes an account that can sign in.
  public Account add(String login, Role role, @Nullable Set<String> centres) {
    return add(login, role, centres, new Passwords().hash(PASSWORD));
  }

  private Account add(String login, Role role, @Nullable Set<String> centres, String hash) {
    if (accounts.add(ADMINISTRATOR, login, "Name of " + login, role, centres)
        instanceof AccountResult.Changed changed) {
      String secret = accounts.link(ADMINISTRATOR, changed.account().id()).orElseThrow();
      return accounts.choosePassword(secret, hash).orElseThrow();
    }
    throw new IllegalStateException("no account " + login);
  }

  public Accounts accounts() {
    return accounts;
  }

  WebServer server() {
    return server;
  }

  /// Somebody's client, not signed in.
  public Visitor visitor() {
    return new Visitor(server.address());
  }

  /// The client of somebody who is signed in.
  public Visitor visitor(String login) throws IOException, InterruptedException {
    Visitor visitor = visitor();
    var answer = visitor.post("/login", Map.of("username", login, "password", PASSWORD));
    if (!answer.headers().firstValue("Location").orElse("").endsWith(":" + server.port() + "/")
        && !answer.headers().firstValue("Location").orElse("").equals("/")) {
      throw new IllegalStateException("cannot sign in: " + answer.headers());
    }
    return visitor;
  }

  @Override
  public void close() {
    server.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
