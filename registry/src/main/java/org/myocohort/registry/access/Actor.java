package org.myocohort.registry.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// On whose behalf something is done.
///
/// @param account id of the account, which names nobody; it stands in the audit
/// @param role what the account may do
/// @param centres the centres whose patients it may see, or null for all of them
public record Actor(String account, Role role, @Nullable Set<String> centres) {
  /// Somebody who runs a command on the machine that holds the database, and so could do anything.
  private static final String COMMAND_LINE = "command-line";

  public Actor {
    centres = centres == null ? null : Set.copyOf(centres);
  }

  /// A data manager of all centres on the command line.
  public static Actor commandLine() {
    return new Actor(COMMAND_LINE, Role.DATA_MANAGER, null);
  }

  /// An administrator on the command line.
  public static Actor administratorOnCommandLine() {
    return new Actor(COMMAND_LINE, Role.ADMINISTRATOR, null);
  }

  public boolean may(Permission permission) {
    return role.may(permission);
  }

  /// Whether the patients of a centre are this actor's to see.
  public boolean seesCentre(String centre) {
    return centres == null || centres.contains(centre);
  }

  /// Ends what the role does not allow.
  ///
  /// @throws AccessDenied if it does not
  public void demand(Permission permission) {
    if (!may(permission)) {
      throw new AccessDenied(permission);
    }
  }

  /// Ends what the role does not allow for this centre's patients.
  ///
  /// @throws AccessDenied if it does not, or if the centre is not the actor's
  public void demand(Permission permission, String centre) {
    demand(permission);
    if (!seesCentre(centre)) {
      throw new AccessDenied(permission);
    }
  }
}
