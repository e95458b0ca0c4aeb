package org.myocohort.exchange.study;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.myocohort.exchange.csv.CsvFile;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.myocohort.patient.Truth;
import org.myocohort.patient.Value;

/// The rows of one table with what every table has: ids that stand once, required cells, a known
/// patient.
final class TableRows {
  final CellReader cells;
  private final CsvFile table;
  private final StudySchema.Table schema;
  private final Problems problems;
  private final RowIds ids;
  private PatientFacts current = new PatientFacts();

  TableRows(CsvFile table, StudySchema.Table schema, Problems problems, RowIds ids) {
    this.table = table;
    this.schema = schema;
    this.problems = problems;
    this.ids = ids;
    cells = new CellReader(table, problems);
  }

  /// Reads a table of patients' facts.
  ///
  /// A row whose patient is unknown is read as well, so that everything wrong with it is named.
  void forEach(
      Function<String, Optional<PatientFacts>> patients,
      BiConsumer<PatientFacts, RowReference> body) {
    forEachRow(row -> {
      String patient = cells.text("patient");
      Optional<PatientFacts> facts = patients.apply(patient);
      if (facts.isEmpty() && !patient.isEmpty()) {
        cells.problem("patient", "patient-unknown");
      }
      current = facts.orElseGet(PatientFacts::new);
      body.accept(current, row);
    });
  }

  /// Reads a table, whatever it is of.
  void forEachRow(java.util.function.Consumer<RowReference> body) {
    if (!hasRequiredColumns()) {
      return;
    }
    for (int index = 0; index < table.rowCount(); index++) {
      cells.moveTo(index);
      for (StudySchema.Column column : schema.columns()) {
        if (column.required() && cells.text(column.name()).isEmpty()) {
          cells.problem(column.name(), "value-expected");
        }
      }
      String id = cells.text("id");
      if (!id.isEmpty()) {
        ids.claim(cells, table, id);
      }
      body.accept(new RowReference(schema.name(), id));
    }
  }

  private boolean hasRequiredColumns() {
    boolean complete = true;
    for (StudySchema.Column column : schema.columns()) {
      if (column.required() && table.column(column.name()) < 0) {
        problems.add(
            table.name(), 1, column.name(), "column-missing", String.join(", ", table.header()));
        complete = false;
      }
    }
    return complete;
  }

  /// When something happened to the patient of the row: never before the birth.
  Value<Moment> moment(String column) {
    Value<Moment> moment = cells.moment(column);
    Optional<Moment> birth = current.birth();
    if (moment instanceof Value.Known<Moment>(Moment date)
        && birth.isPresent()
        && date.isBefore(birth.get()) == Truth.TRUE) {
      cells.problem(column, "before-birth", birth.get().toString());
    }
    return moment;
  }

  /// The end of something that began: never before its start.
  Value<Moment> stop(String column, Value<Moment> start) {
    Value<Moment> stop = moment(column);
    if (stop instanceof Value.Known<Moment>(Moment end)
        && start instanceof Value.Known<Moment>(Moment begin)
        && end.isBefore(begin) == Truth.TRUE) {
      cells.problem(column, "stop-before-start", begin.toString());
    }
    return stop;
  }
}
