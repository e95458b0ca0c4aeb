package org.myocohort.evidence.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.myocohort.evidence.flow.SourceKind;
import org.myocohort.evidence.format.ReadResult;
import org.myocohort.evidence.format.RecordFiles;
import org.myocohort.evidence.format.RecordSink;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.IdentifierKind;
import org.myocohort.evidence.record.RawField;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;

/// Takes one export into a folder: its bytes first, then a line for each record, then the line of
/// the import, which makes the others count.
final class ExportImport {
  /// Hexadecimal digits of a fingerprint: 80 bits, so that two of a million records agree by chance
  /// once in a million million.
  private static final int DIGITS = 20;

  private final Path folder;
  private final ReviewFiles files;
  private final Review review;
  private final MessageDigest sha256 = sha256();

  ExportImport(Path folder, ReviewFiles files, Review review) {
    this.folder = folder;
    this.files = files;
    this.review = review;
  }

  ImportResult add(Path export, SourceKind kind, @Nullable String name, String by, Instant time)
      throws IOException, BadInputException {
    String hash = hash(export);
    for (ImportEntry earlier : review.imports()) {
      if (earlier.sha256().equals(hash)) {
        return new ImportResult(earlier, false, null);
      }
    }
    int number = review.imports().size() + 1;
    Records records = new Records(number);
    ReadResult read = RecordFiles.read(export, records);
    String source = name == null ? records.database(export) : name;
    records.count(source, review);
    Path exports = folder.resolve(ReviewFiles.EXPORTS);
    Files.createDirectories(exports);
    String file = number + "-" + plain(export);
    Path part = exports.resolve("." + file + ".tmp");
    try {
      Files.copy(export, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, exports.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    ImportEntry entry =
        new ImportEntry(
            number,
            review.version(),
            file,
            hash,
            kind,
            source,
            read.records(),
            records.again,
            records.before,
            time,
            by);
    files.dropUnfinished(number);
    files.records().append(records.added.stream().map(ReviewFiles::cells).toList());
    files.imports().append(List.of(ReviewFiles.cells(entry)));
    return new ImportResult(entry, true, read);
  }

  /// A file's name as one that every system can keep.
  private static String plain(Path export) {
    String name = String.valueOf(export.getFileName());
    return name.replaceAll("[^A-Za-z0-9._-]+", "-");
  }

  private String hash(Path export) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(export), sha256)) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // Only the digest is wanted.
      }
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /// Gathers a line of each record.
  private static final class Records implements RecordSink {
    private final int importNumber;
    private final MessageDigest digest = sha256();
    private final Map<String, Integer> databases = new HashMap<>();
    private List<RecordEntry> added = new ArrayList<>();
    private int again;
    private int before;

    Records(int importNumber) {
      this.importNumber = importNumber;
    }

    @Override
    public void accept(BibliographicRecord record) {
      int number = record.origin().number();
      String database = record.database();
      if (database != null) {
        databases.merge(database, 1, Integer::sum);
      }
      added.add(
          new RecordEntry(
              importNumber + "-" + number,
              importNumber,
              number,
              record.origin().line(),
              fingerprint(record),
              line(record.title()),
              record.authors().isEmpty() ? "" : line(record.authors().getFirst().family()),
              record.year() == null ? "" : String.valueOf(record.year()),
              record.identifier(IdentifierKind.DOI).orElse(""),
              record.identifier(IdentifierKind.PMID).orElse("")));
    }

    private static String line(@Nullable String text) {
      return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    private String fingerprint(BibliographicRecord record) {
      for (RawField field : record.fields()) {
        digest.update(field.tag().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(field.value().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    /// The database that most records name.
    String database(Path export) throws BadInputException {
      String most =
          databases.entrySet().stream()
              .max(
                  Map.Entry.<String, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(Map.Entry::getKey)
              .orElse("");
      if (most.isEmpty()) {
        Problems problems = new Problems();
        problems.add(export.toString(), 0, "", "source-name-expected", "");
        problems.throwIfAny();
      }
      return most;
    }

    /// Leaves out what an earlier export of the same source held. Within one file the same record
    /// may stand twice: then it is a copy, which the comparison finds.
    void count(String source, Review review) {
      Map<String, Integer> known = new HashMap<>();
      for (RecordEntry earlier : review.records().values()) {
        ImportEntry entry = review.importOf(earlier.id());
        if (entry.name().equals(source)) {
          known.merge(earlier.fingerprint(), entry.version(), Math::max);
        }
      }
      List<RecordEntry> kept = new ArrayList<>();
      for (RecordEntry entry : added) {
        Integer version = known.get(entry.fingerprint());
        if (version == null) {
          kept.add(entry);
        } else if (version == review.version()) {
          again++;
        } else {
          before++;
        }
      }
      added = kept;
    }
  }
}
