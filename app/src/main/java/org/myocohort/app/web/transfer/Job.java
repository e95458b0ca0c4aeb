package org.myocohort.app.web.transfer;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.myocohort.registry.importing.Progress;

/// Work that may take longer than a page should: a page shows how far it has come.
public final class Job<T> implements Progress {
  /// A form that was sent waits so long for its answer.
  private static final Duration SHORT = Duration.ofSeconds(2);

  /// A page that is looked at waits so long for a part of it.
  private static final Duration MOMENT = Duration.ofMillis(600);

  /// What is done, told how far it has come.
  @FunctionalInterface
  public interface Body<T> {
    T run(Progress progress) throws Exception;
  }

  private final CompletableFuture<T> future = new CompletableFuture<>();
  private volatile int done;
  private volatile int all;

  private Job() {}

  public static <T> Job<T> start(Body<T> body) {
    Job<T> job = new Job<>();
    Callable<T> work = () -> body.run(job);
    Thread.ofVirtual()
        .start(() -> {
          try {
            job.future.complete(work.call());
          } catch (Throwable failure) {
            job.future.completeExceptionally(failure);
          }
        });
    return job;
  }

  @Override
  public void at(int newDone, int newAll) {
    done = newDone;
    all = newAll;
  }

  /// Waits a little.
  ///
  /// @return whether it is done
  public boolean soon() {
    return within(SHORT);
  }

  /// Waits a moment.
  ///
  /// @return whether it is done
  public boolean atOnce() {
    return within(MOMENT);
  }

  /// Waits for so long at most.
  ///
  /// @return whether it is done
  private boolean within(Duration time) {
    try {
      future.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return false;
    } catch (java.util.concurrent.ExecutionException _) {
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
    return true;
  }

  /// Does something with the result, now or as soon as it is there; nothing where the work fails.
  ///
  /// @return done as soon as that is, or as the work has failed
  public CompletableFuture<Void> afterwards(Consumer<T> use) {
    return future.thenAccept(use).exceptionally(_ -> null);
  }

  boolean isDone() {
    return future.isDone();
  }

  /// Hundredths done; for a page.
  public int percent() {
    return all == 0 ? 0 : (int) (100L * done / all);
  }

  /// The result of what is done.
  ///
  /// @throws RuntimeException what went wrong with it
  public T result() {
    try {
      return future.join();
    } catch (CompletionException failure) {
      @Nullable Throwable cause = failure.getCause();
      if (cause instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException(cause);
    }
  }
}
