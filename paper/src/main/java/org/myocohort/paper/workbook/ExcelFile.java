package org.myocohort.paper.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.myocohort.paper.container.Archive;
import org.myocohort.paper.container.PackageParts;
import org.myocohort.paper.document.Document;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.document.Table;

/// Writes the tables of a document as an Excel file: one sheet for each, and one that says what
/// they are.
public final class ExcelFile {
  private static final int LONGEST_NAME = 31;

  private ExcelFile() {}

  /// The bytes of the file: the same for the same document.
  public static byte[] bytes(Document document) {
    Language language = document.language();
    List<String> names = names(document);
    CellLooks looks = new CellLooks();
    List<String> sheets = new ArrayList<>();
    sheets.add(readMe(document, names, looks));
    for (Table table : document.tables()) {
      Sheet sheet = new Sheet(looks);
      TableSheet.write(table, sheet, language);
      sheets.add(sheet.part());
    }
    names.addFirst(language.word("sheet.read-me"));
    Archive archive =
        PackageParts.archive(document, WorkbookParts.types(sheets.size()), "xl/workbook.xml")
            .put("xl/workbook.xml", WorkbookParts.workbook(names))
            .put("xl/_rels/workbook.xml.rels", WorkbookParts.relationships(sheets.size()))
            .put("xl/styles.xml", looks.part());
    for (int i = 0; i < sheets.size(); i++) {
      archive.put("xl/" + WorkbookParts.sheet(i + 1), sheets.get(i));
    }
    return archive.bytes();
  }

  /// Names of the sheets: of its number where a table has one, none twice.
  private static List<String> names(Document document) {
    List<String> names = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    taken.add(document.language().word("sheet.read-me").toLowerCase(Locale.ROOT));
    for (Table table : document.tables()) {
      String wish =
          table.number().isEmpty()
              ? table.caption()
              : document.language().word("table") + " " + table.number();
      String plain = wish.replaceAll("[\\[\\]:*?/\\\\'\\p{Cntrl}]", " ").strip();
      String name = shortened(plain.isEmpty() ? document.language().word("table") : plain, "");
      for (int i = 2; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
        name = shortened(plain, " " + i);
      }
      taken.add(name.toLowerCase(Locale.ROOT));
      names.add(name);
    }
    return names;
  }

  private static String shortened(String name, String ending) {
    int most = LONGEST_NAME - ending.length();
    return (name.length() > most ? name.substring(0, most).strip() : name) + ending;
  }

  private static String readMe(Document document, List<String> names, CellLooks looks) {
    Language language = document.language();
    Sheet sheet = new Sheet(looks);
    int row = 0;
    sheet.text(row++, 0, document.title(), CellLook.BOLD);
    for (String line :
        List.of(document.subtitle(), document.stamp(), language.word("sheet.note"))) {
      if (!line.isEmpty()) {
        sheet.text(row++, 0, line, CellLook.PLAIN);
      }
    }
    row++;
    List<String> columns = List.of("sheet.sheet", "sheet.table", "sheet.rows");
    for (int i = 0; i < columns.size(); i++) {
      sheet.text(row, i, language.word(columns.get(i)), CellLook.header("left", true));
    }
    for (int i = 0; i < names.size(); i++) {
      Table table = document.tables().get(i);
      row++;
      int rows = table.body().stream().mapToInt(group -> group.rows().size()).sum();
      sheet.text(row, 0, names.get(i), CellLook.PLAIN);
      sheet.text(row, 1, table.caption(), CellLook.PLAIN.wrappedAtSpaces());
      sheet.number(row, 2, BigDecimal.valueOf(rows), CellLook.PLAIN.asNumber("0"));
    }
    sheet.width(0, 16);
    sheet.width(1, 90);
    return sheet.part();
  }
}
