package org.myocohort.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.myocohort.exchange.csv.BadInputException;

class WorkbookTest {
  @TempDir Path folder;

  @Test
  void cellsAreReadAsShownAndWhatIsOddIsSaid() throws IOException, BadInputException {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Visite");
      List<String> header = List.of("Paziente", "Data", "HAQ", "FVC", "Note", "Somma");
      for (int i = 0; i < header.size(); i++) {
        sheet.value(0, i, header.get(i));
      }
      sheet.value(1, 0, "007");
      sheet.value(1, 1, LocalDate.of(2026, 1, 10));
      sheet.style(1, 1).format("dd/mm/yyyy").set();
      sheet.value(1, 2, 0.1 + 0.2);
      sheet.value(1, 3, 0.65);
      sheet.style(1, 3).format("0%").set();
      sheet.value(1, 4, "=1+1");
      sheet.formula(1, 5, "1+1");
      sheet.value(3, 0, "P2");
      sheet.range(3, 0, 4, 0).merge();
      Worksheet hidden = workbook.newWorksheet("Liste");
      hidden.value(0, 0, "x");
      hidden.setVisibilityState(VisibilityState.HIDDEN);
    }
    Source source = Source.open(file, "book.xlsx", Limits.DEFAULT);
    SourceTable table = source.tables().getFirst();
    assertThat(table.header()).hasSize(6);
    assertThat(table.row(0).subList(0, 5))
        .containsExactly("007", "2026-01-10", "0.3", "65", "=1+1");
    assertThat(table.line(1)).isEqualTo(4);
    assertThat(source.notices())
        .extracting(Notice::code)
        .contains("merged-cells", "sheet-hidden", "formulas");
  }
}
