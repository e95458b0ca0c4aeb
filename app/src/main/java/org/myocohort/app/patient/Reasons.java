package org.myocohort.app.patient;

import java.util.List;
import org.myocohort.classification.Classification;
import org.myocohort.classification.Classification.Result;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.patient.Truth;

/// Why a criteria set answers as it does, in one sentence.
public final class Reasons {
  private Reasons() {}

  public static String of(Classification classification, Words words) {
    if (classification.result() == Result.NOT_AVAILABLE) {
      return words.text("reason.not-available");
    }
    String met = items(classification, Truth.TRUE, words);
    String reason = met.isEmpty() ? words.text("reason.nothing") : words.text("reason.holds", met);
    Bounds bounds = classification.bounds();
    if (bounds != null) {
      reason =
          words.text("reason.score", Words.scored(classification.score(), bounds)) + " " + reason;
    }
    if (!classification.wouldSettle().isEmpty()) {
      reason +=
          " "
              + words.text(
                  "reason.would-settle",
                  String.join(
                      ", ",
                      classification.wouldSettle().stream()
                          .map(code -> words.text("item." + code))
                          .toList()));
    }
    if (!classification.subgroup().isEmpty()) {
      reason +=
          " " + words.text("reason.subgroup", words.name("subgroup", classification.subgroup()));
    }
    return reason;
  }

  private static String items(Classification classification, Truth truth, Words words) {
    List<String> names =
        classification.parts().stream()
            .filter(part -> part.truth() == truth)
            .map(Part::code)
            .map(code -> words.text("item." + code))
            .toList();
    return String.join(", ", names);
  }

  /// A note in words; the values alone where a message file does not know it.
  public static String note(Note note, Words words) {
    String key = "note." + note.code();
    return words.texts().has(key)
        ? words.texts().text(key, note.values())
        : note.code() + " " + String.join(", ", note.values());
  }
}
