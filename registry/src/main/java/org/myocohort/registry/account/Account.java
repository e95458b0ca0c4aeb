package org.myocohort.registry.account;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.registry.access.Actor;
import org.myocohort.registry.access.Role;

/// Somebody who may sign in.
///
/// @param id random; it names nobody and stands in the audit
/// @param login the name typed to sign in, in lower case
/// @param name how the person is called on the pages
/// @param centres the centres whose patients it may see, or null for all of them
/// @param password hash of the password with its parameters, empty until one is chosen
/// @param generation a session begun under another generation is over
public record Account(
    String id,
    String login,
    String name,
    Role role,
    @Nullable Set<String> centres,
    String password,
    boolean enabled,
    long generation,
    String createdAt) {

  public Account {
    centres = centres == null ? null : new TreeSet<>(centres);
  }

  /// On whose behalf this account does things.
  public Actor actor() {
    return new Actor(id, role, centres);
  }

  /// Whether a password was chosen.
  public boolean hasPassword() {
    return !password.isEmpty();
  }

  /// Leaves the password's hash out.
  @Override
  public String toString() {
    return "Account[" + id + ", " + role.code() + "]";
  }
}
