package org.myocohort.app.web.account;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.web.NotFound;
import org.myocohort.registry.access.Role;
import org.myocohort.registry.account.Account;

/// What an administrator types of an account.
///
/// @param all whether it sees all centres; `centres`, one a line, is then of no account
record AccountForm(
    @Nullable String login,
    @Nullable String name,
    @Nullable String role,
    @Nullable Boolean all,
    @Nullable String centres) {

  static AccountForm empty() {
    return new AccountForm("", "", Role.VIEWER.code(), true, "");
  }

  static AccountForm of(Account account) {
    Set<String> names = account.centres();
    return new AccountForm(
        account.login(),
        account.name(),
        account.role().code(),
        names == null,
        names == null ? "" : String.join("\n", names));
  }

  String loginText() {
    return login == null ? "" : login;
  }

  String nameText() {
    return name == null ? "" : name;
  }

  Role chosenRole() {
    return Role.parse(role == null ? "" : role).orElseThrow(NotFound::new);
  }

  /// Read by the template.
  public boolean allCentres() {
    return Boolean.TRUE.equals(all);
  }

  /// The centres chosen, or null for all of them.
  @Nullable Set<String> chosenCentres() {
    return allCentres()
        ? null
        : Stream.of((centres == null ? "" : centres).split("\\R", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
