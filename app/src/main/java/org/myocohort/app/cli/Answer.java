package org.myocohort.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// A table that answers a command, printed as aligned text, CSV or a JSON array of objects.
///
/// It is held back until [#print], so that nothing is written when a later row turns out wrong. A
/// value is a `String`, a number, a `List` of strings or null for a value that is not there.
public final class Answer implements AutoCloseable {

  /// One column.
  ///
  /// @param key the name that scripts rely on
  /// @param inText whether the text format shows it
  public record Column(String key, boolean inText) {
    public static Column of(String key) {
      return new Column(key, true);
    }

    /// A column that only the machine formats show.
    public static Column detail(String key) {
      return new Column(key, false);
    }
  }

  private final List<Column> columns;
  private final Format format;
  private final Texts texts;
  private final Chunks buffer = new Chunks();
  private final List<List<String>> textRows = new ArrayList<>();
  private final @Nullable Writer csv;
  private final @Nullable JsonGenerator json;
  private int rows;

  public Answer(List<Column> columns, Format format, Texts texts) {
    this.columns = List.copyOf(columns);
    this.format = format;
    this.texts = texts;
    Writer csvWriter = null;
    JsonGenerator jsonWriter = null;
    switch (format) {
      case csv -> {
        csvWriter = new OutputStreamWriter(buffer, StandardCharsets.UTF_8);
        writeCsv(csvWriter, columns.stream().map(column -> (Object) column.key()).toList());
      }
      case json -> {
        jsonWriter =
            JsonFactory.builder()
                .build()
                .createGenerator(
                    new ObjectWriteContext.Base() {
                      @Override
                      public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                        return new DefaultPrettyPrinter();
                      }
                    },
                    buffer);
        jsonWriter.writeStartArray();
      }
      case text -> {}
    }
    csv = csvWriter;
    json = jsonWriter;
  }

  /// Adds a row, a value for each column in order.
  public void row(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + columns.size() + " values expected but was " + values.length);
    }
    rows++;
    if (csv != null) {
      writeCsv(csv, java.util.Arrays.asList(values));
    } else if (json != null) {
      writeJson(json, values);
    } else {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < values.length; i++) {
        if (columns.get(i).inText()) {
          row.add(plain(values[i], ", "));
        }
      }
      textRows.add(row);
    }
  }

  public int rowCount() {
    return rows;
  }

  /// Prints the whole answer.
  public void print(OutputStream out) throws IOException {
    if (csv != null) {
      csv.flush();
    } else if (json != null) {
      json.writeEndArray();
      json.flush();
      buffer.write('\n');
    } else {
      Writer writer = new OutputStreamWriter(buffer, StandardCharsets.UTF_8);
      writeText(writer);
      writer.flush();
    }
    buffer.writeTo(out);
    out.flush();
  }

  @Override
  public void close() {
    if (json != null) {
      json.close();
    }
  }

  private static String plain(@Nullable Object value, String separator) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> decimal(number);
      case List<?> list ->
          String.join(separator, list.stream().map(item -> String.valueOf(item)).toList());
      default -> value.toString();
    };
  }

  /// A decimal without trailing zeros: 62.5, 95, 0.
  public static String decimal(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static void writeCsv(Writer writer, List<? extends @Nullable Object> values) {
    try {
      for (int i = 0; i < values.size(); i++) {
        if (i > 0) {
          writer.write(',');
        }
        Object value = values.get(i);
        writer.write(csvCell(plain(value, ";"), value instanceof Number));
      }
      writer.write('\n');
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// A CSV cell, quoted where it must be. A text that a spreadsheet would run as a formula gets an
  /// apostrophe in front.
  public static String csvCell(String text, boolean number) {
    String safe = text;
    if (!number && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      safe = isNumber(text) ? text : "'" + text;
    }
    if (safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0) {
      return safe;
    }
    return '"' + safe.replace("\"", "\"\"") + '"';
  }

  private static boolean isNumber(String text) {
    return text.matches("[+-][0-9]+(\\.[0-9]+)?");
  }

  private void writeJson(JsonGenerator generator, @Nullable Object[] values) {
    generator.writeStartObject();
    for (int i = 0; i < values.length; i++) {
      generator.writeName(columns.get(i).key());
      switch (values[i]) {
        case null -> generator.writeNull();
        case BigDecimal number -> generator.writeNumber(decimal(number));
        case Integer number -> generator.writeNumber(number);
        case Boolean flag -> generator.writeBoolean(flag);
        case List<?> list -> {
          generator.writeStartArray();
          for (Object item : list) {
            generator.writeString(String.valueOf(item));
          }
          generator.writeEndArray();
        }
        case Object other -> generator.writeString(other.toString());
      }
    }
    generator.writeEndObject();
  }

  private void writeText(Writer writer) throws IOException {
    List<String> head = new ArrayList<>();
    for (Column column : columns) {
      if (column.inText()) {
        String code = "column." + column.key();
        head.add(texts.has(code) ? texts.text(code) : column.key());
      }
    }
    int[] widths = new int[head.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = head.get(i).length();
      for (List<String> row : textRows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    writeLine(writer, head, widths);
    List<String> rule = new ArrayList<>();
    for (int width : widths) {
      rule.add("-".repeat(width));
    }
    writeLine(writer, rule, widths);
    for (List<String> row : textRows) {
      writeLine(writer, row, widths);
    }
  }

  private static void writeLine(Writer writer, List<String> cells, int[] widths)
      throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i));
      if (i < cells.size() - 1) {
        line.append(" ".repeat(widths[i] - cells.get(i).length() + 2));
      }
    }
    writer.write(line.toString().stripTrailing());
    writer.write('\n');
  }

  /// Bytes kept in chunks: a long answer is never copied to grow.
  private static final class Chunks extends OutputStream {
    private static final int SIZE = 1 << 20;
    private final List<ByteArrayOutputStream> full = new ArrayList<>();
    private ByteArrayOutputStream current = new ByteArrayOutputStream(8192);

    @Override
    public void write(int b) {
      current.write(b);
      turn();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      current.write(bytes, offset, length);
      turn();
    }

    private void turn() {
      if (current.size() >= SIZE) {
        full.add(current);
        current = new ByteArrayOutputStream(SIZE);
      }
    }

    void writeTo(OutputStream out) throws IOException {
      for (ByteArrayOutputStream chunk : full) {
        chunk.writeTo(out);
      }
      current.writeTo(out);
    }
  }
}
