package org.myocohort.registry.exporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.study.StudySchema;
import org.myocohort.exchange.study.StudyWriter;
import org.myocohort.patient.Moment;
import org.myocohort.registry.patient.PatientKey;
import org.myocohort.registry.patient.PatientStore;
import org.myocohort.registry.patient.RowChange;
import org.myocohort.registry.patient.SaveResult;
import org.myocohort.registry.patient.StoredPatient;
import org.myocohort.registry.patient.StoredRow;

/// Rewrites a patient's rows so that they do not tell who it is: new names, shifted dates or days
/// from day 0, age bands, no free text, no column that the schema does not know.
///
/// Texts that say what was measured or how stay; the names of laboratories become codes.
final class Deidentifier {
  private static final Set<String> KEPT_TEXTS =
      Set.of(
          "antibodies.unit",
          "adverse_events.ctcae_version",
          "biomarkers.marker",
          "biomarkers.population",
          "biomarkers.parent");
  private static final Set<String> CODED_TEXTS = Set.of("measurements.assay", "biomarkers.assay");
  private static final String WITHHELD = "withheld";

  private final Pseudonyms pseudonyms;
  private final ExportRequest request;
  private final StudyWriter.Description description;
  private final @Nullable String indexDrug;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Set<String> dropped = new TreeSet<>();

  Deidentifier(Pseudonyms pseudonyms, ExportRequest request, StudyWriter.Description description) {
    this.pseudonyms = pseudonyms;
    this.request = request;
    this.description = description;
    this.indexDrug = description.settings().indexDrug().orElse(null);
  }

  /// The columns that were left out so far, as table.column.
  Set<String> dropped() {
    return dropped;
  }

  List<StoredRow> rows(StoredPatient patient) {
    StoredRow person = patient.row("patients", patient.key().id()).orElseThrow();
    Dates dates = dates(patient, person);
    List<StoredRow> rows = new ArrayList<>();
    for (StoredRow row : patient.rows()) {
      boolean isPerson = row.table().equals("patients");
      SortedMap<String, String> cells = cells(row, dates);
      if (isPerson) {
        put(cells, "age_band", AgeBands.of(patient, person));
        put(cells, "onset_age_band", AgeBands.of(person.cell("onset_age_years")));
      } else {
        cells.put("patient", pseudonyms.patient(patient.key().id()));
      }
      String id = isPerson ? pseudonyms.patient(patient.key().id()) : number(row.table());
      rows.add(new StoredRow(row.table(), id, 1, rows.size(), cells));
    }
    return dates.imprecise && !request.offsets() ? sound(rows) : rows;
  }

  private String number(String table) {
    int number = numbers.merge(table, 1, Integer::sum);
    return (table.substring(0, 2) + "-").toUpperCase(Locale.ROOT) + number;
  }

  private static void put(SortedMap<String, String> cells, String column, String text) {
    if (!text.isEmpty()) {
      cells.put(column, text);
    }
  }

  /// Where a patient's dates go.
  private static final class Dates {
    private final int shift;
    private final @Nullable Moment zero;
    private boolean imprecise;

    Dates(int shift, @Nullable Moment zero) {
      this.shift = shift;
      this.zero = zero;
    }
  }

  private Dates dates(StoredPatient patient, StoredRow person) {
    int shift = pseudonyms.shiftDays(patient.key().id());
    return new Dates(shift, request.offsets() ? zero(patient, person).orElse(null) : null);
  }

  /// The first dose of the index drug; the first visit where the study has none.
  private Optional<Moment> zero(StoredPatient patient, StoredRow person) {
    String own = person.cell("index_drug");
    String drug = own.isEmpty() ? indexDrug : own;
    boolean treated = drug != null;
    return patient.rows(treated ? "treatments" : "visits").stream()
        .filter(row -> !treated || sameDrug(row.cell("drug"), String.valueOf(drug)))
        .map(row -> row.cell(treated ? "start" : "date"))
        .flatMap(text -> Moment.parse(text).stream())
        .filter(Moment::isExact)
        .min((a, b) -> Long.compare(a.earliest(), b.earliest()));
  }

  private static boolean sameDrug(String a, String b) {
    var drugs = org.myocohort.vocabulary.Vocabulary.drugs();
    return drugs.find(a).isPresent() && drugs.find(a).equals(drugs.find(b));
  }

  private SortedMap<String, String> cells(StoredRow row, Dates dates) {
    SortedMap<String, String> cells = new TreeMap<>();
    StudySchema.Table table = StudySchema.table(row.table()).orElseThrow();
    row.cells()
        .forEach((column, text) -> {
          StudySchema.Column known = table.column(column).orElse(null);
          if (known == null) {
            dropped.add(row.table() + "." + column);
          } else if (!column.equals("patient")) {
            cell(row.table(), known, text, dates, cells);
          }
        });
    return cells;
  }

