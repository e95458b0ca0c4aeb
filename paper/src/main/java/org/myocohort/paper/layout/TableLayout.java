package org.myocohort.paper.layout;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;
import org.myocohort.paper.document.Cell;
import org.myocohort.paper.document.PlacedHeader;
import org.myocohort.paper.document.RowGroup;
import org.myocohort.paper.document.Table;

/// How a table fills the width of a page.
///
/// Each column gets at least its longest word; what is left is shared by how much more room the
/// texts would need to stand on one line. Letters are smaller where the longest words do not fit.
///
/// @param fontSize of its letters, in points
/// @param widths of its columns, in points
public record TableLayout(double fontSize, List<Double> widths) {
  /// Room beside the text of a cell, on each side.
  public static final double PADDING = 3.5;

  /// How far rows below a group's name stand in.
  public static final double INDENT = 8;

  /// Where a line may end: at a space, and within a word after a mark between two letters.
  public static final String WITHIN_A_WORD = "(?<=\\p{L}[-–/;,])(?=\\p{L})";

  private static final Pattern WORD_END = Pattern.compile("\\s+|" + WITHIN_A_WORD);

  private static final List<Double> FONT_SIZES = List.of(9.0, 8.5, 8.0, 7.5, 7.0);

  public TableLayout {
    widths = List.copyOf(widths);
  }

  /// A table across a width in points.
  public static TableLayout of(Table table, double available) {
    for (double size : FONT_SIZES) {
      double[] least = new Needs(table, size, available).least;
      if (Arrays.stream(least).sum() <= available) {
        return fitted(table, size, available);
      }
    }
    return fitted(table, FONT_SIZES.getLast(), available);
  }

  private static TableLayout fitted(Table table, double size, double available) {
    Needs needs = new Needs(table, size, available);
    double least = Arrays.stream(needs.least).sum();
    double most = Arrays.stream(needs.most).sum();
    double[] widths = new double[needs.least.length];
    for (int i = 0; i < widths.length; i++) {
      if (least > available) {
        widths[i] = needs.least[i] * available / least;
      } else if (most > available) {
        double wish = (needs.most[i] - needs.least[i]) / (most - least);
        widths[i] = needs.least[i] + (available - least) * wish;
      } else {
        widths[i] = needs.most[i] * available / most;
      }
    }
    return new TableLayout(size, Arrays.stream(widths).boxed().toList());
  }

  private static final class Needs {
    private final double size;
    private final double longestWord;
    private final double[] least;
    private final double[] most;

    Needs(Table table, double size, double available) {
      this.size = size;
      // One word never takes the page from the other columns.
      longestWord = available / 4;
      least = new double[table.columns().size()];
      most = new double[table.columns().size()];
      Arrays.fill(least, 2 * PADDING);
      Arrays.fill(most, 2 * PADDING);
      for (RowGroup group : table.body()) {
        double indent = group.name().isEmpty() ? 0 : INDENT;
        for (List<Cell> row : group.rows()) {
          for (int column = 0; column < least.length; column++) {
            Cell cell = row.get(column);
            cell(cell.text() + cell.mark(), column, column == 0 ? indent : 0);
          }
        }
      }
      table.placedHeader().forEach(this::header);
    }

    private void cell(String text, int column, double indent) {
      double room = 2 * PADDING + indent;
      least[column] = Math.max(least[column], longestWord(text, false) + room);
      most[column] = Math.max(most[column], longestLine(text, false) + room);
    }

    /// A heading may stand on a few lines: only its words count, and half of its length.
    private void header(PlacedHeader header) {
      String text = header.cell().text();
      double word = longestWord(text, true) + 2 * PADDING;
      double half = longestLine(text, true) / 2 + 2 * PADDING;
      widen(least, header, word);
      widen(most, header, Math.max(word, half));
    }

    private static void widen(double[] widths, PlacedHeader header, double needed) {
      double sum = 0;
      for (int i = header.column(); i < header.endColumn(); i++) {
        sum += widths[i];
      }
      for (int i = header.column(); i < header.endColumn() && sum < needed; i++) {
        widths[i] += (needed - sum) / header.cell().columns();
      }
    }

    private double longestWord(String text, boolean bold) {
      return Math.min(longestWord, longest(WORD_END.split(text, -1), bold));
    }

    private double longestLine(String text, boolean bold) {
      return longest(text.split("\n", -1), bold);
    }

    private double longest(String[] texts, boolean bold) {
      TextStyle style = new TextStyle(size, bold, "#000000");
      return Arrays.stream(texts)
          .mapToDouble(each -> TextWidths.width(each, style))
          .max()
          .orElse(0);
    }
  }
}
