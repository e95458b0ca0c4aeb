package org.myocohort.registry.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What an account is for, with all it may do.
public enum Role {
  /// Reads patients of the centres given.
  VIEWER(Permission.VIEW),
  /// Enters and corrects patients, asks and answers queries, signs visits, screens for reviews.
  EDITOR(
      Permission.VIEW,
      Permission.EDIT,
      Permission.QUERY,
      Permission.SIGN,
      Permission.IDENTITY,
      Permission.REVIEW),
  /// Computes reports and takes out de-identified data, screens for reviews; sees no identity.
  ANALYST(Permission.VIEW, Permission.ANALYSE, Permission.REVIEW),
  /// Everything about the data of the centres given: import, export, lock, close queries, audit.
  DATA_MANAGER(
      Permission.VIEW,
      Permission.EDIT,
      Permission.QUERY,
      Permission.CLOSE_QUERY,
      Permission.SIGN,
      Permission.LOCK,
      Permission.ANALYSE,
      Permission.IMPORT,
      Permission.EXPORT,
      Permission.IDENTITY,
      Permission.AUDIT,
      Permission.TRIALS,
      Permission.REVIEW),
  /// Accounts, studies, backup, audit, erasure of identities; reads patients, does not edit them.
  ADMINISTRATOR(
      Permission.VIEW,
      Permission.AUDIT,
      Permission.ACCOUNTS,
      Permission.STUDIES,
      Permission.ERASE_IDENTITY,
      Permission.TRIALS);

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<Permission> permissions;

  Role(Permission first, Permission... others) {
    permissions = Set.copyOf(EnumSet.of(first, others));
  }

  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /// Its name in files, options and message keys, such as `data-manager`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Role> parse(String code) {
    return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
