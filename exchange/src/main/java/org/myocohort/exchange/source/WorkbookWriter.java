package org.myocohort.exchange.source;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes tables as the sheets of a workbook (.xlsx). Every text is a text, which no spreadsheet
/// runs, whatever it begins with.
public final class WorkbookWriter implements AutoCloseable {
  /// More digits than a spreadsheet keeps stay a text.
  private static final int DIGITS = 15;

  private final Workbook workbook;

  public WorkbookWriter(OutputStream out) {
    workbook = new Workbook(out, "Myocohort", "1.0");
  }

  /// One sheet being written.
  public static final class Sheet {
    private final Worksheet sheet;
    private int row;

    private Sheet(Worksheet sheet) {
      this.sheet = sheet;
    }

    /// Adds a row.
    ///
    /// @param numbers which columns may hold numbers; what is a plain number there is written as
    ///   one
    public Sheet row(List<String> texts, List<Boolean> numbers) {
      for (int column = 0; column < texts.size(); column++) {
        String text = texts.get(column);
        if (text.isEmpty()) {
          continue;
        }
        if (numbers.get(column) && isNumber(text)) {
          sheet.value(row, column, new BigDecimal(text));
        } else {
          sheet.value(row, column, text);
        }
      }
      row++;
      return this;
    }
  }

  private static boolean isNumber(String text) {
    return text.length() <= DIGITS && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  }

  /// Begins a sheet with its headings.
  public Sheet sheet(String name, List<String> header) {
    Worksheet worksheet = workbook.newWorksheet(name);
    worksheet.freezePane(0, 1);
    Sheet sheet = new Sheet(worksheet);
    return sheet.row(header, header.stream().map(_ -> false).toList());
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
    workbook.close();
  }
}
