package org.myocohort.care.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of treatment.
///
/// @param number from 1
/// @param started what began it, the first first
/// @param carried drugs of the line before that went on
/// @param span from its start up to the start of the next line, or to the end of its last drug
/// @param isCertain false where imprecise dates leave open whether it is a line of its own or where
///   it stands in the order
public record TreatmentLine(
    int number, List<Start> started, List<Exposure> carried, Span span, boolean isCertain) {
  public TreatmentLine {
    started = List.copyOf(started);
    carried = List.copyOf(carried);
  }

  /// From when to when, days since 1970-01-01.
  ///
  /// @param from middle of what the start can be
  /// @param until the day after its end, null while it goes on
  public record Span(long from, @Nullable Long until) {}

  /// A drug with which the line began.
  ///
  /// @param how first, together, added, replacing or given again
  /// @param replaced agents of which the drug took the place
  public record Start(Exposure exposure, How how, List<String> replaced) {
    public Start {
      replaced = List.copyOf(replaced);
    }
  }

  /// How a drug came to begin a line.
  public enum How {
    FIRST("first"),
    TOGETHER("together"),
    ADDED("added"),
    REPLACED("replaced"),
    RESTARTED("restarted");

    private final String code;

    How(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /// Every drug of the line, those that began it first.
  public List<String> agents() {
    return java.util.stream.Stream.concat(
            started.stream().map(each -> each.exposure().agent()),
            carried.stream().map(Exposure::agent))
        .distinct()
        .toList();
  }
}
