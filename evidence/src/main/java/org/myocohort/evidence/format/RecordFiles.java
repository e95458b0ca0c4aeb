package org.myocohort.evidence.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.myocohort.evidence.record.BibliographicRecord;

/// Reads exports of any known format, told by their content.
public final class RecordFiles {
  /// As much of a file as is looked at to tell its format.
  private static final int HEAD = 1 << 18;

  private static final int SHOWN = 60;

  private RecordFiles() {}

  /// The records of one file together with what was found about it.
  ///
  /// @param records in their order
  /// @param result counts, problems and notices
  public record Records(List<BibliographicRecord> records, ReadResult result) {
    public Records {
      records = List.copyOf(records);
    }
  }

  /// Reads a file record by record: what it needs of memory does not grow with the file.
  ///
  /// @throws NoRecordsException if nothing in it can be read as a record
  /// @throws IOException if it cannot be opened, or the sink fails
  public static ReadResult read(Path file, RecordSink sink) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Path name = file.getFileName();
      return read(name == null ? file.toString() : name.toString(), in, sink);
    }
  }

  /// Reads a whole file.
  ///
  /// @throws NoRecordsException if nothing in it can be read as a record
  /// @throws IOException if it cannot be opened
  public static Records read(Path file) throws IOException {
    List<BibliographicRecord> records = new ArrayList<>();
    ReadResult result = read(file, records::add);
    return new Records(records, result);
  }

  /// Reads what was uploaded under a name; the name is only for messages.
  ///
  /// @throws NoRecordsException if nothing in it can be read as a record
  /// @throws IOException if it cannot be read, or the sink fails
  public static ReadResult read(String name, InputStream in, RecordSink sink) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    Reading reading = new Reading(name, sink);
    Encoding encoding = Encoding.of(head);
    String start = encoding.text(head, head.length < HEAD);
    if (start.isBlank()) {
      throw new NoRecordsException(name, NoRecordsException.Reason.EMPTY, "");
    }
    Optional<RecordFormat> format = FormatDetection.of(start);
    if (format.isEmpty()) {
      throw new NoRecordsException(
          name, NoRecordsException.Reason.UNKNOWN_FORMAT, beginning(start));
    }
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
    try (TolerantReader reader = encoding.reader(whole)) {
      reader(format.get(), start).read(new Lines(reader), reading);
      encoding.notice().ifPresent(reading::notice);
      reader.notice().ifPresent(reading::notice);
    }
    ReadResult result = reading.result(format.get());
    if (result.records() == 0) {
      throw new NoRecordsException(name, NoRecordsException.Reason.NO_RECORD, beginning(start));
    }
    return result;
  }

  private static FormatReader reader(RecordFormat format, String start) {
    return switch (format) {
      case RIS -> new TaggedReader(new RisGrammar(), new RisFields());
      case NBIB -> new TaggedReader(new NbibGrammar(), new NbibFields());
      case WOS_TEXT -> new TaggedReader(new WosGrammar(), new WosFields());
      case COCHRANE_TEXT -> new TaggedReader(new CochraneGrammar(), new CochraneFields());
      case ENDNOTE_TEXT ->
          new TaggedReader(new ReferGrammar(start.contains("%0 ")), new ReferFields());
      case REFWORKS_TEXT -> new TaggedReader(new RefworksGrammar(), new RefworksFields());
      case OVID_TEXT -> new OvidTextReader();
      case PUBMED_XML -> new XmlReader(PubmedXml.STARTS, PubmedXml.FIRSTS, new PubmedXml());
      case ENDNOTE_XML -> new XmlReader(EndnoteXml.STARTS, EndnoteXml.FIRSTS, new EndnoteXml());
      case BIBTEX -> new BibtexReader();
      case CSL_JSON -> new CslReader();
      case CSV -> new CsvReader(CsvText.separator(start));
      case EMBASE_ROWS -> new EmbaseRowsReader();
    };
  }

  private static String beginning(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
