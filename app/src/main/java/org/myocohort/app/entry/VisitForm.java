package org.myocohort.app.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;

/// The form of a visit: its date and core set, its muscle enzymes, and what else was measured on
/// that day, saved together.
public final class VisitForm {
  /// Key of the visit's own row.
  public static final String VISIT = "v";

  public static final List<String> CORE_SET =
      List.of("physician_global", "patient_global", "extramuscular", "mmt", "mmt_max", "haq");
  public static final List<String> CHILDREN = List.of("cmas", "das", "chq_physical");
  public static final List<String> ENZYMES =
      Arrays.stream(MuscleEnzyme.values())
          .flatMap(enzyme -> List.of(enzyme.code(), enzyme.code() + "_uln").stream())
          .toList();
  public static final List<String> MEASURED =
      List.of("measurement", "value", "unit", "lower_limit", "upper_limit", "qualitative", "assay");

  /// Rows for measurements that an empty form shows.
  private static final int BLANK = 3;

  /// No form of a day has more; a longer list is imported.
  private static final int MOST = 200;

  private static final Pattern STANDING = Pattern.compile("m(\\d{1,4})\\.id");
  private static final Pattern FRESH = Pattern.compile("n(\\d{1,4})\\.[a-z_]+");

  /// The muscle enzymes that stand among the measurements of the visit's day: they count as if they
  /// stood with the visit.
  ///
  /// @return codes, in the order of the visit's own fields
  public static List<String> enzymesMeasured(List<FormRow> rows) {
    Set<String> measured = new HashSet<>();
    for (FormRow row : rows) {
      if (row.table().equals("measurements") && !row.isNew() && !row.before("value").isEmpty()) {
        measured.add(LastValues.code(row.before("measurement")));
      }
    }
    return Arrays.stream(MuscleEnzyme.values())
        .map(MuscleEnzyme::code)
        .filter(measured::contains)
        .toList();
  }

  private VisitForm() {}

  private static List<String> columns(StoredPatient patient, @Nullable StoredRow visit) {
    List<String> columns = new ArrayList<>();
    boolean byDay =
        visit != null
            ? !visit.cell("day").isEmpty()
            : !patient.rows("visits").isEmpty()
                && patient.rows("visits").stream().allMatch(row -> row.cell("date").isEmpty());
    columns.add(byDay ? "day" : "date");
    columns.addAll(CORE_SET);
    columns.add("baseline");
    columns.addAll(CHILDREN);
    columns.addAll(ENZYMES);
    return columns;
  }

  /// The rows of an untouched form.
  ///
  /// @param visit id of the visit, or null for a new one
  public static List<FormRow> shown(
      StoredPatient patient, @Nullable String visit, LastValues last) {
    List<FormRow> rows = new ArrayList<>();
    StoredRow standing = visit == null ? null : patient.row("visits", visit).orElse(null);
    rows.add(visitRow(patient, visit, standing));
    int number = 0;
    if (standing != null) {
      for (StoredRow row : measuredOn(patient, standing.cell("date"))) {
        rows.add(FormRow.of("m" + ++number, row, MEASURED));
      }
    }
    int fresh = 0;
    if (standing == null) {
      for (LastValues.LastMeasurement each : last.ofLastDay()) {
        SortedMap<String, String> offered = new TreeMap<>();
        offered.put("measurement", each.measurement());
        offered.put("unit", each.value().unit());
        rows.add(measured(patient, ++fresh).offering(offered));
      }
    }
    for (int blank = 0; blank < BLANK; blank++) {
      rows.add(measured(patient, ++fresh));
    }
    return rows;
  }

  /// The rows of a form that comes back filled.
  public static List<FormRow> posted(
      StoredPatient patient, @Nullable String visit, LastValues last, Map<String, String> typed) {
    List<FormRow> rows = new ArrayList<>();
    StoredRow standing = visit == null ? null : patient.row("visits", visit).orElse(null);
    rows.add(visitRow(patient, visit, standing));
    TreeMap<Integer, String> known = new TreeMap<>();
    // Lines that nobody sent are empty, and are shown again all the same.
    int fresh = BLANK;
    for (Map.Entry<String, String> field : typed.entrySet()) {
      Matcher id = STANDING.matcher(field.getKey());
      if (id.matches()) {
        known.put(Integer.valueOf(id.group(1)), field.getValue());
      }
      Matcher name = FRESH.matcher(field.getKey());
      if (name.matches()) {
        fresh = Math.max(fresh, Math.min(MOST, Integer.parseInt(name.group(1))));
      }
    }
    known.forEach((number, id) ->
        patient
            .row("measurements", id)
            .ifPresent(row -> rows.add(FormRow.of("m" + number, row, MEASURED))));
    List<LastValues.LastMeasurement> offers = visit == null ? last.ofLastDay() : List.of();
    for (int number = 1; number <= fresh; number++) {
      FormRow row = measured(patient, number);
      if (number <= offers.size()) {
        SortedMap<String, String> offered = new TreeMap<>();
        offered.put("measurement", offers.get(number - 1).measurement());
        offered.put("unit", offers.get(number - 1).value().unit());
        // Without a value an offered name is not something that somebody typed.
        row = isLeft(row, offered, typed) ? row.offering(offered) : row;
      }
      rows.add(row);
    }
    return rows;
  }

  private static boolean isLeft(
      FormRow row, SortedMap<String, String> offered, Map<String, String> typed) {
    return row.columns().stream()
        .allMatch(column ->
            typed
                .getOrDefault(row.name(column), "")
                .strip()
                .equals(offered.getOrDefault(column, "")));
  }

  private static FormRow visitRow(
      StoredPatient patient, @Nullable String visit, @Nullable StoredRow standing) {
    List<String> columns = columns(patient, standing);
    if (standing != null) {
      return FormRow.of(VISIT, standing, columns);
    }
    return FormRow.fresh(
        VISIT,
        "visits",
        visit != null ? visit : FormRow.newId(patient.key(), "visits", patient.revision(), 1),
        columns);
  }

  private static FormRow measured(StoredPatient patient, int number) {
    PatientKey key = patient.key();
    return FormRow.fresh(
        "n" + number,
        "measurements",
        FormRow.newId(key, "measurements", patient.revision(), number),
        MEASURED);
  }

  /// The measurements of a day. One without a day belongs to no visit.
  private static List<StoredRow> measuredOn(StoredPatient patient, String date) {
    return patient.rows("measurements").stream()
        .filter(row -> !date.isEmpty() && row.cell("date").equals(date))
        .toList();
  }

  /// What every new row of the form gets beside what is typed: the patient, and for measurements
  /// the visit's date.
  public static Map<String, SortedMap<String, String>> links(StoredPatient patient, String date) {
    SortedMap<String, String> owner = new TreeMap<>();
    owner.put("patient", patient.key().id());
    SortedMap<String, String> dated = new TreeMap<>(owner);
    dated.put("date", date);
    return Map.of("visits", owner, "measurements", dated);
  }
}
