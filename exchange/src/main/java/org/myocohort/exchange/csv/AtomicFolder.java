package org.myocohort.exchange.csv;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that is written whole or not at all: beside its place first, then moved there. What
/// stood there before stays until then, and if anything fails. Whether it may be replaced is for
/// the caller to say.
public final class AtomicFolder implements AutoCloseable {
  private final Path target;
  private final Path draft;
  private final Path former;

  private AtomicFolder(Path target) throws IOException {
    this.target = target;
    String mark = Long.toString(ProcessHandle.current().pid());
    draft = target.resolveSibling("." + target.getFileName() + ".new-" + mark);
    former = target.resolveSibling("." + target.getFileName() + ".old-" + mark);
    Files.createDirectory(draft);
  }

  /// Begins a folder; a link is followed.
  ///
  /// @throws DirectoryNotEmptyException if the place is the root of a file system
  /// @throws IOException if no folder can be made beside the place
  public static AtomicFolder at(Path place) throws IOException {
    Path absolute = place.toAbsolutePath().normalize();
    Path target = Files.exists(absolute) ? absolute.toRealPath() : absolute;
    Path parent = target.getParent();
    if (parent == null) {
      throw new DirectoryNotEmptyException(place.toString());
    }
    Files.createDirectories(parent);
    return new AtomicFolder(target);
  }

  /// The empty folder to write into.
  public Path draft() {
    return draft;
  }

  /// Puts what was written in place.
  public void finish() throws IOException {
    boolean replaced = Files.exists(target);
    if (replaced) {
      Files.move(target, former);
    }
    try {
      Files.move(draft, target);
    } catch (IOException failure) {
      if (replaced) {
        Files.move(former, target);
      }
      throw failure;
    }
    Folders.delete(former);
  }

  /// Forgets what was written, unless it is in place.
  @Override
  public void close() throws IOException {
    Folders.delete(draft);
  }
}
