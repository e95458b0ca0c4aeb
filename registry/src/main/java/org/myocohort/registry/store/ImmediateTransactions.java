package org.myocohort.registry.store;

import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// Transactions of SQLite by its own statements.
///
/// Through JDBC the driver begins the next transaction within every commit and rollback. A commit
/// that stands would be reported as failed where another program holds the write lock by then.
final class ImmediateTransactions implements TransactionHandler {
  private final String begin;
  private boolean open;

  /// @param writing whether the write lock is taken at the start
  ImmediateTransactions(boolean writing) {
    this(writing ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
  }

  private ImmediateTransactions(String begin) {
    this.begin = begin;
  }

  /// Each handle knows for itself whether its transaction is open.
  @Override
  public TransactionHandler specialize(Handle handle) {
    return new ImmediateTransactions(begin);
  }

  @Override
  public void begin(Handle handle) {
    execute(handle, begin);
    open = true;
  }

  @Override
  public void commit(Handle handle) {
    execute(handle, "COMMIT");
    open = false;
  }

  @Override
  public void rollback(Handle handle) {
    open = false;
    try {
      execute(handle, "ROLLBACK");
    } catch (TransactionException failure) {
      // SQLite rolls back by itself where the disk fails.
      if (!String.valueOf(failure.getMessage()).contains("no transaction is active")) {
        throw failure;
      }
    }
  }

  @Override
  public boolean isInTransaction(Handle handle) {
    return open;
  }

  @Override
  public void savepoint(Handle handle, String name) {
    throw new UnsupportedOperationException("savepoint");
  }

  @Override
  public void rollbackToSavepoint(Handle handle, String name) {
    throw new UnsupportedOperationException("savepoint");
  }

  @Override
  public void releaseSavepoint(Handle handle, String name) {
    throw new UnsupportedOperationException("savepoint");
  }

  @Override
  public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback)
      throws X {
    throw new UnsupportedOperationException("Database begins and commits");
  }

  @Override
  public <R, X extends Exception> R inTransaction(
      Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) throws X {
    throw new UnsupportedOperationException("Database begins and commits");
  }

  private static void execute(Handle handle, String sql) {
    try (Statement statement = handle.getConnection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new TransactionException(sql + ": " + failure.getMessage(), failure);
    }
  }
}
