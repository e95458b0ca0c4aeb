package org.myocohort.evidence.review;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// The right to write in a review folder: one at a time, of this process and of others.
///
/// A file of its own is locked, that nobody replaces: who holds the lock of a file that somebody
/// replaces holds nothing.
final class FolderLock implements Closeable {
  /// The system's locks are those of a process.
  private static final Map<Path, Semaphore> OWN = new ConcurrentHashMap<>();

  private final Semaphore own;
  private final FileChannel channel;

  private FolderLock(Semaphore own, FileChannel channel) {
    this.own = own;
    this.channel = channel;
  }

  /// Waits for it.
  ///
  /// @param folder of the review
  /// @throws IOException if it is not there or cannot be written
  static FolderLock of(Path folder) throws IOException {
    Path real = folder.toRealPath();
    Semaphore own = OWN.computeIfAbsent(real, _ -> new Semaphore(1));
    own.acquireUninterruptibly();
    FileChannel channel = null;
    try {
      channel = locked(CacheFolder.in(real).resolve("lock"));
      return new FolderLock(own, channel);
    } finally {
      if (channel == null) {
        own.release();
      }
    }
  }

  private static FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      held = channel.lock().isValid();
      return channel;
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      own.release();
    }
  }
}
