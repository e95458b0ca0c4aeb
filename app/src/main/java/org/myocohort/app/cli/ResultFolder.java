package org.myocohort.app.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.myocohort.exchange.csv.AtomicFolder;
import org.myocohort.exchange.source.Sha256;

/// A folder of results, written whole or not at all.
///
/// It lists its files with their SHA-256 in [#LIST], as `sha256sum -c SHA256SUMS` reads it. It
/// takes the place of an earlier one of its kind only while that holds what its own list says: a
/// file that somebody put there or changed is not deleted.
public final class ResultFolder implements AutoCloseable {
  public static final String LIST = "SHA256SUMS";

  /// What a desktop puts into folders unasked.
  private static final Set<String> OF_DESKTOPS = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private final Path target;
  private final AtomicFolder folder;

  private ResultFolder(Path target, AtomicFolder folder) {
    this.target = target;
    this.folder = folder;
  }

  /// Begins a folder; a link is followed.
  ///
  /// @param page the file by which an earlier one of its kind is known
  /// @throws NotWrittenException if what stands there would be lost, or nothing can be written
  ///   there
  public static ResultFolder at(Path target, String page) throws IOException {
    try {
      if (Files.exists(target)) {
        if (!Files.isDirectory(target)) {
          throw NotWrittenException.isFile(target);
        }
        Path place = target.toRealPath();
        Map<String, String> written = listed(place.resolve(LIST));
        if (!written.containsKey(page)) {
          written.clear();
        }
        String lost = firstLost(place, place, written);
        if (lost != null) {
          throw NotWrittenException.holds(target, lost);
        }
      }
      return new ResultFolder(target, AtomicFolder.at(target));
    } catch (IOException failure) {
      throw NotWrittenException.because(target, failure);
    }
  }

  /// The first file, in the order of their names, that no earlier run wrote as it is; null where
  /// there is none.
  private static @Nullable String firstLost(Path place, Path folder, Map<String, String> written)
      throws IOException {
    List<Path> found;
    try (Stream<Path> files = Files.list(folder)) {
      found = files.sorted().toList();
    }
    for (Path file : found) {
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        String lost = firstLost(place, file, written);
        if (lost != null) {
          return lost;
        }
      } else if (!isKnown(place, file, written)
          && !OF_DESKTOPS.contains(String.valueOf(file.getFileName()))) {
        return name(place, file);
      }
    }
    return null;
  }

  private static boolean isKnown(Path place, Path file, Map<String, String> written)
      throws IOException {
    String name = name(place, file);
    if (name.equals(LIST)) {
      return !written.isEmpty();
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && written.containsKey(name)
        && Sha256.of(file).equals(written.get(name));
  }

  /// The hashes by the files' names; none where there is no list.
  private static Map<String, String> listed(Path list) throws IOException {
    Map<String, String> written = new TreeMap<>();
    if (Files.isRegularFile(list)) {
      for (String line : Files.readAllLines(list)) {
        int parted = line.indexOf("  ");
        if (parted > 0) {
          written.put(line.substring(parted + 2), line.substring(0, parted));
        }
      }
    }
    return written;
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /// Writes a file.
  ///
  /// @param file its name in the folder, with `/`
  public void write(String file, byte[] bytes) throws IOException {
    writing(() -> Files.write(place(file), bytes));
  }

  /// Writes a file of text.
  public void write(String file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Writes a table.
  public void write(String file, List<String> head, List<List<String>> rows) throws IOException {
    write(file, Answer.csv(head, rows));
  }

  /// Opens a file that is too long to be made as one text.
  public Writer writer(String file) throws IOException {
    return writing(() -> Files.newBufferedWriter(place(file), StandardCharsets.UTF_8));
  }

  private Path place(String file) throws IOException {
    Path path = folder.draft().resolve(file);
    Files.createDirectories(Objects.requireNonNull(path.getParent()));
    return path;
  }

  /// Lists what was written, and puts the folder in place.
  public void finish() throws IOException {
    writing(() -> {
      list();
      folder.finish();
      return target;
    });
  }

  /// Something that writes.
  private interface Step<T> {
    T run() throws IOException;
  }

  private <T> T writing(Step<T> step) throws NotWrittenException {
    try {
      return step.run();
    } catch (IOException failure) {
      throw NotWrittenException.because(target, failure);
    }
  }

  private void list() throws IOException {
    Path draft = folder.draft();
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(draft)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        hashes.put(name(draft, file), Sha256.of(file));
      }
    }
    StringBuilder list = new StringBuilder();
    hashes.forEach((name, hash) -> list.append(hash).append("  ").append(name).append('\n'));
    write(LIST, list.toString());
  }

  /// Forgets what was written, unless it is in place.
  @Override
  public void close() throws IOException {
    folder.close();
  }
}
