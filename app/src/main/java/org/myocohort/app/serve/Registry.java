package org.myocohort.app.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Texts;
import org.myocohort.app.web.WebServer;
import org.myocohort.app.web.WebSettings;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.AccountResult;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.store.Database;

/// The registry, served to its people.
///
/// @param identityKey file of the key that opens identities
/// @param trials folder of the imported trials
/// @param reviews folder of the systematic reviews
/// @param definitions folder of the kept cohorts and plans of analysis
/// @param provider by which people may sign in
/// @param rehearsal whether to stop once it has answered a request, for a training run
record Registry(
    String host,
    int port,
    @Nullable URI publicUrl,
    @Nullable Path configuration,
    Path identityKey,
    Path trials,
    Path reviews,
    Path definitions,
    OidcConfiguration provider,
    boolean rehearsal,
    Texts texts,
    PrintWriter err) {
  private static final String FIRST = "admin";

  int serve(Database database) throws IOException {
    if (isTaken()) {
      err.println(texts.text("serve.port-taken", port));
      err.flush();
      return ExitCode.USAGE;
    }
    try (WebServer server =
        WebServer.start(
            WebSettings.registry(host, port, publicUrl, configuration)
                .withIdentityKey(identityKey)
                .withTrials(trials)
                .withReviews(reviews)
                .withDefinitions(definitions)
                .withOidc(provider.settings()),
            database)) {
      err.println(texts.text("serve.serving", server.address()));
      firstLink(database)
          .ifPresent(secret ->
              err.println(texts.text("serve.first-link", server.address() + "link/" + secret)));
      err.flush();
      if (rehearsal) {
        Rehearsal.of(server);
      } else {
        new CountDownLatch(1).await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.ANSWERED;
  }

  /// Asked beforehand: the framework says it in many lines.
  private boolean isTaken() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, port));
      return false;
    } catch (BindException _) {
      return true;
    }
  }

  /// A link for the first administrator, as long as none could sign in.
  private static Optional<String> firstLink(Database database) {
    Accounts accounts = new Accounts(database, Clock.systemUTC());
    if (accounts.hasAdministrator()) {
      return Optional.empty();
    }
    Actor actor = Actor.administratorOnCommandLine();
    Optional<Account> known =
        accounts.all(actor).stream()
            .filter(account -> account.role() == Role.ADMINISTRATOR && account.enabled())
            .findFirst();
    String id =
        known.isPresent()
            ? known.get().id()
            : switch (accounts.add(actor, FIRST, "Administrator", Role.ADMINISTRATOR, null)) {
              case AccountResult.Changed changed -> changed.account().id();
              case AccountResult.Refused refused ->
                  throw new IllegalStateException("no first account: " + refused.reason());
            };
    return accounts.link(actor, id);
  }
}
