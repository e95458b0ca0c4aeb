package org.myocohort.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.audit.AuditChain;
import org.myocohort.registry.audit.AuditEvent;
import org.myocohort.registry.audit.CanonicalJson;
import org.myocohort.registry.store.Database;

/// Writes what the first schema's program wrote, in that schema's own words: today's store knows
/// later columns.
public final class FirstSchema {
  private FirstSchema() {}

  /// A patient with one visit.
  public static void savePatient(Database database, String id) {
    String person = CanonicalJson.ofCells(Map.of("centre", "Padua", "sex", "female"));
    String visit = CanonicalJson.ofCells(Map.of("patient", id, "date", "2020-01-10", "haq", "1.5"));
    database.change(handle -> {
      handle.execute(
          "INSERT INTO patient (study, id, number, centre, revision, locked)"
              + " VALUES (?, ?, 1, 'Padua', 1, 0)",
          SampleStudy.STUDY,
          id);
      String insert =
          "INSERT INTO row_version (study, patient, table_name, row_id, revision, superseded,"
              + " position, cells) VALUES (?, ?, ?, ?, 1, NULL, 0, ?)";
      handle.execute(insert, SampleStudy.STUDY, id, "patients", id, person);
      handle.execute(insert, SampleStudy.STUDY, id, "visits", "V-" + id, visit);
      TreeMap<String, Object> detail = new TreeMap<>();
      detail.put(
          "rows",
          List.of(
              row("patients", id, person, List.of("centre", "sex")),
              row("visits", "V-" + id, visit, List.of("date", "haq", "patient"))));
      new AuditChain(database)
          .append(
              handle,
              new AuditEvent(
                  SampleStudy.MANAGER.account(), "save", SampleStudy.STUDY, id, 1, "", detail),
              Instant.EPOCH);
    });
  }

  private static SortedMap<String, Object> row(
      String table, String id, String cells, List<String> columns) {
    TreeMap<String, Object> row = new TreeMap<>();
    row.put("table", table);
    row.put("row", id);
    row.put("cells", Sha256.of(cells));
    row.put("position", 0);
    row.put("columns", columns);
    return row;
  }
}
