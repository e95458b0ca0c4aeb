package org.myocohort.care.alert;

import java.util.ArrayList;
import java.util.List;
import org.myocohort.care.record.Missing;
import org.myocohort.instrument.Input;
import org.myocohort.patient.Truth;

/// What a part of a rule found.
record Evidence(Truth truth, List<Input> values, List<Missing> missing, List<Missing> assumed) {
  static Evidence of(Truth truth, Input... values) {
    return new Evidence(truth, List.of(values), List.of(), List.of());
  }

  static Evidence of(Truth truth, List<Input> values) {
    return new Evidence(truth, values, List.of(), List.of());
  }

  static Evidence lacks(Missing... missing) {
    return new Evidence(Truth.UNKNOWN, List.of(), List.of(missing), List.of());
  }

  static Evidence lacks(List<Input> values, Missing... missing) {
    return new Evidence(Truth.UNKNOWN, values, List.of(missing), List.of());
  }

  static Evidence assumes(Missing assumed) {
    return new Evidence(Truth.FALSE, List.of(), List.of(), List.of(assumed));
  }

  /// Both: what is false decides alone, and so does what is not known.
  Evidence and(Evidence other) {
    if (truth == Truth.FALSE) {
      return this;
    }
    if (other.truth == Truth.FALSE) {
      return other;
    }
    List<Input> all = new ArrayList<>(values);
    other.values.stream().filter(value -> !all.contains(value)).forEach(all::add);
    List<Missing> lacking = new ArrayList<>(missing);
    other.missing.stream().filter(one -> !lacking.contains(one)).forEach(lacking::add);
    return new Evidence(truth.and(other.truth), all, lacking, List.of());
  }
}
