package org.myocohort.registry.backup;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.store.Database;

/// A backup that is opened: its manifest is read, and in it lies what the manifest names, nothing
/// else.
final class BackupFile implements Closeable {
  private final Path path;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupFile(Path path, ZipFile zip, Manifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  /// Opens a backup. Of its bytes only the manifest's are read.
  ///
  /// @throws NoSuchFileException if it is no file
  /// @throws BackupException if it is none, or something is in it that does not belong there, or
  ///   lacks
  static BackupFile open(Path path) throws IOException, BackupException {
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(path.toString());
    }
    return reading(
        path,
        () -> {
          ZipFile zip = new ZipFile(path.toFile());
          BackupFile opened = null;
          try {
            opened = new BackupFile(path, zip, manifest(zip, path));
            opened.demandNamed();
            return opened;
          } catch (IOException | BackupException | RuntimeException failure) {
            zip.close();
            throw failure;
          }
        });
  }

  private interface Reading<T> {
    T read() throws IOException, BackupException;
  }

  private static <T> T reading(Path path, Reading<T> reading) throws IOException, BackupException {
    try {
      return reading.read();
    } catch (ZipException | EOFException | IllegalArgumentException _) {
      // All three are how java.util.zip says that the bytes make no sense.
      throw new BackupException("damaged", path.toString());
    }
  }

  private static Manifest manifest(ZipFile zip, Path path) throws IOException, BackupException {
    ZipEntry entry = zip.getEntry(Backup.MANIFEST);
    if (entry == null || zip.getEntry(Database.FILE) == null) {
      throw new BackupException("not-a-backup", path.toString());
    }
    return Manifest.parse(manifestText(zip, entry, path))
        .orElseThrow(() -> new BackupException("not-a-backup", path.toString()));
  }

  /// The manifest vouches for the rest; that it is itself whole, only its CRC can say.
  private static byte[] manifestText(ZipFile zip, ZipEntry entry, Path path)
      throws IOException, BackupException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] text = in.readNBytes(Manifest.LARGEST);
      CRC32 crc = new CRC32();
      crc.update(text);
      if (crc.getValue() != entry.getCrc()) {
        throw new BackupException("damaged", path.toString());
      }
      return text;
    }
  }

  private void demandNamed() throws BackupException {
    Set<String> names = new HashSet<>();
    for (StoredFile file : manifest.files()) {
      if (!FileNames.isName(file.name()) || !names.add(file.name())) {
        throw refused("name", file.name());
      }
    }
    for (String name : names) {
      for (int at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
        if (names.contains(name.substring(0, at))) {
          throw refused("name", name);
        }
      }
    }
    Set<String> expected =
        names.stream().map(name -> FileNames.PREFIX + name).collect(Collectors.toSet());
    expected.add(Backup.MANIFEST);
    expected.add(Database.FILE);
    for (ZipEntry entry : Collections.list(zip.entries())) {
      // Two of one name are one too many.
      if (!expected.remove(entry.getName())) {
        throw refused("surplus", entry.getName());
      }
    }
    Optional<String> missing = expected.stream().sorted().findFirst();
    if (missing.isPresent()) {
      throw refused("missing", missing.get());
    }
  }

  private BackupException refused(String code, String name) {
    return new BackupException(code, path.toString(), FileNames.shown(name));
  }

  Manifest manifest() {
    return manifest;
  }

  /// Those of some folders of which files are in it.
  ///
  /// @throws BackupException if files are of no folder that this program knows
  List<PlainFolder> foldersIn(List<PlainFolder> known) throws BackupException {
    Set<String> names =
        manifest.files().stream()
            .map(file -> FileNames.folder(file.name()))
            .collect(Collectors.toSet());
    List<PlainFolder> found =
        known.stream().filter(folder -> names.contains(folder.name())).toList();
    if (found.size() < names.size()) {
      throw new BackupException("newer", path.toString(), manifest.program());
    }
    for (PlainFolder folder : found) {
      for (StoredFile file : filesOf(folder)) {
        if (FileNames.within(folder.place(), file.name()).isEmpty()) {
          throw refused("name", file.name());
        }
      }
    }
    return found;
  }

  private List<StoredFile> filesOf(PlainFolder folder) {
    return manifest.files().stream()
        .filter(file -> FileNames.folder(file.name()).equals(folder.name()))
        .toList();
  }

  /// Unpacks the database into a folder.
  ///
  /// @throws BackupException if a byte of it is not what was written
  void unpackDatabase(Path work) throws IOException, BackupException {
    unpack(
        Database.FILE,
        work.resolve(Database.FILE),
        new StoredFile(Database.FILE, manifest.bytes(), manifest.sha256()));
  }

  /// Unpacks the files of a folder.
  ///
  /// @param into a folder that is not there yet
  /// @throws BackupException if a byte of one is not what was written
  void unpack(PlainFolder folder, Path into) throws IOException, BackupException {
    for (StoredFile file : filesOf(folder)) {
      Path target =
          FileNames.within(into, file.name()).orElseThrow(() -> refused("name", file.name()));
      Files.createDirectories(target.getParent());
      unpack(FileNames.PREFIX + file.name(), target, file);
    }
  }

  private void unpack(String entry, Path target, StoredFile expected)
      throws IOException, BackupException {
    reading(
        path,
        () -> {
          try (InputStream in = zip.getInputStream(zip.getEntry(entry));
              DigestOutputStream out =
                  new DigestOutputStream(
                      Files.newOutputStream(target, StandardOpenOption.CREATE_NEW),
                      Sha256.digest())) {
            long read = copy(in, out, expected.bytes());
            if (read != expected.bytes()
                || !Sha256.of(out.getMessageDigest()).equals(expected.sha256())) {
              throw refused("damaged-file", expected.name());
            }
            return read;
          }
        });
  }

  /// Never more than one byte beyond what was said: a backup may be damaged, or made to harm.
  ///
  /// @return how many were read
  private static long copy(InputStream in, OutputStream out, long bytes) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = bytes + 1;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        break;
      }
      out.write(buffer, 0, read);
      left -= read;
    }
    return bytes + 1 - left;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
