package org.myocohort.app.web;

/// There is no such thing, or none that the actor may see: both look the same from outside.
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFound() {
    super("not found");
  }
}
