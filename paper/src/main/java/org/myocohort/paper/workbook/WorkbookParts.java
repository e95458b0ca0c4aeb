package org.myocohort.paper.workbook;

import java.util.List;
import org.myocohort.paper.container.PackageParts;
import org.myocohort.paper.container.Xml;

/// What holds the sheets of a workbook together.
final class WorkbookParts {
  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private WorkbookParts() {}

  static String sheet(int number) {
    return "worksheets/sheet" + number + ".xml";
  }

  static PackageParts.Types types(int sheets) {
    PackageParts.Types types =
        PackageParts.types()
            .part("/xl/workbook.xml", EXCEL + "sheet.main+xml")
            .part("/xl/styles.xml", EXCEL + "styles+xml");
    for (int i = 1; i <= sheets; i++) {
      types.part("/xl/" + sheet(i), EXCEL + "worksheet+xml");
    }
    return types;
  }

  static String relationships(int sheets) {
    PackageParts.Relationships relationships =
        PackageParts.relationships().to("styles", "styles", "styles.xml");
    for (int i = 1; i <= sheets; i++) {
      relationships.to("sheet" + i, "worksheet", sheet(i));
    }
    return relationships.document();
  }

  static String workbook(List<String> names) {
    Xml xml =
        new Xml()
            .begin(
                "workbook",
                "xmlns",
                Sheet.NAMESPACE,
                "xmlns:r",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            .begin("sheets");
    for (int i = 0; i < names.size(); i++) {
      String number = Integer.toString(i + 1);
      xml.empty("sheet", "name", names.get(i), "sheetId", number, "r:id", "sheet" + number);
    }
    return xml.end().end().document();
  }
}
