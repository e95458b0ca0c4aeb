package org.myocohort.registry.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;
import org.myocohort.exchange.source.Notice;
import org.myocohort.exchange.source.Source;
import org.myocohort.exchange.source.SourceTable;

/// The rows of a file by patient, so that one patient at a time is made: a long file costs eight
/// bytes a row beside itself.
final class SourceRows {
  /// Table of the study folder that is of no patient, so the registry does not keep it.
  private static final String NO_PATIENTS = "reported-statistics";

  private final List<RowMapper> mappers = new ArrayList<>();
  private final Map<String, Places> patients = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();

  /// Rows of one patient: table and row in one number.
  private static final class Places {
    private long[] places = new long[8];
    private int size;

    void add(int table, int row) {
      if (size == places.length) {
        places = Arrays.copyOf(places, size * 2);
      }
      places[size++] = ((long) table << 32) | row;
    }
  }

  /// Finds whose each row is.
  ///
  /// @throws BadInputException if the mapping names columns that the file does not have
  static SourceRows of(Source source, Mapping mapping) throws BadInputException {
    SourceRows rows = new SourceRows();
    rows.notices.addAll(source.notices());
    Problems problems = new Problems();
    for (SourceTable table : source.tables()) {
      Optional<Mapping.Sheet> sheet = mapping.sheet(table.name());
      if (table.name().equals(NO_PATIENTS)) {
        rows.notices.add(Notice.of(table.file(), "table-not-kept"));
      } else if (sheet.isEmpty() || sheet.get().fields().isEmpty()) {
        rows.notices.add(Notice.of(table.file(), "table-not-mapped"));
      } else {
        rows.add(table, sheet.get(), source.verbatim(), problems);
      }
    }
    if (rows.mappers.isEmpty() && problems.isEmpty()) {
      problems.add(source.name(), 0, "", "nothing-mapped", "");
    }
    problems.throwIfAny();
    return rows;
  }

  private void add(SourceTable table, Mapping.Sheet sheet, boolean verbatim, Problems problems) {
    RowMapper mapper = new RowMapper(table, sheet, verbatim);
    for (String heading : mapper.missing()) {
      problems.add(table.file(), 1, heading, "column-missing", String.join(", ", table.header()));
    }
    if (sheet.patient().isEmpty()) {
      problems.add(table.file(), 1, "", "patient-column-expected", "");
    }
    int index = mappers.size();
    mappers.add(mapper);
    for (int row = 0; row < table.rowCount(); row++) {
      patients.computeIfAbsent(mapper.patient(table.row(row)), _ -> new Places()).add(index, row);
    }
  }

  List<Notice> notices() {
    return notices;
  }

  /// The patients in the order in which the file names them.
  List<String> patients() {
    return List.copyOf(patients.keySet());
  }

  /// The rows of one patient, in the order of the file.
  List<MappedRow> rows(String patient) {
    Places places = patients.getOrDefault(patient, new Places());
    List<MappedRow> rows = new ArrayList<>(places.size);
    for (int i = 0; i < places.size; i++) {
      RowMapper mapper = mappers.get((int) (places.places[i] >> 32));
      rows.addAll(mapper.map((int) places.places[i]));
    }
    return rows;
  }
}
