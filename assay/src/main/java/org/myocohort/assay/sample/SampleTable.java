package org.myocohort.assay.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.assay.table.Cells;
import org.myocohort.assay.table.RawTable;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.patient.Moment;

/// A table that says of the names on a plate or in a table of cytometry whose samples they are:
/// columns `name` (or `sample`), `patient`, `date`, and where needed `sample`, `visit`,
/// `condition`.
public final class SampleTable {
  private final String file;
  private final Map<String, SampleFacts> byName;

  private SampleTable(String file, Map<String, SampleFacts> byName) {
    this.file = file;
    this.byName = byName;
  }

  /// Reads it.
  ///
  /// @throws BadInputException if a column is missing, a name stands twice, a patient is missing or
  ///   a date is none
  public static SampleTable read(RawTable table) throws BadInputException {
    Problems problems = new Problems();
    RawTable.Line header = table.lines().getFirst();
    int sample = Cells.column(header, List.of("sample", "sample id", "campione"));
    int tube = Cells.column(header, List.of("name", "file", "tube", "filename", "nome"));
    int patient = Cells.column(header, List.of("patient", "paziente"));
    int date = Cells.column(header, List.of("date", "sample date", "data"));
    int visit = Cells.column(header, List.of("visit", "visita"));
    int condition = Cells.column(header, List.of("condition", "stimulation", "condizione"));
    if (sample < 0 && tube < 0) {
      problems.add(table.name(), header.number(), "sample", "column-missing", "");
    }
    if (patient < 0) {
      problems.add(table.name(), header.number(), "patient", "column-missing", "");
    }
    problems.throwIfAny();
    Map<String, SampleFacts> byName = new LinkedHashMap<>();
    for (RawTable.Line line : table.lines().subList(1, table.lines().size())) {
      String name = line.cell(tube < 0 ? sample : tube);
      String id = sample < 0 || line.cell(sample).isEmpty() ? name : line.cell(sample);
      if (name.isEmpty()) {
        problems.add(table.name(), line.number(), "sample", "value-expected", "");
        continue;
      }
      if (line.cell(patient).isEmpty()) {
        problems.add(table.name(), line.number(), "patient", "value-expected", "");
      }
      checkDate(table.name(), line.number(), line.cell(date), problems);
      SampleFacts facts =
          new SampleFacts(
              line.cell(patient), line.cell(date), line.cell(visit), id, line.cell(condition));
      if (byName.putIfAbsent(name, facts) != null) {
        problems.add(table.name(), line.number(), "sample", "assay-name-twice", name);
      }
    }
    problems.throwIfAny();
    return new SampleTable(table.name(), byName);
  }

  /// Names a date that is none; an empty one is not known.
  public static void checkDate(String file, int line, String date, Problems problems) {
    if (!date.isEmpty() && Moment.parse(date).isEmpty()) {
      problems.add(file, line, "date", "date-expected", date);
    }
  }

  public String file() {
    return file;
  }

  /// What is known of a name.
  public Optional<SampleFacts> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
