package org.myocohort.registry.overview;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which patients a list shows, in which order. An empty text leaves a filter open.
///
/// @param text words, each of which must stand in the pseudonym, centre, sex, source or antibodies
/// @param sex `female`, `male`, or [#NONE]
/// @param centre name of a centre
/// @param antibody code of an antibody found positive, or [#NONE] for patients without one
/// @param category code of the latest response category, or [#NONE] for patients without a score
/// @param vitalStatus as in the study folder, or [#NONE]
/// @param flags what else must hold
/// @param sort by which column
/// @param descending whether the largest comes first
/// @param page 1 for the first
public record PatientQuery(
    String text,
    String sex,
    String centre,
    String antibody,
    String category,
    String vitalStatus,
    List<Flag> flags,
    Column sort,
    boolean descending,
    int page) {

  /// Filters for what is not there.
  public static final String NONE = "-";

  /// How many patients a page shows.
  public static final int PAGE_SIZE = 50;

  /// Every patient, by pseudonym.
  public static final PatientQuery ALL =
      new PatientQuery("", "", "", "", "", "", List.of(), Column.ID, false, 1);

  public PatientQuery {
    flags = List.copyOf(flags);
    page = Math.max(1, page);
  }

  /// Something that either holds for a patient or does not.
  public enum Flag {
    /// Living and not seen for longer than the study's visit interval.
    OVERDUE,
    /// A query is open.
    OPEN_QUERIES,
    LOCKED,
    NOT_LOCKED;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Flag> parse(String code) {
      return Stream.of(values()).filter(flag -> flag.code().equals(code)).findFirst();
    }
  }

  /// What a list can be sorted by.
  public enum Column {
    ID("s.patient"),
    CENTRE("s.centre"),
    SEX("s.sex"),
    ANTIBODIES("s.antibodies"),
    VISITS("s.visits"),
    LAST_VISIT("s.last_visit_latest"),
    SCORE("s.score_order"),
    CATEGORY("s.category_order"),
    COMPLETENESS("s.completeness"),
    VITAL_STATUS("s.vital_status"),
    CHANGED("s.changed_at");

    private final String sql;

    Column(String sql) {
      this.sql = sql;
    }

    String sql() {
      return sql;
    }

    /// Its name in addresses and message keys.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Column> parse(String code) {
      return Stream.of(values()).filter(column -> column.code().equals(code)).findFirst();
    }
  }

  /// The same patients on another page.
  public PatientQuery onPage(int other) {
    return new PatientQuery(
        text, sex, centre, antibody, category, vitalStatus, flags, sort, descending, other);
  }

  /// The same patients in another order.
  public PatientQuery sortedBy(Column column, boolean largestFirst) {
    return new PatientQuery(
        text, sex, centre, antibody, category, vitalStatus, flags, column, largestFirst, 1);
  }

  /// Whether any filter or search narrows the list.
  public boolean isNarrowed() {
    return !flags.isEmpty()
        || Stream.of(text, sex, centre, antibody, category, vitalStatus)
            .anyMatch(filter -> !filter.isBlank());
  }
}
