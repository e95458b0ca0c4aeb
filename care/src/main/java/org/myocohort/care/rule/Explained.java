package org.myocohort.care.rule;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.instrument.Note;
import org.myocohort.patient.RowReference;

/// What a rule says of a patient, and why.
///
/// @param rule the rule
/// @param outcome what it says
/// @param parts its parts, where it has any, in its order
/// @param used values that were read, for a single look at the record
/// @param missing what a record would have to hold to answer; empty where it answers
/// @param notes assumptions made in reading
public record Explained(
    Rule rule,
    Outcome outcome,
    List<Explained> parts,
    List<Used> used,
    @Nullable Missing missing,
    List<Note> notes) {

  /// A value that was read.
  ///
  /// @param row where it stands
  /// @param column the column in it
  /// @param what was read: a code
  /// @param value as the record holds it, with its unit
  /// @param date as precise as recorded, empty where it has none
  public record Used(RowReference row, String column, String what, String value, String date) {}

  /// What the record lacks.
  ///
  /// @param code which kind of thing, in the message files as `trial-missing.CODE`
  /// @param values which
  public record Missing(String code, List<String> values) {
    public Missing {
      values = List.copyOf(values);
    }

    static Missing of(String code, String... values) {
      return new Missing(code, List.of(values));
    }
  }

  /// A missing thing that would decide the criterion by itself.
  ///
  /// @param always whether it decides whatever it shows, or only for one of its results
  public record Settles(Missing missing, boolean always) {}

  public Explained {
    parts = List.copyOf(parts);
    used = List.copyOf(used);
    notes = List.copyOf(notes);
  }

  /// Every look at the record, in order.
  public List<Explained> leaves() {
    List<Explained> leaves = new ArrayList<>();
    collect(leaves);
    return leaves;
  }

  private void collect(List<Explained> leaves) {
    if (parts.isEmpty()) {
      leaves.add(this);
    } else {
      parts.forEach(part -> part.collect(leaves));
    }
  }

  /// The missing things that matter: those of open leaves whose answer could still change this one.
  public List<Missing> missing(boolean ofOpenOnly) {
    List<Missing> found = new ArrayList<>();
    for (Explained leaf : leaves()) {
      if (leaf.missing != null
          && (!ofOpenOnly || leaf.outcome == Outcome.UNKNOWN)
          && !found.contains(leaf.missing)) {
        found.add(leaf.missing);
      }
    }
    return found;
  }

  /// Which single missing thing would decide an open answer.
  public List<Settles> settling() {
    List<Settles> settling = new ArrayList<>();
    if (outcome != Outcome.UNKNOWN) {
      return settling;
    }
    Map<Missing, List<Explained>> open = new LinkedHashMap<>();
    for (Explained leaf : leaves()) {
      if (leaf.missing != null && leaf.outcome == Outcome.UNKNOWN) {
        open.computeIfAbsent(leaf.missing, _ -> new ArrayList<>()).add(leaf);
      }
    }
    open.forEach((missing, leaves) -> {
      IdentityHashMap<Explained, Integer> bits = new IdentityHashMap<>();
      leaves.forEach(leaf -> bits.put(leaf, bits.size()));
      boolean some = false;
      boolean always = true;
      // Two limits of one number hold in any mix, so that each mix is tried; many only together.
      int mixes = leaves.size() <= 4 ? 1 << leaves.size() : 2;
      for (int mix = 0; mix < mixes; mix++) {
        Outcome decided = with(bits, leaves.size() <= 4 ? mix : -mix);
        boolean settled = decided == Outcome.TRUE || decided == Outcome.FALSE;
        some |= settled;
        always &= settled;
      }
      if (some) {
        settling.add(new Settles(missing, always));
      }
    });
    return settling;
  }

  /// What the rule would say if a person judged each part that is for a person in one way. What
  /// stands beneath a `not` is judged the other way, so that the judgement speaks for the whole.
  public Outcome withPersonsJudging(Outcome judgement) {
    if (parts.isEmpty()) {
      return outcome == Outcome.PERSON ? judgement : outcome;
    }
    List<Outcome> outcomes = new ArrayList<>(parts.size());
    for (Explained part : parts) {
      outcomes.add(part.withPersonsJudging(rule instanceof Rule.Not ? judgement.not() : judgement));
    }
    return combine((Rule.Combined) rule, outcomes);
  }

  private Outcome with(IdentityHashMap<Explained, Integer> forced, int mix) {
    if (parts.isEmpty()) {
      Integer bit = forced.get(this);
      if (bit == null) {
        return outcome;
      }
      return (mix >> Math.min(bit, 31) & 1) == 1 ? Outcome.TRUE : Outcome.FALSE;
    }
    List<Outcome> outcomes = new ArrayList<>(parts.size());
    for (Explained part : parts) {
      outcomes.add(part.with(forced, mix));
    }
    return combine((Rule.Combined) rule, outcomes);
  }

  static Outcome combine(Rule.Combined rule, List<Outcome> outcomes) {
    return switch (rule) {
      case Rule.All _ -> Outcome.all(outcomes);
      case Rule.Any _ -> Outcome.any(outcomes);
      case Rule.Count(int least, List<Rule> _) -> Outcome.atLeast(least, outcomes);
      case Rule.Not _ -> outcomes.getFirst().not();
      case Rule.When when ->
          Outcome.when(
              outcomes.get(0),
              outcomes.get(1),
              when.otherwise() == null ? Outcome.TRUE : outcomes.get(2));
    };
  }
}
