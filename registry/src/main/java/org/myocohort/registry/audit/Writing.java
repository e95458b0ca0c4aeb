package org.myocohort.registry.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.myocohort.exchange.source.Sha256;
import tools.jackson.databind.JsonNode;

/// What people write beside the rows of a record: signatures, questions, plans, printed sheets. The
/// audit names each by its key and holds the hash of its text.
enum Writing {
  SIGNATURE(
      "sign",
      "visit_signature",
      "SELECT study, patient, row_id, revision, account, meaning, cells_hash"
          + " FROM visit_signature") {
    @Override
    Kept stored(ResultSet row) throws SQLException {
      return new Kept(
          key(text(row, 3), text(row, 4), text(row, 5), code(text(row, 6))), text(row, 7));
    }

    @Override
    Kept said(JsonNode entry, JsonNode detail) {
      return new Kept(
          key(
              text(detail, "visit"),
              text(detail, "visit-revision"),
              text(entry, "actor"),
              text(detail, "meaning")),
          text(detail, "cells"));
    }
  },
  /// A question as it stands: of what, and in which state its last message left it.
  QUERY(
      "query",
      "data_query",
      "SELECT study, patient, number, state, changed_by, table_name, row_id, column_name"
          + " FROM data_query") {
    @Override
    Kept stored(ResultSet row) throws SQLException {
      return new Kept(
          text(row, 3),
          key(code(text(row, 4)), text(row, 5), text(row, 6), text(row, 7), text(row, 8)));
    }

    @Override
    Kept said(JsonNode entry, JsonNode detail) {
      return new Kept(
          text(detail, "query"),
          key(
              text(detail, "state"),
              text(entry, "actor"),
              text(detail, "table"),
              text(detail, "row"),
              text(detail, "column")));
    }
  },
  MESSAGE(
      "query",
      "data_query_message",
      "SELECT q.study, q.patient, m.query, m.number, m.state, m.account, m.message"
          + " FROM data_query_message m JOIN data_query q"
          + " ON q.study = m.study AND q.number = m.query") {
    @Override
    Kept stored(ResultSet row) throws SQLException {
      return new Kept(
          key(text(row, 3), text(row, 4)),
          key(code(text(row, 5)), text(row, 6), Sha256.of(text(row, 7))));
    }

    @Override
    Kept said(JsonNode entry, JsonNode detail) {
      return new Kept(
          key(text(detail, "query"), text(detail, "message")),
          key(text(detail, "state"), text(entry, "actor"), text(detail, "text")));
    }
  },
  PLAN(
      "taper-plan",
      "taper_plan",
      "SELECT study, patient, version, account, weight_kg, steps FROM taper_plan") {
    @Override
    Kept stored(ResultSet row) throws SQLException {
      return new Kept(
          text(row, 3), key(text(row, 4), Sha256.of(text(row, 5) + "\n" + text(row, 6))));
    }

    @Override
    Kept said(JsonNode entry, JsonNode detail) {
      return new Kept(text(detail, "version"), key(text(entry, "actor"), text(detail, "plan")));
    }
  },
  PRINTED(
      "print-summary",
      "printed_summary",
      "SELECT study, patient, number, account, language, revision, body, picture"
          + " FROM printed_summary") {
    @Override
    Kept stored(ResultSet row) throws SQLException {
      return new Kept(
          text(row, 3),
          key(
              text(row, 4),
              text(row, 5),
              text(row, 6),
              Sha256.of(text(row, 7)),
              Sha256.of(text(row, 8))));
    }

    @Override
    Kept said(JsonNode entry, JsonNode detail) {
      return new Kept(
          text(detail, "summary"),
          key(
              text(entry, "actor"),
              text(detail, "language"),
              text(detail, "record-revision"),
              text(detail, "text"),
              text(detail, "picture")));
    }
  },
  /// Of a text of the guide, not of a patient.
  TEXT_SIGNATURE(
      "sign-text",
      "text_signature",
      "SELECT '' AS study, '' AS patient, text_code, language, wording_hash, account"
          + " FROM text_signature") {
    @Override
    Kept stored(ResultSet row) throws SQLException {
      return new Kept(key(text(row, 3), text(row, 4), text(row, 5), text(row, 6)), "");
    }

    @Override
    Kept said(JsonNode entry, JsonNode detail) {
      return new Kept(
          key(
              text(detail, "signed-text"),
              text(detail, "language"),
              text(detail, "wording"),
              text(entry, "actor")),
          "");
    }
  };

  /// Condition for the entries that name a writing but no patient.
  static final String WITHOUT_PATIENT = "action = 'sign-text'";

  private final String action;
  private final String table;
  private final String sql;

  Writing(String action, String table, String sql) {
    this.action = action;
    this.table = table;
    this.sql = sql;
  }

  /// One of them.
  ///
  /// @param key tells it from the others of the same patient
  /// @param content what of it the audit holds, texts as their hashes
  record Kept(String key, String content) {}

  /// Reads one as it is stored.
  abstract Kept stored(ResultSet row) throws SQLException;

  /// Reads what an entry of this action says.
  abstract Kept said(JsonNode entry, JsonNode detail);

  String action() {
    return action;
  }

  String table() {
    return table;
  }

  /// Reads study and patient first.
  String sql() {
    return sql;
  }

  private static String key(String... parts) {
    return String.join(" ", parts);
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return String.valueOf(row.getString(column));
  }

  private static String text(JsonNode of, String name) {
    return of.path(name).asString("");
  }

  private static String code(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
