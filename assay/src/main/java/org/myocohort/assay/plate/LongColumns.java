package org.myocohort.assay.plate;

import java.util.List;
import java.util.Optional;
import org.myocohort.assay.table.Cells;
import org.myocohort.assay.table.RawTable;

/// The columns of a table with one row a well, by the names that readers and people give them.
///
/// @param head index of the header among the table's lines
/// @param header that line
record LongColumns(
    int head,
    RawTable.Line header,
    int well,
    int kind,
    int name,
    int concentration,
    int dilution,
    int signal,
    int patient,
    int date,
    int visit,
    int sample,
    int marker,
    int unit,
    int batch) {
  /// Above it readers write what they like.
  private static final int DEEPEST_HEADER = 60;

  /// The table of a file, where there is one: its header is the first line with a well.
  static Optional<LongColumns> in(RawTable table) {
    for (int i = 0; i < Math.min(DEEPEST_HEADER, table.lines().size()); i++) {
      RawTable.Line line = table.lines().get(i);
      LongColumns columns =
          new LongColumns(
              i,
              line,
              Cells.column(line, List.of("well", "position", "pos", "wells", "pozzetto")),
              Cells.column(line, List.of("kind", "type", "well type", "content", "tipo")),
              Cells.column(line, List.of("name", "sample name", "well id", "nome", "sample id")),
              Cells.column(
                  line,
                  List.of(
                      "concentration",
                      "conc",
                      "std conc",
                      "standard",
                      "expected",
                      "nominal",
                      "concentrazione")),
              Cells.column(
                  line,
                  List.of(
                      "dilution", "dilution factor", "dil", "dil factor", "factor", "diluizione")),
              Cells.column(
                  line,
                  List.of(
                      "signal",
                      "od",
                      "od450",
                      "absorbance",
                      "abs",
                      "value",
                      "raw",
                      "raw data",
                      "rfu",
                      "rlu",
                      "mfi",
                      "segnale",
                      "assorbanza")),
              Cells.column(line, List.of("patient", "paziente")),
              Cells.column(line, List.of("date", "sample date", "data")),
              Cells.column(line, List.of("visit", "visita")),
              Cells.column(line, List.of("sample", "campione")),
              Cells.column(line, List.of("marker", "analyte", "analita")),
              Cells.column(line, List.of("unit", "units", "unità")),
              Cells.column(line, List.of("batch", "plate", "run", "piastra")));
      if (columns.well >= 0 && (columns.signal >= 0 || columns.kind >= 0)) {
        return Optional.of(columns);
      }
    }
    return Optional.empty();
  }
}
