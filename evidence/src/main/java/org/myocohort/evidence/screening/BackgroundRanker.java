package org.myocohort.evidence.screening;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Ranks in the background, so that nobody who screens ever waits: labels are handed over, the last
/// finished ranking is there at once.
///
/// A ranking is learnt from the labels of one call alone, so that the log alone tells it. When
/// labels come faster than rankings are made, those in between are passed over. Until the first
/// ranking is made the records stand as they were filed.
public final class BackgroundRanker implements AutoCloseable {
  private final Object lock = new Object();
  private final Supplier<Ranker> maker;
  private final Thread worker;
  private volatile Ranking latest;
  private volatile @Nullable RuntimeException failure;
  private @Nullable Labels waiting;
  private boolean working = true;
  private boolean closed;

  private BackgroundRanker(int size, Supplier<Ranker> maker) {
    this.maker = maker;
    latest = Ranking.asFiled(size);
    worker = Thread.ofPlatform().daemon().name("ranking").unstarted(this::work);
  }

  /// Starts to read the texts and to rank.
  ///
  /// @param size how many records there are
  /// @param maker makes the ranker, in the background too
  /// @param labels known already
  public static BackgroundRanker start(int size, Supplier<Ranker> maker, Labels labels) {
    BackgroundRanker ranker = new BackgroundRanker(size, maker);
    ranker.waiting = labels;
    ranker.worker.start();
    return ranker;
  }

  /// The last ranking made; never waits.
  public Ranking latest() {
    return latest;
  }

  /// Why no more rankings are made; empty while all is well.
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /// Asks for a ranking by these labels; never waits.
  public void learn(Labels labels) {
    synchronized (lock) {
      waiting = labels;
      lock.notifyAll();
    }
  }

  /// Waits until a ranking by the labels handed over last is made, or none will be.
  public void settle() throws InterruptedException {
    synchronized (lock) {
      while (!closed && failure == null && (working || waiting != null)) {
        lock.wait();
      }
    }
  }

  /// Ends the work; a ranking under way is finished and kept.
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
  }

  private void work() {
    try {
      Ranker ranker = maker.get();
      Labels labels = take();
      while (labels != null) {
        ranker.forget();
        Optional<double[]> scores = ranker.scores(labels);
        if (scores.isPresent()) {
          latest = Ranking.by(scores.get(), labels.count());
        }
        labels = take();
      }
    } catch (RuntimeException broken) {
      synchronized (lock) {
        failure = broken;
        lock.notifyAll();
      }
    }
  }

  /// The labels handed over last, waiting for them; null when it was closed.
  private @Nullable Labels take() {
    synchronized (lock) {
      working = false;
      lock.notifyAll();
      while (waiting == null && !closed) {
        try {
          lock.wait();
        } catch (InterruptedException stop) {
          return null;
        }
      }
      Labels taken = waiting;
      waiting = null;
      working = true;
      return closed ? null : taken;
    }
  }
}
