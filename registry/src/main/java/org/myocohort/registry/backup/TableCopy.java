package org.myocohort.registry.backup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.myocohort.registry.store.StoreException;

/// Copies every table of the registry from one database into another with the same schema.
final class TableCopy {
  private static final int BATCH = 1000;

  private final List<String> tables;
  private final List<List<String>> columns = new ArrayList<>();

  /// Reads the schema.
  ///
  /// @param sqlite of whose tables; the schema is the same on both databases
  /// @param without tables to leave out
  TableCopy(Handle sqlite, Set<String> without) {
    List<String> all =
        sqlite
            .createQuery(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                    + " AND name <> 'flyway_schema_history' ORDER BY name")
            .mapTo(String.class)
            .list();
    Set<String> ordered = new LinkedHashSet<>();
    all.forEach(table -> order(sqlite, table, ordered));
    ordered.removeAll(without);
    tables = List.copyOf(ordered);
    for (String table : tables) {
      columns.add(
          sqlite
              .createQuery("SELECT name FROM pragma_table_info(?) ORDER BY cid")
              .bind(0, table)
              .mapTo(String.class)
              .list());
    }
  }

  /// A table comes after those that it refers to.
  private static void order(Handle sqlite, String table, Set<String> ordered) {
    if (ordered.contains(table)) {
      return;
    }
    sqlite
        .createQuery("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?) ORDER BY 1")
        .bind(0, table)
        .mapTo(String.class)
        .list()
        .stream()
        .filter(other -> !other.equals(table))
        .forEach(other -> order(sqlite, other, ordered));
    ordered.add(table);
  }

  /// Empties the tables of one database and fills them with those of the other.
  ///
  /// @param progress is told now and then how many rows were copied
  void copy(Handle from, Handle to, LongConsumer progress) {
    List<String> backwards = new ArrayList<>(tables);
    Collections.reverse(backwards);
    backwards.forEach(table -> to.execute("DELETE FROM \"" + table + "\""));
    long copied = 0;
    try {
      for (int i = 0; i < tables.size(); i++) {
        copied = copy(from, to, tables.get(i), columns.get(i), copied, progress);
      }
    } catch (SQLException failure) {
      throw StoreException.of(failure);
    }
  }

  private static long copy(
      Handle from,
      Handle to,
      String table,
      List<String> columns,
      long before,
      LongConsumer progress)
      throws SQLException {
    String names = columns.stream().map(c -> '"' + c + '"').collect(Collectors.joining(", "));
    String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    long copied = before;
    try (PreparedStatement select =
            from.getConnection().prepareStatement("SELECT " + names + " FROM \"" + table + '"');
        PreparedStatement insert =
            to.getConnection()
                .prepareStatement(
                    "INSERT INTO \"" + table + "\" (" + names + ") VALUES (" + marks + ")")) {
      select.setFetchSize(BATCH);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          for (int c = 1; c <= columns.size(); c++) {
            insert.setObject(c, rows.getObject(c));
          }
          insert.addBatch();
          if (++copied % BATCH == 0) {
            insert.executeBatch();
            progress.accept(copied);
          }
        }
      }
      insert.executeBatch();
    }
    return copied;
  }
}
