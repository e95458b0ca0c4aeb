package org.myocohort.registry.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipOutputStream;
import org.myocohort.exchange.source.Sha256;

/// Copies plain files into a backup, one after the other, while people go on working.
///
/// A link is followed, as the program does: a review that lies elsewhere and is linked is as much
/// there as the others.
final class FolderCopy {
  private static final int BUFFER = 1 << 16;

  /// How often a file is looked for that is listed and cannot be found.
  private static final int TRIES = 3;

  private final ZipOutputStream zip;
  private final List<StoredFile> files = new ArrayList<>();
  private final Set<Path> leftOut = new TreeSet<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

  FolderCopy(ZipOutputStream zip) {
    this.zip = zip;
  }

  List<StoredFile> files() {
    return files;
  }

  /// What could not go with it and nothing makes again.
  Set<Path> leftOut() {
    return leftOut;
  }

  /// Copies all of a folder but what is made again.
  ///
  /// @throws UnreadableException if a file cannot be read
  void copy(PlainFolder folder) throws IOException {
    if (!Files.isDirectory(folder.place())) {
      return;
    }
    for (Path part : listed(folder.place())) {
      if (folder.without().test(folder.place().relativize(part))) {
        continue;
      }
      if (!Files.isDirectory(part)) {
        copyBeneath(folder, part);
        continue;
      }
      AtomicBoolean held = new AtomicBoolean();
      try {
        folder
            .guard()
            .during(
                part,
                () -> {
                  held.set(true);
                  copyBeneath(folder, part);
                });
      } catch (IOException failure) {
        throw held.get() ? failure : new UnreadableException(part, failure);
      }
    }
  }

  private static List<Path> listed(Path folder) throws UnreadableException {
    try (Stream<Path> parts = Files.list(folder)) {
      return parts.sorted().toList();
    } catch (IOException failure) {
      throw new UnreadableException(folder, failure);
    }
  }

  /// A file that is gone when its turn comes may have been moved, such as a definition that
  /// somebody removed and may put back: all are looked for until nothing is new.
  private void copyBeneath(PlainFolder folder, Path start) throws IOException {
    Set<String> copied = new HashSet<>();
    Map<String, Integer> gone = new HashMap<>();
    boolean again;
    do {
      again = false;
      for (var file : filesBeneath(folder, start).entrySet()) {
        if (copied.contains(file.getKey()) || leftOut.contains(file.getValue())) {
          continue;
        }
        again = true;
        if (copy(file.getKey(), file.getValue())) {
          copied.add(file.getKey());
        } else if (gone.merge(file.getKey(), 1, Integer::sum) == TRIES) {
          leftOut.add(file.getValue());
        }
      }
    } while (again);
  }

  private SortedMap<String, Path> filesBeneath(PlainFolder folder, Path start) throws IOException {
    SortedMap<String, Path> found = new TreeMap<>();
    Files.walkFileTree(
        start,
        EnumSet.of(FileVisitOption.FOLLOW_LINKS),
        Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes about) {
            return goesWithIt(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            if (goesWithIt(file)) {
              String name = name(folder, file);
              if (about.isRegularFile() && FileNames.isName(name)) {
                found.put(name, file);
              } else {
                leftOut.add(file);
              }
            }
            return FileVisitResult.CONTINUE;
          }

          private boolean goesWithIt(Path path) {
            String last = String.valueOf(path.getFileName());
            if (FileNames.isGit(last)) {
              leftOut.add(path);
              return false;
            }
            return !FileNames.isTemporary(last)
                && !folder.without().test(folder.place().relativize(path));
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            switch (failure) {
              case NoSuchFileException _ -> {
                // Somebody took it away meanwhile.
              }
              case FileSystemLoopException _ -> leftOut.add(file);
              default -> throw new UnreadableException(file, failure);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static String name(PlainFolder folder, Path file) {
    StringBuilder name = new StringBuilder(folder.name());
    folder.place().relativize(file).forEach(part -> name.append('/').append(part));
    return name.toString();
  }

  /// Copies as much of a file as it held at first: others may add to it.
  ///
  /// @return whether it was there
  private boolean copy(String name, Path file) throws IOException {
    try (FileChannel in = open(file)) {
      MessageDigest digest = Sha256.digest();
      zip.putNextEntry(Backup.entry(FileNames.PREFIX + name));
      long size = in.size();
      long done = 0;
      while (done < size) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), size - done));
        int read = read(in, file);
        if (read < 0) {
          break;
        }
        digest.update(buffer.array(), 0, read);
        zip.write(buffer.array(), 0, read);
        done += read;
      }
      zip.closeEntry();
      files.add(new StoredFile(name, done, Sha256.of(digest)));
      return true;
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    try {
      return FileChannel.open(file);
    } catch (NoSuchFileException gone) {
      throw gone;
    } catch (IOException failure) {
      throw new UnreadableException(file, failure);
    }
  }

  private int read(FileChannel in, Path file) throws UnreadableException {
    try {
      return in.read(buffer);
    } catch (IOException failure) {
      throw new UnreadableException(file, failure);
    }
  }
}
