package org.myocohort.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Moment;

/// The answer of one instrument for one patient at one time.
///
/// @param instrument code of the instrument
/// @param at what time it speaks of, or null where it speaks of the whole record
/// @param status how far it could answer
/// @param value the value, only where the status is computed and the instrument has one
/// @param bounds lowest and highest value that missing inputs leave open
/// @param category code of the category, [#UNDETERMINED] where the bounds do not agree
/// @param parts every part, in the paper's order
/// @param notes assumptions and cautions
public record Assessment(
    String instrument,
    @Nullable Moment at,
    Status status,
    @Nullable BigDecimal value,
    @Nullable Bounds bounds,
    String category,
    List<Part> parts,
    List<Note> notes) {

  public static final String UNDETERMINED = "undetermined";
  public static final String MET = "met";
  public static final String NOT_MET = "not met";

  public Assessment {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /// The inputs that were missing, in the order of the parts.
  public List<Input> missing() {
    // Loops here and in the response package: a long table calls them for every row, and the
    // compiler needs longer for a stream than the row needs to be scored.
    List<Input> missing = new ArrayList<>();
    for (Part part : parts) {
      for (Input input : part.inputs()) {
        if (input.isMissing()) {
          missing.add(input);
        }
      }
    }
    return Collections.unmodifiableList(missing);
  }
}
