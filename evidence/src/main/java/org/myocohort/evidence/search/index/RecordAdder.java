package org.myocohort.evidence.search.index;

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
import org.myocohort.evidence.record.BibliographicRecord;

/// Adds records to an index while whoever gives them reads on.
///
/// Few records wait, whatever the threads take: who gives more has to wait too. What goes wrong is
/// thrown by the next call.
public final class RecordAdder implements Closeable {
  private static final int THREADS = 2;
  private static final int TOGETHER = 64;
  private static final int WAITING = 8;

  private final RecordIndex index;
  private final List<Lane> lanes = new ArrayList<>();
  private final Semaphore free = new Semaphore(WAITING);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /// A record with its place.
  private record Entry(String id, BibliographicRecord record, long order, boolean mayReplace) {}

  /// What one thread does: all that has an id goes to the same one, so that the last record with it
  /// stays.
  private static final class Lane {
    private final ExecutorService thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("record-index").factory());
    private List<Entry> next = new ArrayList<>(TOGETHER);
  }

  RecordAdder(RecordIndex index) {
    this.index = index;
    for (int i = 0; i < THREADS; i++) {
      lanes.add(new Lane());
    }
  }

  /// Adds a record; one added under the same id before is replaced.
  ///
  /// @throws IOException where this or an earlier one could not be added
  public void add(String id, BibliographicRecord record) throws IOException {
    Lane lane = lanes.get(Math.floorMod(id.hashCode(), lanes.size()));
    lane.next.add(new Entry(id, record, index.nextOrder(), index.mayReplace(id)));
    if (lane.next.size() == TOGETHER) {
      hand(lane);
    }
  }

  private void hand(Lane lane) throws IOException {
    failed();
    List<Entry> entries = lane.next;
    lane.next = new ArrayList<>(TOGETHER);
    acquire(1);
    lane.thread.execute(() -> put(entries));
  }

  private void put(List<Entry> entries) {
    try {
      for (Entry entry : entries) {
        index.put(entry.id(), entry.record(), entry.order(), entry.mayReplace());
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
      InterruptedIOException thrown = new InterruptedIOException("interrupted while indexing");
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

  /// Waits until every record is in.
  @Override
  public void close() throws IOException {
    try {
      for (Lane lane : lanes) {
        hand(lane);
      }
      acquire(WAITING);
      failed();
    } finally {
      lanes.forEach(lane -> lane.thread.shutdown());
    }
  }
}
