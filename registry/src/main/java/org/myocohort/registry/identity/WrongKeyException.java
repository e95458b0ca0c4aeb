package org.myocohort.registry.identity;

/// An identity cannot be opened: the master key is another one, or the row was changed.
public final class WrongKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongKeyException(Throwable cause) {
    super("the identity was sealed with another key, or was changed", cause);
  }
}
