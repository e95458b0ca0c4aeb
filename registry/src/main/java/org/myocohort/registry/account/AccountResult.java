package org.myocohort.registry.account;

/// What became of a change of an account.
public sealed interface AccountResult {
  /// It stands.
  record Changed(Account account) implements AccountResult {}

  /// Nothing was changed.
  record Refused(Reason reason) implements AccountResult {}

  /// Why nothing was changed.
  enum Reason {
    /// Another account has this login.
    LOGIN_TAKEN,
    /// A login is of 2 to 64 of a-z, 0-9, `.`, `_`, `-`, `@`.
    LOGIN_MALFORMED,
    /// A name is of 1 to 100 characters.
    NAME_MALFORMED,
    /// Nobody could make accounts any more.
    LAST_ADMINISTRATOR,
    /// There is no such account.
    UNKNOWN;

    /// Its name in message keys, such as `login-taken`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
