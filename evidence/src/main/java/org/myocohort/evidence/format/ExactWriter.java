package org.myocohort.evidence.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.myocohort.evidence.record.BibliographicRecord;
import org.myocohort.evidence.record.RawField;

/// Writes records as they were read, from their raw fields: tagged text byte for byte but for line
/// ends, tables, BibTeX and CSL-JSON field for field in their order.
///
/// XML is not written: its raw fields name the paths of the text in it, not its markup.
public final class ExactWriter implements RecordSink {
  private final Writer out;
  private final RecordFormat format;
  private boolean begun;

  private ExactWriter(Writer out, RecordFormat format) {
    this.out = out;
    this.format = format;
  }

  /// A writer for records that were read from a format, if it can be written from raw fields.
  public static Optional<ExactWriter> to(Writer out, RecordFormat format) {
    return switch (format) {
      case RIS,
          NBIB,
          WOS_TEXT,
          ENDNOTE_TEXT,
          COCHRANE_TEXT,
          REFWORKS_TEXT,
          OVID_TEXT,
          CSV,
          EMBASE_ROWS,
          BIBTEX,
          CSL_JSON ->
          Optional.of(new ExactWriter(out, format));
      case PUBMED_XML, ENDNOTE_XML -> Optional.empty();
    };
  }

  @Override
  public void accept(BibliographicRecord record) throws IOException {
    List<RawField> fields = record.fields();
    switch (format) {
      case RIS, NBIB, WOS_TEXT, ENDNOTE_TEXT, REFWORKS_TEXT, COCHRANE_TEXT -> {
        for (RawField field : fields) {
          out.write(field.tag() + field.mark() + field.value() + "\n");
        }
      }
      case OVID_TEXT -> {
        for (RawField field : fields) {
          out.write(field.tag() + (field.tag().isEmpty() ? "" : "\n") + field.value() + "\n");
        }
      }
      case CSV -> {
        if (!begun) {
          row(fields.stream().map(RawField::tag).toList());
        }
        row(fields.stream().map(RawField::value).toList());
      }
      case EMBASE_ROWS -> {
        for (RawField field : fields) {
          row(List.of(field.tag(), field.value()));
        }
      }
      case BIBTEX -> entry(fields);
      case CSL_JSON ->
          out.write(
              (begun ? ",\n" : "[\n")
                  + fields.stream()
                      .map(field -> json(field.tag()) + ": " + field.value())
                      .collect(Collectors.joining(", ", "{", "}")));
      case PUBMED_XML, ENDNOTE_XML -> throw new IllegalStateException(format.name());
    }
    begun = true;
  }

  /// Writes what ends the file; the text stays open.
  public void finish() throws IOException {
    if (format == RecordFormat.CSL_JSON) {
      out.write(begun ? "\n]\n" : "[]\n");
    }
    out.flush();
  }

  private void entry(List<RawField> fields) throws IOException {
    RawField head = fields.getFirst();
    StringBuilder entry = new StringBuilder(head.tag()).append('{').append(head.value());
    for (RawField field : fields.subList(1, fields.size())) {
      String close = field.mark().equals("{") ? "}" : field.mark();
      entry.append(",\n  ").append(field.tag()).append(" = ").append(field.mark());
      entry.append(field.value()).append(close);
    }
    out.write(entry.append("\n}\n\n").toString());
  }

  private static String json(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private void row(List<String> cells) throws IOException {
    out.write(cells.stream().map(text -> cell(text, ',')).collect(Collectors.joining(",")) + "\n");
  }

  /// A cell, quoted where it must be.
  static String cell(String text, char separator) {
    boolean plain =
        text.indexOf(separator) < 0
            && text.indexOf('"') < 0
            && text.indexOf('\n') < 0
            && text.indexOf('\r') < 0
            && text.equals(text.strip());
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
