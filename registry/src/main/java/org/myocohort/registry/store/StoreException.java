package org.myocohort.registry.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The database could not do what was asked; nothing of it was done, but for the kind
/// [Kind#COMMIT_UNKNOWN].
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is wrong, as far as the database tells.
  public enum Kind {
    /// No space is left where the database stands, or a quota is used up.
    DISK_FULL,
    /// The database may not be written.
    READ_ONLY,
    /// Another program holds it, or it could not be reached.
    UNAVAILABLE,
    /// It was made by a newer program, or changed by another.
    SCHEMA,
    /// It is damaged, or no database.
    DAMAGED,
    /// PostgreSQL runs with settings that lose what was committed.
    NOT_DURABLE,
    /// A restore into the folder was begun and not finished.
    RESTORING,
    /// The connection broke while a change was being confirmed: look whether it stands.
    COMMIT_UNKNOWN,
    /// Whatever else; the message tells.
    OTHER
  }

  private final Kind kind;

  private StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  StoreException(Kind kind, String message) {
    this(kind, message, null);
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
    return new StoreException(kind(failure, cause), message(failure, cause), failure);
  }

  /// Says what a failure of the database means that came while a change was being committed.
  static StoreException ofCommit(Throwable failure) {
    StoreException meant = of(failure);
    SQLException cause = cause(failure);
    boolean unknown =
        cause instanceof SQLiteException sqlite
            // The log was written, but whether it reached the disk nobody can say.
            ? sqlite.getResultCode() == SQLiteErrorCode.SQLITE_IOERR_FSYNC
            : meant.kind() == Kind.UNAVAILABLE;
    return unknown
        ? new StoreException(Kind.COMMIT_UNKNOWN, message(failure, cause), failure)
        : meant;
  }

  private static String message(Throwable failure, @Nullable SQLException cause) {
    String message = String.valueOf((cause == null ? failure : cause).getMessage());
    return message.lines().findFirst().orElse("");
  }

  /// The innermost failure that the driver tells of. A pool that waited in vain carries what it
  /// last met, and if that is nothing, itself.
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
    if (cause == null) {
      return failure instanceof FlywayException ? Kind.SCHEMA : Kind.OTHER;
    }
    if (failure instanceof FlywayValidateException) {
      return Kind.SCHEMA;
    }
    return cause instanceof SQLiteException sqlite
        ? kind(sqlite.getResultCode())
        : kind(cause, cause.getSQLState() == null ? "" : cause.getSQLState());
  }

  private static Kind kind(SQLiteErrorCode code) {
    return switch (code) {
      // Where a quota or a size limit is met, the system says another thing than "full".
      case SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE -> Kind.DISK_FULL;
      default ->
          // The low byte is the kind of error, the others its occasion.
          switch (code.code & 0xff) {
            case 3, 8 -> Kind.READ_ONLY; // PERM, READONLY
            case 5, 6, 14 -> Kind.UNAVAILABLE; // BUSY, LOCKED, CANTOPEN
            case 11, 26 -> Kind.DAMAGED; // CORRUPT, NOTADB
            default -> Kind.OTHER;
          };
    };
  }

  private static Kind kind(SQLException cause, String state) {
    return switch (state) {
      case "53100" -> Kind.DISK_FULL;
      case "25006" -> Kind.READ_ONLY;
      case "XX001", "XX002" -> Kind.DAMAGED;
      // Waited in vain for the writers' lock.
      case "55P03" -> Kind.UNAVAILABLE;
      default ->
          cause instanceof SQLTransientConnectionException
                  || state.startsWith("08") // connection
                  || state.startsWith("53") // too many connections
                  || state.startsWith("57") // the server shuts down
                  || state.startsWith("28") // password
                  || state.equals("3D000") // no such database
              ? Kind.UNAVAILABLE
              : Kind.OTHER;
    };
  }
}
