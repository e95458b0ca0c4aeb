package org.myocohort.exchange.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/// The text that a workbook's cell shows: dates as ISO dates, numbers with the digits that the cell
/// holds, percentages as percents.
final class ShownCell {
  /// A spreadsheet keeps fifteen digits and shows no more.
  private static final MathContext DIGITS = new MathContext(15);

  private static final BigDecimal LATEST_DAY = BigDecimal.valueOf(2_958_465);

  private ShownCell() {}

  static String text(Cell cell, boolean date1904) {
    CellType type = cell.getType();
    String raw = cell.getRawValue();
    if (type == null || type == CellType.EMPTY || raw == null) {
      return "";
    }
    return switch (type) {
      case STRING -> String.valueOf(cell.getText()).strip();
      case NUMBER -> number(raw, cell, date1904);
      case FORMULA -> isNumber(raw) ? number(raw, cell, date1904) : raw.strip();
      case BOOLEAN -> raw.equals("1") ? "TRUE" : "FALSE";
      case ERROR -> raw;
      case EMPTY -> "";
    };
  }

  private static boolean isNumber(String raw) {
    return raw.matches("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]{1,3})?");
  }

  private static String number(String raw, Cell cell, boolean date1904) {
    if (!isNumber(raw)) {
      return raw;
    }
    BigDecimal number = new BigDecimal(raw).round(DIGITS);
    String format = cell.getDataFormatString();
    if (isDate(cell.getDataFormatId(), format)
        && number.signum() >= 0
        && number.compareTo(LATEST_DAY) <= 0) {
      return date(number.intValue(), date1904);
    }
    if (format != null && format.matches("0{2,20}") && number.scale() <= 0) {
      String digits = number.toPlainString();
      return "0".repeat(Math.max(0, format.length() - digits.length())) + digits;
    }
    BigDecimal shown = format != null && format.endsWith("%") ? number.movePointRight(2) : number;
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  /// Day 60 of 1900, which never was, belongs to February as spreadsheets count.
  private static String date(int day, boolean date1904) {
    if (date1904) {
      return LocalDate.of(1904, 1, 1).plusDays(day).toString();
    }
    return LocalDate.of(1899, 12, day < 61 ? 31 : 30).plusDays(day).toString();
  }

  /// Whether a number format shows a day: one of the built-in ones, or one that names year and day.
  static boolean isDate(@Nullable Integer id, @Nullable String format) {
    if (id != null && ((id >= 14 && id <= 17) || id == 22)) {
      return true;
    }
    if (format == null) {
      return false;
    }
    String letters =
        format
            .toLowerCase(Locale.ROOT)
            .replaceAll("\"[^\"]*\"", "")
            .replaceAll("\\\\.", "")
            .replaceAll("\\[[^\\]]*\\]", "");
    return letters.contains("y") && (letters.contains("m") || letters.contains("d"));
  }
}
