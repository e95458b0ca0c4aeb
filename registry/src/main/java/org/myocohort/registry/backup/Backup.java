package org.myocohort.registry.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.myocohort.exchange.csv.Folders;
import org.myocohort.exchange.source.Sha256;
import org.myocohort.registry.audit.AuditHead;
import org.myocohort.registry.store.Database;

/// Writes a registry, as one moment saw it, into one file while others go on working.
///
/// The file is a ZIP of `registry.db`, an SQLite database, from whichever database it came, so that
/// a backup of one can be restored into the other; of people's plain files under `files/`; and of
/// `manifest.json`.
public final class Backup {
  static final String MANIFEST = "manifest.json";

  /// What is left out unless asked for.
  static final Set<String> IDENTITY_TABLES = Set.of("identity");

  /// A ZIP's dates would make equal backups differ.
  private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int BUFFER = 1 << 16;

  private Backup() {}

  /// What goes into a backup besides the records.
  ///
  /// @param identities whether the sealed identities go with it
  /// @param folders whose files go with it, by different names
  public record Content(boolean identities, List<PlainFolder> folders) {
    public Content {
      folders = List.copyOf(folders);
    }
  }

  /// A backup that was written.
  ///
  /// @param leftOut what lies in the folders and is not in it: links that lead nowhere, what is no
  ///   file, the history of git
  public record Result(Manifest manifest, Set<Path> leftOut) {}

  /// Writes a backup; it is there whole, and on the disk, or not at all.
  ///
  /// The database is seen at one moment; the files are read after it, so that nothing which the
  /// database knows of is missing among them.
  ///
  /// @param target a file that does not exist
  /// @param program version of this program
  /// @param madeAt now
  /// @param progress is told now and then how many rows were copied
  /// @throws FileAlreadyExistsException if the target exists
  /// @throws UnreadableException if a plain file cannot be read
  /// @throws IOException if the backup cannot be written
  /// @throws BackupException if it would lie in what it copies, or hold too many files
  public static Result write(
      Database source,
      Path target,
      String program,
      Instant madeAt,
      Content content,
      LongConsumer progress)
      throws IOException, BackupException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path folder = Objects.requireNonNullElse(target.toAbsolutePath().getParent(), target);
    demandOutside(folder, content.folders(), target);
    Path work = Files.createTempDirectory(folder, ".myocohort-backup-");
    try {
      AuditHead head = copy(source, work, content.identities(), progress);
      Path database = work.resolve(Database.FILE);
      Manifest records =
          new Manifest(
              program,
              source.schemaVersion(),
              head,
              content.identities(),
              madeAt.toString(),
              Files.size(database),
              Sha256.of(database),
              List.of());
      Path zip = work.resolve("backup");
      Result written = zip(zip, records, database, content.folders());
      Files.move(zip, target);
      FileSync.folder(folder);
      return written;
    } finally {
      Folders.delete(work);
    }
  }

  /// A backup that copies itself would never end.
  private static void demandOutside(Path folder, List<PlainFolder> folders, Path target)
      throws IOException, BackupException {
    for (PlainFolder each : folders) {
      if (Files.isDirectory(each.place())
          && folder.toRealPath().startsWith(each.place().toRealPath())) {
        throw new BackupException("inside", target.toString(), each.place().toString());
      }
    }
  }

  private static AuditHead copy(
      Database source, Path folder, boolean withIdentities, LongConsumer progress)
      throws IOException {
    try (Database copy = Database.embedded(folder)) {
      return source.read(from ->
          copy.write(to -> {
            new TableCopy(to, withIdentities ? Set.of() : IDENTITY_TABLES).copy(from, to, progress);
            return head(to);
          }));
    }
  }

  static AuditHead head(org.jdbi.v3.core.Handle handle) {
    return handle
        .createQuery("SELECT number, hash FROM audit_head WHERE one = 1")
        .map((row, _) -> new AuditHead(row.getLong(1), row.getString(2)))
        .one();
  }

  /// The manifest comes last: only then is known what the files held when they were read.
  private static Result zip(Path file, Manifest records, Path database, List<PlainFolder> folders)
      throws IOException, BackupException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            FileSync.ownerOnly(file))) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
      ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      zip.putNextEntry(entry(Database.FILE));
      Files.copy(database, zip);
      zip.closeEntry();
      FolderCopy copy = new FolderCopy(zip);
      for (PlainFolder folder : folders) {
        copy.copy(folder);
      }
      Manifest manifest = records.with(copy.files());
      byte[] text = manifest.toJson().getBytes(StandardCharsets.UTF_8);
      if (text.length > Manifest.LARGEST) {
        throw new BackupException("too-many-files", Integer.toString(copy.files().size()));
      }
      zip.putNextEntry(entry(MANIFEST));
      zip.write(text);
      zip.closeEntry();
      zip.finish();
      zip.flush();
      channel.force(true);
      return new Result(manifest, copy.leftOut());
    }
  }

  static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_DATE);
    return entry;
  }
}
