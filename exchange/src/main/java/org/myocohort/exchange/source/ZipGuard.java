package org.myocohort.exchange.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.exchange.csv.Problems;

/// Looks through a zip before anything in it is used: how many entries, how large, how named. What
/// an entry says of its own size is not believed; what comes out is counted.
final class ZipGuard {
  private static final int CHUNK = 64 * 1024;
  private static final int LONGEST_NAME = 255;
  private static final long RATIO_FROM = 1_000_000;

  private final Path file;
  private final String name;
  private final Limits limits;
  private final Problems problems = new Problems();
  private long unpacked;

  ZipGuard(Path file, String name, Limits limits) {
    this.file = file;
    this.name = name;
    this.limits = limits;
  }

  /// What is done with each entry.
  @FunctionalInterface
  interface Sink {
    /// Says where the entry's bytes go.
    OutputStream open(String entry) throws IOException;
  }

  /// Unpacks every entry that is no folder, in the order of the names.
  ///
  /// @throws BadInputException if the zip is damaged, too large or hostile
  void unpack(Sink sink) throws IOException, BadInputException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : entries(zip)) {
        try (InputStream in = zip.getInputStream(entry);
            OutputStream out = sink.open(entry.getName())) {
          if (in == null) {
            throw refused("zip-damaged", entry.getName());
          }
          copy(entry, in, out);
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException _) {
      throw refused("zip-damaged", "");
    }
  }

  /// The entries that hold something, their number and names checked.
  private List<ZipEntry> entries(ZipFile zip) throws BadInputException {
    if (zip.size() > limits.entries()) {
      throw refused("zip-entries", Integer.toString(zip.size()), "" + limits.entries());
    }
    List<ZipEntry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String path = entry.getName();
      if (!isSafe(path)) {
        throw refused("zip-name", printable(path));
      }
      if (!names.add(path.toLowerCase(Locale.ROOT))) {
        throw refused("zip-name-twice", printable(path));
      }
      if (!entry.isDirectory()) {
        entries.add(entry);
      }
    }
    entries.sort((a, b) -> a.getName().compareTo(b.getName()));
    return entries;
  }

  /// A path that stays where it is unpacked, on any system.
  static boolean isSafe(String path) {
    if (path.isEmpty() || path.length() > LONGEST_NAME || path.startsWith("/")) {
      return false;
    }
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c < ' ' || c == '\\' || c == ':' || c == 0x7f) {
        return false;
      }
    }
    for (String part : path.split("/", -1)) {
      if (part.equals("..") || part.equals(".")) {
        return false;
      }
    }
    return true;
  }

  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e\\u00a0-\\ud7ff]", "?");
  }

  private void copy(ZipEntry entry, InputStream in, OutputStream out)
      throws IOException, BadInputException {
    byte[] chunk = new byte[CHUNK];
    CRC32 crc = new CRC32();
    long size = 0;
    long packed = Math.max(1, entry.getCompressedSize());
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      if (size == 0 && isZip(chunk, read)) {
        throw refused("zip-nested", printable(entry.getName()));
      }
      size += read;
      unpacked += read;
      if (unpacked > limits.unpackedBytes()) {
        throw refused("zip-too-large", "", "" + limits.unpackedBytes());
      }
      if (size > RATIO_FROM && size / packed > limits.ratio()) {
        throw refused("zip-ratio", printable(entry.getName()), "" + limits.ratio());
      }
      crc.update(chunk, 0, read);
      out.write(chunk, 0, read);
    }
    // ZipFile does not look at it: a changed byte would be read as a changed value.
    if (crc.getValue() != entry.getCrc()) {
      throw refused("zip-damaged", printable(entry.getName()));
    }
  }

  static boolean isZip(byte[] bytes, int length) {
    return length >= 4
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && (bytes[2] == 3 || bytes[2] == 5 || bytes[2] == 7)
        && (bytes[3] == 4 || bytes[3] == 6 || bytes[3] == 8);
  }

  private BadInputException refused(String code, String found, String... values) {
    problems.add(name, 0, "", code, found, values);
    try {
      problems.throwIfAny();
    } catch (BadInputException wrong) {
      return wrong;
    }
    throw new IllegalStateException("a problem was added");
  }

  /// Unpacks into a new folder of its own, for its owner only.
  ///
  /// @throws BadInputException if the zip is damaged, too large or hostile; the folder is then gone
  static Path unpacked(Path file, String name, Limits limits)
      throws IOException, BadInputException {
    Path folder = Files.createTempDirectory("myocohort-import");
    boolean whole = false;
    try {
      new ZipGuard(file, name, limits)
          .unpack(entry -> {
            Path target = folder.resolve(entry).normalize();
            if (!target.startsWith(folder)) {
              throw new IOException("an entry leaves its folder");
            }
            Files.createDirectories(target.getParent());
            return Files.newOutputStream(target);
          });
      whole = true;
      return folder;
    } finally {
      if (!whole) {
        Folders.delete(folder);
      }
    }
  }
}
