package org.myocohort.instrument;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.Truth;

/// One part of an answer: an item of a criteria set, a measure of a score.
///
/// @param code the item's code; its name stands in the message files
/// @param inputs what was read for it, in reading order
/// @param truth whether the item holds, for items that hold or not
/// @param amount what was computed from the inputs, such as an improvement in percent of the range
/// @param points what it contributes, for scores
/// @param detail which of several alternatives was used, such as the enzyme scored; empty for none
public record Part(
    String code,
    List<Input> inputs,
    @Nullable Truth truth,
    @Nullable BigDecimal amount,
    @Nullable Points points,
    String detail) {
  public Part {
    inputs = List.copyOf(inputs);
  }

  /// A part without alternatives.
  public Part(
      String code,
      List<Input> inputs,
      @Nullable Truth truth,
      @Nullable BigDecimal amount,
      @Nullable Points points) {
    this(code, inputs, truth, amount, points, "");
  }

  public static Part item(String code, Truth truth, List<Input> inputs) {
    return new Part(code, inputs, truth, null, null);
  }

  public static Part scored(String code, Points points, List<Input> inputs) {
    return new Part(code, inputs, null, null, points);
  }
}
