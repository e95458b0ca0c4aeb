package org.myocohort.registry.access;

/// The actor may not do this. Says nothing of whether the object exists.
public final class AccessDenied extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Permission permission;

  AccessDenied(Permission permission) {
    super("not allowed: " + permission);
    this.permission = permission;
  }

  public Permission permission() {
    return permission;
  }
}
