package org.myocohort.registry.store;

import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The database could not do what was asked; nothing of it was done.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is wrong, as far as the database tells.
  public enum Kind {
    /// No space is left where the database stands.
    DISK_FULL,
    /// The database may not be written.
    READ_ONLY,
    /// Another program holds it, or it could not be reached.
    UNAVAILABLE,
    /// It was made by a newer program, or changed by another.
    SCHEMA,
    /// It is damaged, or no database.
    DAMAGED,
    /// Whatever else; the message tells.
    OTHER
  }

  private final Kind kind;

  private StoreException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /// A key of the failure's message under `store.`, such as `disk-full`.
  public String code() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Says what a failure of the database means.
  public static StoreException of(Throwable failure) {
    if (failure instanceof StoreException known) {
      return known;
    }
    SQLException cause = cause(failure);
    String message = String.valueOf((cause == null ? failure : cause).getMessage());
    return new StoreException(
        kind(failure, cause), message.lines().findFirst().orElse(""), failure);
  }

  private static @Nullable SQLException cause(Throwable failure) {
    SQLException found = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql) {
        found = sql;
      }
    }
    return found;
  }

  private static Kind kind(Throwable failure, @Nullable SQLException cause) {
    if (failure instanceof org.flywaydb.core.api.exception.FlywayValidateException) {
      return Kind.SCHEMA;
    }
    if (cause instanceof org.sqlite.SQLiteException sqlite) {
      return switch (sqlite.getResultCode()) {
        case SQLITE_FULL -> Kind.DISK_FULL;
        // An I/O error while writing is most often a full disk under a quota or a network folder.
        case SQLITE_READONLY, SQLITE_READONLY_DIRECTORY, SQLITE_READONLY_DBMOVED, SQLITE_PERM ->
            Kind.READ_ONLY;
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_CANTOPEN -> Kind.UNAVAILABLE;
        case SQLITE_CORRUPT, SQLITE_NOTADB -> Kind.DAMAGED;
        default -> Kind.OTHER;
      };
    }
    String state = cause == null || cause.getSQLState() == null ? "" : cause.getSQLState();
    if (state.startsWith("53")) {
      return Kind.DISK_FULL;
    }
    if (state.startsWith("25006")) {
      return Kind.READ_ONLY;
    }
    return state.startsWith("08") || state.startsWith("57") || state.startsWith("28")
        ? Kind.UNAVAILABLE
        : Kind.OTHER;
  }
}
