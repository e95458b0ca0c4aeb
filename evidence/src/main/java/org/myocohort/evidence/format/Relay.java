package org.myocohort.evidence.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Hands what is read to another thread, in its order, while the reading goes on.
///
/// Little waits there, whatever the other thread takes: who gives more has to wait too. What goes
/// wrong there is thrown by a later call.
///
/// @param <T> what is handed on
public final class Relay<T> implements Closeable {
  private static final int TOGETHER = 64;
  private static final int WAITING = 6;

  private final Taker<T> taker;
  private final ExecutorService thread;
  private final Semaphore free = new Semaphore(WAITING);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private List<T> next = new ArrayList<>(TOGETHER);

  /// Takes what is handed on, on its own thread.
  ///
  /// @param <T> what is handed on
  @FunctionalInterface
  public interface Taker<T> {
    /// Takes one.
    void take(T item) throws IOException;
  }

  /// Begins a thread.
  ///
  /// @param name of the thread
  public Relay(String name, Taker<T> taker) {
    this.taker = taker;
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /// Hands one on; one thread at a time.
  ///
  /// @throws IOException where an earlier one could not be taken
  public void give(T item) throws IOException {
    next.add(item);
    if (next.size() == TOGETHER) {
      hand();
    }
  }

  /// Hands on what was given, however few.
  public void hand() throws IOException {
    failed();
    List<T> items = next;
    next = new ArrayList<>(TOGETHER);
    acquire(1);
    thread.execute(() -> take(items));
  }

  private void take(List<T> items) {
    try {
      if (failure.get() == null) {
        for (T item : items) {
          taker.take(item);
        }
      }
    } catch (IOException | RuntimeException | Error thrown) {
      failure.compareAndSet(null, thrown);
    } finally {
      free.release();
    }
  }

  private void acquire(int permits) throws IOException {
    try {
      free.acquire(permits);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      InterruptedIOException thrown = new InterruptedIOException("interrupted while reading");
      thrown.initCause(interrupted);
      throw thrown;
    }
  }

  private void failed() throws IOException {
    switch (failure.get()) {
      case null -> {}
      case IOException thrown -> throw thrown;
      case RuntimeException thrown -> throw thrown;
      case Throwable thrown -> throw new IOException(thrown);
    }
  }

  /// Waits until everything given is taken.
  public void settle() throws IOException {
    hand();
    acquire(WAITING);
    free.release(WAITING);
    failed();
  }

  /// Waits the same, and ends the thread.
  @Override
  public void close() throws IOException {
    try {
      settle();
    } finally {
      thread.shutdown();
    }
  }
}
