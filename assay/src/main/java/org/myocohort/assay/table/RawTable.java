package org.myocohort.assay.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.exchange.csv.Problems;

/// A text file cut into lines of cells, of whatever lengths.
///
/// Instruments write a table below lines of their own and leave cells out, so that nothing is
/// expected of its shape. UTF-8, UTF-16 with its mark, else Latin-1; comma, semicolon or tab,
/// whichever the file uses most; quotes where needed.
///
/// @param name how to name the file in messages
/// @param delimiter between the cells
/// @param lines every line that is neither blank nor a remark (`# `)
/// @param synthetic whether a remark says that its numbers are made up, by beginning with `#
///   Synthetic`
public record RawTable(String name, char delimiter, List<Line> lines, boolean synthetic) {
  /// A plate or a study's cytometry takes far less; more is another kind of file.
  private static final int LARGEST = 20_000_000;

  /// A line that begins so is for its readers only.
  private static final String REMARK = "# ";

  private static final String SYNTHETIC = REMARK + "Synthetic";

  public RawTable {
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param number of the line in the file, from 1
  /// @param cells their texts, stripped
  public record Line(int number, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }

    /// The text of a cell; empty where the line has no such cell.
    public String cell(int index) {
      return index >= 0 && index < cells.size() ? cells.get(index) : "";
    }
  }

  /// Reads a file.
  ///
  /// @throws IOException if it cannot be opened
  /// @throws BadInputException if it is not text, empty, or too large
  public static RawTable read(Path path, String name) throws IOException, BadInputException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(name, null, "is a directory, a file was expected");
    }
    if (Files.size(path) > LARGEST) {
      Problems problems = new Problems();
      problems.add(name, 0, "", "file-too-large", Long.toString(Files.size(path)));
      problems.throwIfAny();
    }
    return parse(Files.readAllBytes(path), name);
  }

  /// Reads a file from its bytes, see [#read].
  public static RawTable parse(byte[] bytes, String name) throws BadInputException {
    Problems problems = new Problems();
    String text = decoded(bytes);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        problems.add(name, 0, "", "file-not-text", Integer.toString(c), Integer.toString(i));
        problems.throwIfAny();
      }
    }
    char delimiter = mostFrequent(text);
    List<Line> lines = lines(text, delimiter, name, problems);
    problems.throwIfAny();
    if (lines.isEmpty()) {
      problems.add(name, 0, "", "file-empty", "");
      problems.throwIfAny();
    }
    boolean synthetic = text.lines().anyMatch(line -> line.startsWith(SYNTHETIC));
    return new RawTable(name, delimiter, lines, synthetic);
  }

  private static String decoded(byte[] bytes) {
    int first = bytes.length > 0 ? bytes[0] & 0xFF : 0;
    int second = bytes.length > 1 ? bytes[1] & 0xFF : 0;
    if ((first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF)) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    Charset charset = StandardCharsets.UTF_8;
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException _) {
      charset = StandardCharsets.ISO_8859_1;
    }
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /// A table has far more delimiters than its heading lines or its decimals have of another kind:
  /// tabs and semicolons never stand in a number.
  private static char mostFrequent(String text) {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> quoted = !quoted;
        case ',' -> commas += quoted ? 0 : 1;
        case ';' -> semicolons += quoted ? 0 : 1;
        case '\t' -> tabs += quoted ? 0 : 1;
        default -> {}
      }
    }
    if (tabs > semicolons && 2 * tabs >= commas) {
      return '\t';
    }
    return 2 * semicolons >= commas && semicolons > 0 ? ';' : ',';
  }

  private static List<Line> lines(String text, char delimiter, String name, Problems problems) {
    List<Line> lines = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int number = 1;
    int begin = 1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      if (c == '"') {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == delimiter && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else if ((c == '\n' || c == '\r') && (!quoted || i == text.length())) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
        if (cells.stream().anyMatch(each -> !each.isEmpty())
            && !cells.getFirst().startsWith(REMARK)) {
          lines.add(new Line(begin, cells));
        }
        cells = new ArrayList<>();
        boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
        i += pair ? 1 : 0;
        number++;
        begin = quoted ? begin : number;
      } else {
        number += c == '\n' ? 1 : 0;
        cell.append(c);
      }
    }
    if (quoted) {
      problems.add(name, begin, "", "quote-not-closed", "");
    }
    return lines;
  }
}
