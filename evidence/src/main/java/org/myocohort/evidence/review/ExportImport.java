package org.myocohort.evidence.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.myocohort.exchange.source.Sha256;

/// Takes one export into a folder: its bytes first, then a line for each record, then the line of
/// the import, which makes the others count.
final class ExportImport {
  /// Hexadecimal digits of a fingerprint: 80 bits, so that two of a million records agree by chance
  /// once in a million million.
  private static final int DIGITS = 20;

  private final Path folder;
  private final ReviewFiles files;
  private final Review review;
  private final MessageDigest sha256 = Sha256.digest();

  ExportImport(Path folder, ReviewFiles files, Review review) {
    this.folder = folder;
    this.files = files;
    this.review = review;
  }

  /// @param taker is given the records as they are read
  ImportResult add(
      Path export,
      SourceKind kind,
      @Nullable String name,
      String by,
      Instant time,
      RecordTaker taker)
      throws IOException, BadInputException {
    Optional<ImportEntry> earlier = earlier(export);
    if (earlier.isPresent()) {
      return new ImportResult(earlier.get(), false, null);
    }
    int number = review.imports().size() + 1;
    boolean taken = false;
    taker.begin(review, number);
    Path part = folder.resolve(".import-" + number + ".tmp");
    try {
      Records records = new Records(number, taker);
      ReadResult read = read(export, part, records);
      taker.settle();
      String hash = Sha256.of(sha256);
      // Where somebody changed an export in the folder, its length says nothing.
      earlier = earlier(hash);
      if (earlier.isPresent()) {
        return new ImportResult(earlier.get(), false, null);
      }
      String source = name == null ? records.database(export) : name.strip();
      Set<String> left = records.count(source, review);
      String file = number + "-" + plain(export);
      Path exports = Files.createDirectories(folder.resolve(ReviewFiles.EXPORTS));
      Files.move(part, exports.resolve(file), StandardCopyOption.REPLACE_EXISTING);
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
      files.append(entry, records.added);
      taken = true;
      taker.end(entry, left);
      return new ImportResult(entry, true, read);
    } finally {
      Files.deleteIfExists(part);
      if (!taken) {
        taker.forget(number);
      }
    }
  }

  /// Reads a file while its bytes are copied and hashed.
  private ReadResult read(Path export, Path copy, RecordSink sink) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(export), sha256);
        OutputStream out = Files.newOutputStream(copy)) {
      InputStream both = new Copying(in, out);
      ReadResult read = RecordFiles.read(String.valueOf(export.getFileName()), both, sink);
      both.transferTo(OutputStream.nullOutputStream());
      return read;
    }
  }

  /// The import that took in a file of the same bytes.
  Optional<ImportEntry> earlier(Path export) throws IOException {
    long length = Files.size(export);
    for (ImportEntry entry : review.imports()) {
      if (Files.size(folder.resolve(ReviewFiles.EXPORTS).resolve(entry.file())) == length) {
        return earlier(Sha256.of(export));
      }
    }
    return Optional.empty();
  }

  private Optional<ImportEntry> earlier(String hash) {
    return review.imports().stream().filter(entry -> entry.sha256().equals(hash)).findFirst();
  }

  /// A file's name as one that every system can keep.
  private static String plain(Path export) {
    String name = String.valueOf(export.getFileName());
    return name.replaceAll("[^A-Za-z0-9._-]+", "-");
  }

  /// Copies what is read of a stream.
  private static final class Copying extends InputStream {
    private final InputStream in;
    private final OutputStream copy;

    Copying(InputStream in, OutputStream copy) {
      this.in = in;
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      if (one >= 0) {
        copy.write(one);
      }
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int count = in.read(bytes, from, length);
      if (count > 0) {
        copy.write(bytes, from, count);
      }
      return count;
    }

    /// What the reader of the records leaves is still to be copied.
    @Override
    public void close() {}
  }

  /// Gathers a line of each record.
  private static final class Records implements RecordSink {
    private final int importNumber;
    private final RecordTaker taker;
    private final MessageDigest digest = Sha256.digest();
    private final Map<String, Integer> databases = new HashMap<>();
    private List<RecordEntry> added = new ArrayList<>();
    private int again;
    private int before;

    Records(int importNumber, RecordTaker taker) {
      this.importNumber = importNumber;
      this.taker = taker;
    }

    @Override
    public void accept(BibliographicRecord record) throws IOException {
      int number = record.origin().number();
      String database = record.database();
      if (database != null) {
        databases.merge(database, 1, Integer::sum);
      }
      String id = importNumber + "-" + number;
      added.add(
          new RecordEntry(
              id,
              importNumber,
              number,
              record.origin().line(),
              fingerprint(record),
              line(record.title()),
              record.authors().isEmpty() ? "" : line(record.authors().getFirst().family()),
              record.year() == null ? "" : String.valueOf(record.year()),
              record.identifier(IdentifierKind.DOI).orElse(""),
              record.identifier(IdentifierKind.PMID).orElse("")));
      taker.accept(id, record);
    }

    private static String line(@Nullable String text) {
      String stripped = text == null ? "" : text.strip();
      return isLine(stripped) ? stripped : stripped.replaceAll("\\s+", " ");
    }

    /// Whether single blanks are the only white space, as in most texts.
    private static boolean isLine(String text) {
      char before = 'x';
      for (int i = 0; i < text.length(); i++) {
        char each = text.charAt(i);
        if (each == ' ' ? before == ' ' : each >= '\t' && each <= '\r') {
          return false;
        }
        before = each;
      }
      return true;
    }

    private String fingerprint(BibliographicRecord record) {
      StringBuilder whole = new StringBuilder();
      for (RawField field : record.fields()) {
        whole.append(field.tag()).append('\0').append(field.value()).append('\0');
      }
      byte[] hash = digest.digest(whole.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGITS / 2);
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
    ///
    /// @return the ids of what was left out
    Set<String> count(String source, Review review) {
      Map<String, Integer> known = new HashMap<>();
      for (RecordEntry earlier : review.records().values()) {
        ImportEntry entry = review.importOf(earlier.id());
        if (entry.name().equals(source)) {
          known.merge(earlier.fingerprint(), entry.version(), Math::max);
        }
      }
      List<RecordEntry> kept = new ArrayList<>();
      Set<String> left = new HashSet<>();
      for (RecordEntry entry : added) {
        Integer version = known.get(entry.fingerprint());
        if (version == null) {
          kept.add(entry);
          continue;
        }
        left.add(entry.id());
        if (version == review.version()) {
          again++;
        } else {
          before++;
        }
      }
      added = kept;
      return left;
    }
  }
}
