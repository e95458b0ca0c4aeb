package org.myocohort.assay.cytometry;

import java.util.List;
import org.myocohort.assay.sample.SampleFacts;
import org.myocohort.assay.table.Cells;
import org.myocohort.assay.table.RawTable;

/// The columns of a table of cytometry that say whose sample a row is.
final class Facts {
  private static final List<String> PATIENT = List.of("patient", "paziente");
  private static final List<String> DATE = List.of("date", "sample date");
  private static final List<String> VISIT = List.of("visit", "visita");
  private static final List<String> CONDITION = List.of("condition", "stimulation");
  private static final List<String> SAMPLE = List.of("sample id");

  private final int patient;
  private final int date;
  private final int visit;
  private final int condition;
  private final int sample;

  Facts(RawTable.Line header) {
    patient = Cells.column(header, PATIENT);
    date = Cells.column(header, DATE);
    visit = Cells.column(header, VISIT);
    condition = Cells.column(header, CONDITION);
    sample = Cells.column(header, SAMPLE);
  }

  static boolean isColumn(String heading) {
    RawTable.Line alone = new RawTable.Line(0, List.of(heading));
    return List.of(PATIENT, DATE, VISIT, CONDITION, SAMPLE).stream()
        .anyMatch(names -> Cells.column(alone, names) == 0);
  }

  SampleFacts of(RawTable.Line line, String name) {
    String id = line.cell(sample);
    return new SampleFacts(
        line.cell(patient),
        line.cell(date),
        line.cell(visit),
        id.isEmpty() ? name : id,
        line.cell(condition));
  }
}
