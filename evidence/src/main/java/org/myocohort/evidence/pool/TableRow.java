package org.myocohort.evidence.pool;

/// A row of the table with what became of it.
///
/// @param row as told
/// @param definition of the outcome that it was judged by; empty where nobody has said so
/// @param standing whether it is counted
/// @param apart whether it is a single-case report, which stands apart
public record TableRow(PoolingRow row, String definition, Standing standing, boolean apart) {

  /// Whether a row counts.
  public sealed interface Standing {}

  /// It does.
  ///
  /// @param events patients with the outcome
  /// @param patients of whom it is known
  public record Counted(int events, int patients) implements Standing {}

  /// It does not.
  ///
  /// @param why it does not
  /// @param found the word or numbers that stand there
  public record NotCounted(Why why, String found) implements Standing {}

  /// Why a row is not counted.
  public enum Why {
    /// The outcome is not reported.
    NOT_REPORTED,
    /// A word that is neither an event nor none.
    OTHER_WORD,
    /// A printed result without both its counts.
    COUNTS_NOT_REPORTED,
    /// More events than patients, or no patient.
    COUNTS_IMPOSSIBLE,
    /// Nobody has said by which definition the outcome was judged.
    DEFINITION_NOT_SAID
  }

  static TableRow of(PoolingRow row, Outcome outcome, boolean apart) {
    return switch (row.told()) {
      case PoolingRow.Patient patient ->
          new TableRow(row, outcome.definition(), standing(patient, outcome), apart);
      case PoolingRow.Result result ->
          new TableRow(row, result.definition(), standing(result), apart);
    };
  }

  private static Standing standing(PoolingRow.Patient patient, Outcome outcome) {
    return switch (outcome.read(patient.word())) {
      case EVENT -> new Counted(1, 1);
      case NO_EVENT -> new Counted(0, 1);
      case NOT_REPORTED -> new NotCounted(Why.NOT_REPORTED, patient.word());
      case OTHER_WORD -> new NotCounted(Why.OTHER_WORD, patient.word());
    };
  }

  private static Standing standing(PoolingRow.Result result) {
    Integer events = result.events();
    Integer total = result.total();
    if (events == null || total == null) {
      return new NotCounted(Why.COUNTS_NOT_REPORTED, result.printed());
    }
    if (!(total >= 1 && events >= 0 && events <= total)) {
      return new NotCounted(Why.COUNTS_IMPOSSIBLE, events + "/" + total);
    }
    return result.definition().isEmpty()
        ? new NotCounted(Why.DEFINITION_NOT_SAID, events + "/" + total)
        : new Counted(events, total);
  }

  boolean isCounted() {
    return standing instanceof Counted;
  }
}
