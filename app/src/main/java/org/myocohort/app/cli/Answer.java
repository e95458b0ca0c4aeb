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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
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
  /// @param evenEmpty whether the text format shows it where no row has a value
  public record Column(String key, boolean inText, boolean evenEmpty) {
    public static Column of(String key) {
      return new Column(key, true, true);
    }

    /// A column that the text format leaves out where no row has a value.
    public static Column ifAny(String key) {
      return new Column(key, true, false);
    }

    /// A column that only the machine formats show.
    public static Column detail(String key) {
      return new Column(key, false, false);
    }
  }

  private final List<Column> columns;
  private final Texts texts;

  /// Characters of CSV that are turned into bytes at once.
  private static final int ENCODED_TOGETHER = 1 << 14;

  /// Up to this scale a decimal's text has no exponent.
  private static final int LONGEST_PLAIN_SCALE = 6;

  private final Chunks buffer = new Chunks();
  private final StringBuilder csvText = new StringBuilder();
  private final List<List<String>> textRows = new ArrayList<>();
  private final boolean csv;
  private final @Nullable JsonGenerator json;
  private int rows;

  public Answer(List<Column> columns, Format format, Texts texts) {
    this.columns = List.copyOf(columns);
    this.texts = texts;
    JsonGenerator jsonWriter = null;
    switch (format) {
      case csv -> {
        writeCsv(columns.stream().map(Column::key).toArray());
      }
      case json -> {
        jsonWriter =
            JsonFactory.builder()
                .build()
                .createGenerator(
                    new ObjectWriteContext.Base() {
                      @Override
                      public PrettyPrinter getPrettyPrinter() {
                        return new DefaultPrettyPrinter();
                      }
                    },
                    buffer);
        jsonWriter.writeStartArray();
      }
      case text -> {}
    }
    csv = format == Format.csv;
    json = jsonWriter;
  }

  /// Adds a row, a value for each column in order.
  public void row(@Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + columns.size() + " values expected but was " + values.length);
    }
    rows++;
    if (csv) {
      writeCsv(values);
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
    if (json != null) {
      json.writeEndArray();
      json.flush();
      buffer.write('\n');
    } else if (csv) {
      encodeCsv();
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
    // Not a switch: to link one over types takes as long as the rows of a small table.
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof BigDecimal number) {
      return decimal(number);
    }
    return value instanceof List<?> list ? joined(list, separator) : value.toString();
  }

  private static String joined(List<?> list, String separator) {
    if (list.isEmpty()) {
      return "";
    }
    if (list.size() == 1) {
      return String.valueOf(list.getFirst());
    }
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < list.size(); i++) {
      joined.append(i == 0 ? "" : separator).append(list.get(i));
    }
    return joined.toString();
  }

  /// A decimal without trailing zeros: 62.5, 95, 0.
  public static String decimal(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    if (number.scale() >= 0 && number.scale() <= LONGEST_PLAIN_SCALE) {
      // A number keeps this text, so that points and totals are written once, not in every row.
      String text = number.toString();
      if (number.scale() == 0 || !text.endsWith("0")) {
        return text;
      }
    }
    return number.stripTrailingZeros().toPlainString();
  }

  private void writeCsv(@Nullable Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        csvText.append(',');
      }
      Object value = values[i];
      if (value != null) {
        csvText.append(csvCell(plain(value, ";"), value instanceof Number));
      }
    }
    csvText.append('\n');
    if (csvText.length() >= ENCODED_TOGETHER) {
      encodeCsv();
    }
  }

  private void encodeCsv() {
    byte[] bytes = csvText.toString().getBytes(StandardCharsets.UTF_8);
    buffer.write(bytes, 0, bytes.length);
    csvText.setLength(0);
  }

  /// A CSV table of texts, each line ending in a line feed.
  public static String csv(List<String> head, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    Stream.concat(Stream.of(head), rows.stream())
        .forEach(row -> {
          for (int i = 0; i < row.size(); i++) {
            text.append(i == 0 ? "" : ",").append(csvCell(row.get(i), false));
          }
          text.append('\n');
        });
    return text.toString();
  }

  /// A CSV cell, quoted where it must be. A text that a spreadsheet would run as a formula gets an
  /// apostrophe in front.
  public static String csvCell(String text, boolean number) {
    String safe = text;
    if (!number && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
      safe = isNumber(text) ? text : "'" + text;
    }
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      if (c == ',' || c == '"' || c == '\n') {
        return '"' + safe.replace("\"", "\"\"") + '"';
      }
    }
    return safe;
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
    List<Column> shown = columns.stream().filter(Column::inText).toList();
    List<Integer> kept = new ArrayList<>();
    List<Integer> widths = new ArrayList<>();
    List<String> head = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      int widest = 0;
      for (List<String> row : textRows) {
        widest = Math.max(widest, row.get(i).length());
      }
      if (widest > 0 || shown.get(i).evenEmpty()) {
        String code = "column." + shown.get(i).key();
        String name = texts.has(code) ? texts.text(code) : shown.get(i).key();
        kept.add(i);
        head.add(name);
        widths.add(Math.max(widest, name.length()));
      }
    }
    writeLine(writer, head, widths);
    writeLine(writer, widths.stream().map("-"::repeat).toList(), widths);
    for (List<String> row : textRows) {
      writeLine(writer, kept.stream().map(row::get).toList(), widths);
    }
  }

  private static void writeLine(Writer writer, List<String> cells, List<Integer> widths)
      throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      line.append(cells.get(i));
      if (i < cells.size() - 1) {
        line.append(" ".repeat(widths.get(i) - cells.get(i).length() + 2));
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
      turnBefore(1);
      current.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      turnBefore(length);
      current.write(bytes, offset, length);
    }

    /// Starts a new chunk before one would have to grow beyond its size.
    private void turnBefore(int length) {
      if (current.size() + length > SIZE) {
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
