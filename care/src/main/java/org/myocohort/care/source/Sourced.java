package org.myocohort.care.source;

import java.time.LocalDate;
import java.util.Optional;
import org.myocohort.instrument.Verification;

/// A clinical statement with what it rests on.
///
/// Only a statement that [#holds] may raise an alert, give a dose or stand on a patient's page.
public interface Sourced {
  /// Its name, for good: unique among all statements.
  String id();

  /// What it is about, a word such as `monitoring`.
  String about();

  /// Its sentence in a language, `en` or `it`.
  String text(String language);

  Verification mark();

  Source source();

  /// Where in the source: section, paragraph, row of a table.
  String place();

  /// When the source was read for it; empty where nothing was read.
  Optional<LocalDate> read();

  /// When somebody last went through it: the day of reading, or else the day on which it was
  /// written or checked.
  LocalDate checked();

  /// Whether its source was read and no better source says otherwise.
  default boolean holds() {
    return mark() == Verification.VERIFIED;
  }
}
