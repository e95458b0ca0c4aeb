package org.myocohort.app.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.myocohort.app.cli.Texts.Language;
import org.myocohort.registry.patient.RowVersion;

/// Two people's changes of one row: what one started from, what the other saved since, and what the
/// first wants.
///
/// @param row the row as the second saver's form had it
/// @param removed whether the other one removed it
/// @param by the other's last save of the row, or null where nobody touched it
/// @param values the fields in which the three are not all the same
public record Collision(
    FormRow row, boolean removed, @Nullable RowVersion by, List<Choice> values) {
  public Collision {
    values = List.copyOf(values);
  }

  /// One value.
  ///
  /// @param field name of its field
  /// @param from what the editor started from
  /// @param theirs what stands now
  /// @param mine what the editor typed, as it would be stored
  public record Choice(String field, String column, String from, String theirs, String mine) {
    /// Whether both changed it, and differently: only then must somebody choose.
    public boolean open() {
      return !theirs.equals(from) && !mine.equals(from) && !theirs.equals(mine);
    }

    /// Whether mine is what to propose.
    public boolean mineFirst() {
      return theirs.equals(from);
    }
  }

  /// Compares one row.
  ///
  /// @param row as the form had it, with what stood when it was opened
  /// @param typed what was typed
  /// @param current the cells that stand now, or empty where the row was removed
  /// @param by who saved the row since, or null
  public static Optional<Collision> of(
      FormRow row,
      Map<String, String> typed,
      Optional<SortedMap<String, String>> current,
      @Nullable RowVersion by,
      Language language) {
    List<Choice> choices = new ArrayList<>();
    for (String column : row.columns()) {
      String from = row.before(column);
      String theirs =
          current.map(cells -> cells.getOrDefault(column, "")).orElse(row.isNew() ? from : "");
      String mine = typed.getOrDefault(row.name(column), from).strip();
      if (!mine.equals(from)
          && TypedCell.read(row.column(column), mine, language)
              instanceof TypedCell.Sound(String sound)) {
        mine = sound;
      }
      if (!theirs.equals(from) || !mine.equals(from)) {
        choices.add(new Choice(row.name(column), column, from, theirs, mine));
      }
    }
    boolean removed = current.isEmpty() && !row.isNew();
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(new Collision(row, removed, by, choices));
  }

  /// The typed fields after the choices.
  ///
  /// @param picks `theirs` or `mine` by field name; what is not chosen stays mine
  /// @param current the cells that stand now
  public static SortedMap<String, String> resolved(
      Map<String, String> typed,
      FormRow row,
      Map<String, String> picks,
      SortedMap<String, String> current) {
    SortedMap<String, String> fields = new TreeMap<>(typed);
    for (String column : row.columns()) {
      if ("theirs".equals(picks.get(row.name(column)))) {
        fields.put(row.name(column), current.getOrDefault(column, ""));
      }
    }
    return fields;
  }
}
