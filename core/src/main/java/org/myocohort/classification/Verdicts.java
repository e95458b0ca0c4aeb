package org.myocohort.classification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.myocohort.instrument.Note;
import org.myocohort.instrument.Part;
import org.myocohort.patient.Truth;

/// What criteria sets that hold or not share: parts, notes, and which item would settle an open
/// answer.
final class Verdicts {
  private Verdicts() {}

  static Classification of(
      String criteria,
      Facts facts,
      List<Item> items,
      Function<Facts, Truth> verdict,
      String grade,
      List<Note> extraNotes) {
    Truth truth = verdict.apply(facts);
    List<Note> notes = notes(facts, items);
    notes.addAll(extraNotes);
    return new Classification(
        criteria,
        result(truth),
        grade,
        "",
        null,
        null,
        null,
        parts(facts, items),
        truth == Truth.UNKNOWN ? settling(facts, items, verdict) : List.of(),
        notes);
  }

  static Classification.Result result(Truth truth) {
    return switch (truth) {
      case TRUE -> Classification.Result.MET;
      case FALSE -> Classification.Result.NOT_MET;
      case UNKNOWN -> Classification.Result.UNDETERMINED;
    };
  }

  static List<Part> parts(Facts facts, List<Item> items) {
    List<Part> parts = new ArrayList<>();
    for (Item item : items) {
      Fact fact = facts.fact(item);
      parts.add(Part.item(item.code(), fact.truth(), fact.inputs()));
    }
    return parts;
  }

  static List<Note> notes(Facts facts, List<Item> items) {
    Set<Note> notes = new LinkedHashSet<>();
    for (Item item : items) {
      notes.addAll(facts.fact(item).notes());
    }
    return new ArrayList<>(notes);
  }

  /// The open items any one of which could decide the answer; all open ones where none can alone.
  static List<String> settling(Facts facts, List<Item> items, Function<Facts, Truth> verdict) {
    Set<String> settling = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>();
    for (Item item : items) {
      if (facts.truth(item) == Truth.UNKNOWN) {
        open.add(item.question());
        if (verdict.apply(facts.with(item, Truth.TRUE)) != Truth.UNKNOWN
            || verdict.apply(facts.with(item, Truth.FALSE)) != Truth.UNKNOWN) {
          settling.add(item.question());
        }
      }
    }
    return List.copyOf(settling.isEmpty() ? open : settling);
  }
}
