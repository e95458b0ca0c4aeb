package org.myocohort.registry.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.Folders;

/// A folder to unpack into, deleted when it is closed.
///
/// It holds patients. Whoever makes one deletes those that killed processes left in the same place;
/// a lock tells them from one that is in use.
final class WorkFolder implements Closeable {
  private static final String BEGINNING = ".myocohort-restore-";
  private static final String LOCK = "lock";

  /// Those of this process: to try the lock of one would give it up.
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel lock;

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /// Makes a folder.
  ///
  /// @param parent made where it is missing
  static WorkFolder in(Path parent) throws IOException {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(Files.createDirectories(parent), BEGINNING + "*")) {
      for (Path left : found) {
        if (Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS) && !isInUse(left)) {
          Folders.delete(left);
        }
      }
    }
    Path folder = Files.createTempDirectory(parent, BEGINNING);
    OWN.add(folder);
    FileChannel lock = null;
    boolean held = false;
    try {
      lock =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      held = lock.lock().isValid();
      return new WorkFolder(folder, lock);
    } finally {
      if (!held) {
        giveUp(folder, lock);
      }
    }
  }

  private static void giveUp(Path folder, @Nullable FileChannel lock) throws IOException {
    try (lock) {
      Folders.delete(folder);
    } finally {
      OWN.remove(folder);
    }
  }

  private static boolean isInUse(Path left) throws IOException {
    Path lock = left.resolve(LOCK);
    if (OWN.contains(left)) {
      return true;
    }
    try {
      if (!Files.exists(lock)) {
        return isBeingMade(left);
      }
      try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
          FileLock held = channel.tryLock()) {
        return held == null;
      }
    } catch (AccessDeniedException ofSomebodyElse) {
      return true;
    }
  }

  private static boolean isBeingMade(Path left) throws IOException {
    try (Stream<Path> files = Files.list(left)) {
      return files.findAny().isEmpty();
    }
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    giveUp(folder, lock);
  }
}
