package org.myocohort.app.patient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Answer;
import org.myocohort.classification.Classification;
import org.myocohort.classification.CriteriaSet;
import org.myocohort.classification.CriteriaSets;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.instrument.Points;
import org.myocohort.patient.Truth;

/// A criteria set beside its reason, and each part beside what was read for it.
///
/// @param code of the set
/// @param name of the set
/// @param result in words, with the grade where the set has one
/// @param style `met`, `notmet`, `undetermined` or `notavailable`
/// @param reason in one sentence
/// @param citation the publication
/// @param probability what the publication attaches to the score; empty for none
/// @param parts every item
/// @param notes assumptions, in words
public record CriteriaRow(
    String code,
    String name,
    String result,
    String style,
    String reason,
    String citation,
    String probability,
    List<Item> parts,
    List<String> notes) {
  // A raised enzyme may have been read from two hundred samples.
  private static final int MOST_INPUTS = 6;

  public CriteriaRow {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /// One part of a set.
  ///
  /// @param truth whether it holds, in words
  /// @param style `met`, `notmet` or `undetermined`
  /// @param points what it contributes; empty for none
  /// @param inputs what was read for it, each opening its source; of many the first few
  /// @param more how many more were read
  /// @param settles whether knowing it could settle an undetermined answer
  public record Item(
      String name,
      String truth,
      String style,
      String points,
      List<Cell> inputs,
      int more,
      boolean settles) {
    public Item {
      inputs = List.copyOf(inputs);
    }
  }

  /// Every set in the order in which answers list them.
  public static List<CriteriaRow> of(PatientResults results, SourceLinks links, Words words) {
    RowNames rows = new RowNames(results.patient(), words);
    return results.classifications().stream().map(each -> of(each, rows, links, words)).toList();
  }

  private static CriteriaRow of(
      Classification classification, RowNames rows, SourceLinks links, Words words) {
    return new CriteriaRow(
        classification.criteria(),
        words.text("criteria." + classification.criteria()),
        words.name("result", classification.result().code())
            + (classification.grade().isEmpty()
                ? ""
                : " (" + words.name("grade", classification.grade()) + ")"),
        classification.result().code().replace(" ", ""),
        Reasons.of(classification, words),
        CriteriaSets.ALL.stream()
            .filter(set -> set.code().equals(classification.criteria()))
            .map(CriteriaSet::citation)
            .findFirst()
            .orElse(""),
        probability(classification.probability(), words),
        classification.parts().stream()
            .map(part -> item(part, classification.wouldSettle(), rows, links, words))
            .toList(),
        classification.notes().stream().map((Note note) -> Reasons.note(note, words)).toList());
  }

  private static String probability(@Nullable Bounds bounds, Words words) {
    if (bounds == null) {
      return "";
    }
    String lower = Answer.decimal(bounds.lower());
    String upper = Answer.decimal(bounds.upper());
    return words.text("criteria-probability", lower.equals(upper) ? lower : lower + "–" + upper);
  }

  private static Item item(
      Part part, List<String> wouldSettle, RowNames rows, SourceLinks links, Words words) {
    Truth truth = part.truth();
    Points points = part.points();
    List<Cell> inputs = new ArrayList<>();
    for (Input input : part.inputs().subList(0, Math.min(MOST_INPUTS, part.inputs().size()))) {
      Cell cell = new Cell(rows.told(input), links.to(input.row(), input.column()));
      if (!inputs.contains(cell)) {
        inputs.add(cell);
      }
    }
    return new Item(
        words.text("item." + part.code()),
        truth == null ? "" : words.text("truth." + truth.name().toLowerCase(Locale.ROOT)),
        truth == null ? "" : style(truth),
        points == null ? "" : shown(points),
        inputs,
        Math.max(0, part.inputs().size() - MOST_INPUTS),
        wouldSettle.contains(part.code()));
  }

  private static String style(Truth truth) {
    return switch (truth) {
      case TRUE -> "met";
      case FALSE -> "notmet";
      case UNKNOWN -> "undetermined";
    };
  }

  private static String shown(Points points) {
    return points.decided()
        ? Answer.decimal(points.lower())
        : Answer.decimal(points.lower()) + "–" + Answer.decimal(points.upper());
  }
}
