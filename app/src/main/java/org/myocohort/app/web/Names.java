package org.myocohort.app.web;

/// How the people behind account ids are called on pages. The audit itself names nobody.
@FunctionalInterface
public interface Names {
  /// The person's name, or the id itself where there is no such account.
  String of(String account);
}
