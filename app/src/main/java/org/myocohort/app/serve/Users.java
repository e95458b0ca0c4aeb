package org.myocohort.app.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.app.cli.Answer.Column;
import org.myocohort.app.cli.ExitCode;
import org.myocohort.app.cli.Format;
import org.myocohort.app.cli.Texts;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.account.Account;
import org.myocohort.registry.account.AccountResult;
import org.myocohort.registry.account.Accounts;
import org.myocohort.registry.store.Database;

/// What the command `user` does on an open database.
final class Users {
  private static final Actor ACTOR = Actor.administratorOnCommandLine();

  private final UserCommand command;
  private final Format format;
  private final Texts texts;
  private final PrintWriter err;

  Users(UserCommand command, Format format, Texts texts, PrintWriter err) {
    this.command = command;
    this.format = format;
    this.texts = texts;
    this.err = err;
  }

  int run(Database database) throws IOException {
    Accounts accounts = new Accounts(database, Clock.systemUTC());
    return switch (command.action()) {
      case list -> answer(accounts.all(ACTOR), null);
      case add -> add(accounts);
      case disable -> enable(accounts, false);
      case enable -> enable(accounts, true);
      case reset -> linked(accounts, accounts.findLogin(command.login()));
    };
  }

  private int add(Accounts accounts) throws IOException {
    Optional<Role> role = Role.parse(command.role());
    if (role.isEmpty()) {
      return refused("user.unknown-role", command.role(), roles());
    }
    Set<String> centres = command.centres().isEmpty() ? null : new TreeSet<>(command.centres());
    AccountResult result =
        accounts.add(ACTOR, command.login(), command.name(), role.get(), centres);
    return switch (result) {
      case AccountResult.Refused refused -> refused(refused.reason());
      case AccountResult.Changed changed -> linked(accounts, Optional.of(changed.account()));
    };
  }

  private int enable(Accounts accounts, boolean enabled) throws IOException {
    Optional<Account> account = accounts.findLogin(command.login());
    if (account.isEmpty()) {
      return refused(AccountResult.Reason.UNKNOWN);
    }
    return switch (accounts.enable(ACTOR, account.get().id(), enabled)) {
      case AccountResult.Refused refused -> refused(refused.reason());
      case AccountResult.Changed changed -> answer(List.of(changed.account()), null);
    };
  }

  private int linked(Accounts accounts, Optional<Account> account) throws IOException {
    if (account.isEmpty()) {
      return refused(AccountResult.Reason.UNKNOWN);
    }
    String secret = accounts.link(ACTOR, account.get().id()).orElseThrow();
    return answer(List.of(account.get()), command.link(secret));
  }

  private int refused(AccountResult.Reason reason) {
    return refused("user.refused", texts.text("account.refused." + reason.code()));
  }

  private int refused(String code, Object... values) {
    err.println(texts.text(code, values));
    err.flush();
    return ExitCode.USAGE;
  }

  private static String roles() {
    return String.join(", ", List.of(Role.values()).stream().map(Role::code).toList());
  }

  private int answer(List<Account> list, @Nullable String link) throws IOException {
    try (Answer answer =
        new Answer(
            List.of(
                Column.of("login"),
                Column.of("name"),
                Column.of("role"),
                Column.of("centres"),
                Column.of("state"),
                Column.detail("id"),
                Column.ifAny("link")),
            format,
            texts)) {
      for (Account account : list) {
        Set<String> centres = account.centres();
        String state =
            !account.enabled() ? "disabled" : account.hasPassword() ? "active" : "invited";
        answer.row(
            account.login(),
            account.name(),
            account.role().code(),
            centres == null ? List.of("all") : List.copyOf(centres),
            state,
            account.id(),
            link);
      }
      answer.print(System.out);
    }
    return ExitCode.ANSWERED;
  }
}
