package org.myocohort.app.web.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.entry.Doubts;

/// A field as its page shows it.
///
/// @param name of the input
/// @param column of the table, which is also the anchor that links point to
/// @param value what stands in it
/// @param unit beside it, empty for none
/// @param hint what it takes, empty for none
/// @param last sentence of the last value, empty for none
/// @param lastRow address of the row that holds the last value, empty for none
/// @param offer a value that one press fills in, empty for none
/// @param options the choices, empty for a free text
/// @param list id of the suggestions, empty for none
/// @param absences whether it may say why there is no value
/// @param numeric whether it takes a number only
/// @param errors sentences of what is wrong
/// @param doubts questions to confirm
/// @param corrections how often the value was corrected
public record FieldView(
    String name,
    String column,
    String label,
    String value,
    String unit,
    String hint,
    String last,
    String lastRow,
    String offer,
    List<Option> options,
    String list,
    boolean absences,
    boolean numeric,
    boolean required,
    List<String> errors,
    List<DoubtView> doubts,
    long corrections) {

  /// A choice.
  public record Option(String value, String label) {}

  /// A question to confirm.
  public record DoubtView(Doubts.Doubt doubt, String sentence, boolean confirmed) {}

  public FieldView {
    options = List.copyOf(options);
    errors = List.copyOf(errors);
    doubts = List.copyOf(doubts);
  }

  /// Id of the input.
  public String id() {
    return name.replace('.', '-');
  }

  public boolean invalid() {
    return !errors.isEmpty();
  }

  /// Ids of what describes the input, or null for nothing.
  public @Nullable String describedBy() {
    StringBuilder ids = new StringBuilder();
    if (!last.isEmpty()) {
      ids.append(id()).append("-last ");
    }
    if (!hint.isEmpty()) {
      ids.append(id()).append("-hint ");
    }
    if (invalid()) {
      ids.append(id()).append("-error ");
    }
    return ids.isEmpty() ? null : ids.toString().strip();
  }

  /// The value as a reader sees it.
  public String shown() {
    for (Option option : options) {
      if (option.value().equals(value)) {
        return option.label();
      }
    }
    return value;
  }

  public boolean isSelect() {
    return !options.isEmpty();
  }
}
