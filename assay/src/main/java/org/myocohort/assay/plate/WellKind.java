package org.myocohort.assay.plate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stands in a well.
public enum WellKind {
  /// A known concentration.
  STANDARD("standard", "std", "s", "cal", "calibrator", "calibrant", "calibratore"),
  SAMPLE("sample", "unknown", "unk", "unkn", "x", "campione", "patient"),
  /// No analyte: what it gives is taken off.
  BLANK("blank", "blk", "b", "bl", "bianco", "nsb"),
  /// A control sample.
  CONTROL("control", "ctrl", "ctl", "qc", "c", "controllo");

  // Made by List.of, so it never changes, which the checker cannot see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> words;

  WellKind(String... words) {
    this.words = List.of(words);
  }

  /// The kind that a cell names, in the words that readers and kits use.
  static Optional<WellKind> of(String text) {
    String word = text.toLowerCase(Locale.ROOT).strip();
    return Arrays.stream(values()).filter(each -> each.words.contains(word)).findFirst();
  }

  /// The name as written.
  public String code() {
    return words.getFirst();
  }
}