  private void cell(
      String table,
      StudySchema.Column column,
      String text,
      Dates dates,
      SortedMap<String, String> cells) {
    String name = column.name();
    String full = table + "." + name;
    switch (column.type()) {
      case MOMENT -> {
        if (full.equals("patients.birth") || full.equals("patients.consent_date")) {
          dropped.add(full);
        } else {
          date(table, name, text, dates, cells);
        }
      }
      case STRING -> {
        if (KEPT_TEXTS.contains(full) || (full.equals("patients.centre") && request.keepCentre())) {
          cells.put(name, text);
        } else if (CODED_TEXTS.contains(full)) {
          cells.put(name, pseudonyms.text("assay", text));
        } else if (full.equals("antibodies.titre") && text.matches("[0-9.,:<>=+/ -]{1,20}")) {
          cells.put(name, text);
        } else {
          dropped.add(full);
          if (column.required()) {
            cells.put(name, WITHHELD);
          }
        }
      }
      case NUMBER -> {
        if (name.equals("age_years") || name.equals("onset_age_years")) {
          dropped.add(full);
        } else {
          cells.put(name, text);
        }
      }
      case WHOLE, LIMITED, WORD, LIST, PATIENT, ANTIBODY, FINDING, DRUG, MEASUREMENT, UNIT ->
          cells.put(name, text);
    }
  }

  private void date(
      String table, String column, String text, Dates dates, SortedMap<String, String> cells) {
    Moment moment = Moment.parse(text).orElse(null);
    if (request.offsets()) {
      String name = table.equals("visits") && column.equals("date") ? "day" : column + "_day";
      Moment zero = dates.zero;
      if (moment == null || zero == null || !moment.isExact()) {
        put(cells, moment == null ? name : "", moment == null ? text : "");
        return;
      }
      moment.daysSince(zero).ifPresent(days -> cells.put(name, Long.toString(days)));
      return;
    }
    if (moment == null) {
      cells.put(column, text);
      return;
    }
    LocalDate middle = LocalDate.ofEpochDay(moment.middle()).plusDays(dates.shift);
    switch (moment) {
      case Moment.Day _ -> cells.put(column, middle.toString());
      case Moment.Month _ -> {
        dates.imprecise = true;
        cells.put(column, YearMonth.from(middle).toString());
      }
      case Moment.Year _ -> {
        dates.imprecise = true;
        cells.put(column, String.format(Locale.ROOT, "%04d", middle.getYear()));
      }
      case Moment.IndexDay _ -> cells.put(column, text);
    }
  }

  /// A shifted month may fall before what it followed: such a date is left out rather than told
  /// wrong, with its row where the row must have it.
  private List<StoredRow> sound(List<StoredRow> rows) {
    List<StoredRow> left = rows;
    while (true) {
      List<RowChange> changes = new ArrayList<>();
      left.forEach(row -> changes.add(new RowChange.Put(row.table(), row.id(), row.cells())));
      StoredPatient none = StoredPatient.none(new PatientKey("", ""));
      if (!(PatientStore.draft(description, none, changes)
          instanceof PatientStore.Draft.Wrong(List<SaveResult.RowProblem> problems))) {
        return left;
      }
      List<StoredRow> next = new ArrayList<>();
      boolean changed = false;
      for (StoredRow row : left) {
        Set<String> columns = new TreeSet<>();
        for (SaveResult.RowProblem problem : problems) {
          if (problem.table().equals(row.table()) && problem.row().equals(row.id())) {
            columns.add(problem.problem().column());
          }
        }
        changed |= !columns.isEmpty();
        without(row, columns).ifPresent(next::add);
      }
      if (!changed) {
        throw new IllegalStateException("shifted dates cannot be read: " + problems.getFirst());
      }
      left = next;
    }
  }

  private static Optional<StoredRow> without(StoredRow row, Set<String> columns) {
    if (columns.isEmpty()) {
      return Optional.of(row);
    }
    StudySchema.Table table = StudySchema.table(row.table()).orElseThrow();
    TreeMap<String, String> cells = new TreeMap<>(row.cells());
    for (String column : columns) {
      boolean date =
          table.column(column).filter(c -> c.type() == StudySchema.Type.MOMENT).isPresent();
      if (!date
          || table.column(column).filter(StudySchema.Column::required).isPresent()
          || row.table().equals("visits")) {
        return Optional.empty();
      }
      cells.remove(column);
    }
    return Optional.of(new StoredRow(row.table(), row.id(), row.revision(), row.position(), cells));
  }
}
