package org.myocohort.reading;

import java.util.List;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Note;
import org.myocohort.patient.Truth;

/// A finding as an instrument reads it.
///
/// @param truth whether it was there
/// @param inputs what stands in the record; a missing finding names what was looked for
/// @param notes assumptions
public record Observation(Truth truth, List<Input> inputs, List<Note> notes) {
  public Observation {
    inputs = List.copyOf(inputs);
    notes = List.copyOf(notes);
  }

  public boolean isMissing() {
    return inputs.stream().allMatch(Input::isMissing);
  }
}
