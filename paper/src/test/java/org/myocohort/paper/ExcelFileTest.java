package org.myocohort.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.workbook.ExcelFile;

class ExcelFileTest {
  @Test
  void eachTableHasASheetBehindOneThatSaysWhatTheyAre() throws IOException {
    try (XSSFWorkbook book = opened(Language.ENGLISH)) {
      List<String> names =
          IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName).toList();
      assertThat(names).containsExactly("Read me", "Table 1", "Table 2", "Table S1", "Table S2");
      XSSFSheet readMe = book.getSheetAt(0);
      assertThat(readMe.getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("Anakinra, a case series");
      assertThat(readMe.getRow(6).getCell(1).getStringCellValue())
          .isEqualTo("Response by phenotype.");
    }
  }

  @Test
  void numbersAreNumbersAndEverythingElseIsText() throws IOException {
    try (XSSFWorkbook book = opened(Language.ENGLISH)) {
      XSSFSheet sheet = book.getSheet("Table 1");
      assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Anakinra");
      assertThat(sheet.getMergedRegions().stream().map(Object::toString))
          .anyMatch(each -> each.contains("B1:C1"))
          .anyMatch(each -> each.contains("A1:A2"));
      Cell number = sheet.getRow(3).getCell(3);
      assertThat(number.getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(number.getNumericCellValue()).isEqualTo(0.04);
      assertThat(new DataFormatter(java.util.Locale.ROOT).formatCellValue(number))
          .isEqualTo("0.040");
      for (Cell text :
          List.of(
              sheet.getRow(3).getCell(2), sheet.getRow(4).getCell(2), sheet.getRow(4).getCell(3))) {
        assertThat(text.getCellType()).isEqualTo(CellType.STRING);
      }
      assertThat(sheet.getRow(3).getCell(2).getStringCellValue()).isEqualTo("=SUM(A1) a");
    }
  }

  @Test
  void theHeaderStaysInSight() throws IOException {
    try (XSSFWorkbook book = opened(Language.ITALIAN)) {
      assertThat(book.getSheet("Tabella 1").getPaneInformation().getHorizontalSplitPosition())
          .isEqualTo((short) 2);
      assertThat(book.getSheet("Tabella 2").getPaneInformation().isFreezePane()).isTrue();
    }
  }

  private static XSSFWorkbook opened(Language language) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(ExcelFile.bytes(SamplePaper.of(language))));
  }
}
