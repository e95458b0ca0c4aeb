package org.myocohort.classification;

import java.util.List;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.patient.Truth;

/// What the record says of one item.
///
/// @param truth whether it holds
/// @param inputs the rows that say so
/// @param notes assumptions made in reading them
public record Fact(Truth truth, List<Input> inputs, List<Note> notes) {
  static final Fact UNKNOWN = new Fact(Truth.UNKNOWN, List.of(), List.of());

  public Fact {
    inputs = List.copyOf(inputs);
    notes = List.copyOf(notes);
  }

  Fact or(Fact other) {
    Truth either = truth.or(other.truth);
    return new Fact(
        either,
        java.util.stream.Stream.of(this, other)
            .filter(fact -> either != Truth.TRUE || fact.truth == Truth.TRUE)
            .flatMap(fact -> fact.inputs.stream())
            .toList(),
        java.util.stream.Stream.of(this, other)
            .flatMap(fact -> fact.notes.stream())
            .distinct()
            .toList());
  }
}
