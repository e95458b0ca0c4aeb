package org.myocohort.evidence.review;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// The right to write in a review folder: one at a time, of this process and of others.
///
/// The settings file is locked, since it is there before anything is added. It is replaced when
/// somebody changes it: who waited for the old one's lock then waits for the new one's.
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
  static FolderLock of(Path settings) throws IOException {
    Semaphore own = OWN.computeIfAbsent(settings.toRealPath(), _ -> new Semaphore(1));
    own.acquireUninterruptibly();
    FileChannel channel = null;
    try {
      channel = locked(settings);
      return new FolderLock(own, channel);
    } finally {
      if (channel == null) {
        own.release();
      }
    }
  }

  private static FileChannel locked(Path settings) throws IOException {
    while (true) {
      Object before = key(settings);
      FileChannel channel =
          FileChannel.open(settings, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean held = false;
      try {
        held = channel.lock().isValid() && Objects.equals(before, key(settings));
        if (held) {
          return channel;
        }
      } finally {
        if (!held) {
          channel.close();
        }
      }
    }
  }

  /// Tells the file from another of the same name.
  private static @Nullable Object key(Path settings) throws IOException {
    return Files.readAttributes(settings, BasicFileAttributes.class).fileKey();
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
