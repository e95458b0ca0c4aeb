package org.myocohort.figures;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How wide a text is, without a font: advance widths of a common sans serif in thousandths of its
/// size.
///
/// - **Table:** Liberation Sans Regular and Bold 2.x (`hmtx` by `cmap`, 2048 units, rounded to
///   thousandths), made to the widths of Arial and Helvetica: ASCII, Latin-1 and some symbols.
/// - **Other letters:** as the letter without its accent; East Asian ones as wide as they are high;
///   the rest as an average letter.
/// - **Margin:** a browser may set the text in another sans serif; layout therefore reserves
///   slightly more than the table says, see [#MARGIN].
public final class TextWidths {
  /// The factor by which a measured width exceeds the table, for fonts that run wider.
  public static final double MARGIN = 1.03;

  private static final int AVERAGE = 556;
  private static final String ELLIPSIS = "…";

  private static final int[] REGULAR_ASCII =
      table(
          """
          278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278
          556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556
          1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778
          667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556
          333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556
          556 556 333 500 278 556 500 722 500 500 500 334 260 334 584
          """);
  private static final int[] REGULAR_LATIN =
      table(
          """
          278 333 556 556 556 556 260 556 333 737 370 556 584 333 737 552
          400 549 333 333 333 576 537 278 333 333 365 556 834 834 834 611
          667 667 667 667 667 667 1000 722 667 667 667 667 278 278 278 278
          722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611
          556 556 556 556 556 556 889 500 556 556 556 556 278 278 278 278
          556 556 556 556 556 556 556 549 611 556 556 556 556 500 556 500
          """);
  private static final int[] BOLD_ASCII =
      table(
          """
          278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278
          556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611
          975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778
          667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556
          333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611
          611 611 389 556 333 611 556 778 556 556 500 389 280 389 584
          """);
  private static final int[] BOLD_LATIN =
      table(
          """
          278 333 556 556 556 556 280 556 333 737 370 556 584 333 737 552
          400 549 333 333 333 576 556 278 333 333 365 556 834 834 834 611
          722 722 722 722 722 722 1000 722 667 667 667 667 278 278 278 278
          722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611
          556 556 556 556 556 556 889 556 556 556 556 556 278 278 278 278
          611 611 611 611 611 611 611 549 611 611 611 611 611 556 611 556
          """);

  private static final String SYMBOLS = "–—‘’“”•…−≤≥≈∞αβγκΔδμΣσ√→←↑↓▲▼●■†‡€œŒłŁ⁰⁴⁵⁶⁷⁸⁹₂";
  private static final Map<Integer, Integer> REGULAR_SYMBOLS =
      symbols(
          """
          556 1000 222 222 333 333 350 1000 584 549 549 549 713
          578 575 500 500 668 557 576 618 617 549
          1000 1000 500 500 990 990 604 604 556 556 556 944 1000 222 556
          333 333 333 333 333 333 333 333
          """);
  private static final Map<Integer, Integer> BOLD_SYMBOLS =
      symbols(
          """
          556 1000 278 278 500 500 350 1000 584 549 549 549 713
          615 610 556 558 719 606 612 600 684 549
          1000 1000 500 500 990 990 604 604 556 556 556 944 1000 278 611
          333 333 333 333 333 333 333 333
          """);

  private TextWidths() {}

  /// The width of a text on one line, in the units of the style's size.
  public static double width(String text, TextStyle style) {
    long thousandths = text.codePoints().mapToLong(point -> advance(point, style.bold())).sum();
    return thousandths * style.size() / 1000 * MARGIN;
  }

  /// The text itself where it fits, else its longest beginning that fits with an ellipsis; empty
  /// where not even that fits.
  public static String truncate(String text, double available, TextStyle style) {
    if (width(text, style) <= available) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    for (int kept = points.length - 1; kept > 0; kept--) {
      String shortened = new String(points, 0, kept).stripTrailing() + ELLIPSIS;
      if (width(shortened, style) <= available) {
        return shortened;
      }
    }
    return width(ELLIPSIS, style) <= available ? ELLIPSIS : "";
  }

  /// Breaks a text at its spaces into at most `most` lines that fit; what is left over or too long
  /// ends in an ellipsis.
  public static List<String> wrap(String text, double available, int most, TextStyle style) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      boolean lastLine = lines.size() == most - 1;
      if (line.isEmpty() || lastLine || width(longer, style) <= available) {
        line = longer;
      } else {
        lines.add(line);
        line = word;
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    lines.replaceAll(each -> truncate(each, available, style));
    return List.copyOf(lines);
  }

  private static int advance(int point, boolean bold) {
    if (point >= 32 && point <= 126) {
      return (bold ? BOLD_ASCII : REGULAR_ASCII)[point - 32];
    }
    if (point >= 160 && point <= 255) {
      return (bold ? BOLD_LATIN : REGULAR_LATIN)[point - 160];
    }
    Integer symbol = (bold ? BOLD_SYMBOLS : REGULAR_SYMBOLS).get(point);
    return symbol != null ? symbol : otherAdvance(point, bold);
  }

  private static int otherAdvance(int point, boolean bold) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    if (Character.isIdeographic(point) || point >= 0x1F000) {
      return 1000;
    }
    int base = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD).codePointAt(0);
    return base == point ? AVERAGE : advance(base, bold);
  }

  private static int[] table(String numbers) {
    return Arrays.stream(numbers.strip().split("\\s+", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static Map<Integer, Integer> symbols(String numbers) {
    int[] widths = table(numbers);
    int[] points = SYMBOLS.codePoints().toArray();
    Map<Integer, Integer> bySymbol = new HashMap<>();
    for (int index = 0; index < points.length; index++) {
      bySymbol.put(points[index], widths[index]);
    }
    return Map.copyOf(bySymbol);
  }
}
