package org.myocohort.evidence.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.myocohort.evidence.record.BibliographicRecord;

/// Writes records one by one in the common shape of a format, whatever they were read from.
///
/// What the format has no place for is left out; [ExactWriter] writes a record as it was read.
public abstract class RecordWriter implements RecordSink, Closeable {
  final Writer out;

  /// A format that records can be written in; named as typed.
  public enum Format {
    csv,
    ris,
    csl
  }

  RecordWriter(Writer out) {
    this.out = out;
  }

  /// Writes to a text, which is closed with the writer.
  public static RecordWriter to(Writer out, Format format) throws IOException {
    return switch (format) {
      case csv -> new CsvRecordWriter(out);
      case ris -> new RisRecordWriter(out);
      case csl -> new CslRecordWriter(out);
    };
  }

  @Override
  public abstract void accept(BibliographicRecord record) throws IOException;

  @Override
  public void close() throws IOException {
    out.close();
  }
}
