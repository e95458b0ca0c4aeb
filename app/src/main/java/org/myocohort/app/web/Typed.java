package org.myocohort.app.web;

import org.jspecify.annotations.Nullable;

/// What somebody typed into a field of a form.
public final class Typed {
  private Typed() {}

  /// The text without blanks around it; empty where the form was sent without the field.
  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
