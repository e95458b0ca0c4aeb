package org.myocohort.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.word.WordFile;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

class WordFileTest {
  private static byte[] file = {};

  @BeforeAll
  static void write() {
    file = WordFile.bytes(SamplePaper.of(Language.ENGLISH));
  }

  @Test
  void aTableIsReadBackCellByCell() throws IOException {
    try (XWPFDocument word = opened()) {
      XWPFTable table = word.getTables().getFirst();
      List<List<String>> rows =
          table.getRows().stream()
              .map(row -> row.getTableCells().stream().map(XWPFTableCell::getText).toList())
              .toList();
      assertThat(rows)
          .containsExactly(
              List.of("Measure", "Anakinra", "p"),
              List.of("", "Baseline", "Month 6", ""),
              List.of("Muscle"),
              List.of("CK, U/l", "1250.5", "=SUM(A1)a", "0.040"),
              List.of("MMT8", "55", "+20a", "@xa"));
      assertThat(table.getRows().stream().map(row -> row.isRepeatHeader()).toList())
          .containsExactly(true, true, false, false, false);
      assertThat(word.getTables().get(1).getRows()).hasSize(61);
    }
  }

  @Test
  void partsOfTheTextHaveTheirStyles() throws IOException {
    try (XWPFDocument word = opened()) {
      List<String> styled =
          word.getParagraphs().stream()
              .filter(each -> each.getStyle() != null && !each.getText().isEmpty())
              .map(WordFileTest::styled)
              .toList();
      assertThat(styled)
          .contains(
              "Title: Anakinra, a case series",
              "Heading1: Methods",
              "Normal: Exact tests, two-sided, ex vivo1 ≥ −1 µg.",
              "Heading2: Patients",
              "Caption: Table 1. Response by phenotype.",
              "TableNote: a Exact test.",
              "TableNote: Abbreviations: CK, creatine kinase; MMT8, manual muscle testing.",
              "Caption: Figure 1. A figure.",
              "Bibliography: A. B. Journal 2023;1:2.");
    }
  }

  private static String styled(XWPFParagraph paragraph) {
    return paragraph.getStyle() + ": " + paragraph.getText();
  }

  @Test
  void aPictureHasSixHundredDotsPerInchAndAnAlternativeText() throws IOException {
    try (XWPFDocument word = opened()) {
      XWPFPictureData picture = word.getAllPictures().getFirst();
      assertThat(PngHeader.of(picture.getData()).width()).isEqualTo(2031);
      String xml = word.getDocument().xmlText();
      assertThat(xml).contains("descr=\"Points that rise.\"").contains("cx=\"3096000\"");
    }
  }

  @Test
  void aWideTableStandsOnASectionOnItsSide() throws IOException {
    try (XWPFDocument word = opened()) {
      List<String> sections = new ArrayList<>();
      for (XWPFParagraph paragraph : word.getParagraphs()) {
        var properties = paragraph.getCTP().getPPr();
        if (properties != null && properties.getSectPr() != null) {
          sections.add(orientation(properties.getSectPr()));
        }
      }
      sections.add(orientation(word.getDocument().getBody().getSectPr()));
      assertThat(sections).containsExactly("portrait", "landscape", "portrait");
    }
  }

  private static String orientation(CTSectPr section) {
    return section.getPgSz().isSetOrient() ? section.getPgSz().getOrient().toString() : "portrait";
  }

  @Test
  void theFileSaysItsLanguageAndNoTime() throws IOException {
    byte[] italian = WordFile.bytes(SamplePaper.of(Language.ITALIAN));
    assertThat(part(italian, "word/styles.xml")).contains("w:lang w:val=\"it-IT\"");
    assertThat(part(italian, "docProps/core.xml"))
        .contains("Anakinra, a case series")
        .doesNotContain("created");
    assertThat(part(italian, "word/document.xml")).contains("Tabella 1.").doesNotContain("rsid");
  }

  @Test
  void everyPartFollowsTheSchemaOfTheStandard() throws Exception {
    int checked = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.startsWith("word/") && name.endsWith(".xml")) {
          XmlObject part = parsed(name, new ByteArrayInputStream(zip.readAllBytes()));
          List<XmlError> errors = new ArrayList<>();
          boolean valid = part.validate(new XmlOptions().setErrorListener(errors));
          assertThat(valid).as("%s: %s", name, errors).isTrue();
          checked++;
        }
      }
    }
    assertThat(checked).isEqualTo(6);
  }

  private static XmlObject parsed(String name, InputStream bytes) throws Exception {
    return switch (name) {
      case "word/document.xml" -> DocumentDocument.Factory.parse(bytes);
      case "word/styles.xml" -> StylesDocument.Factory.parse(bytes);
      case "word/numbering.xml" -> NumberingDocument.Factory.parse(bytes);
      case "word/settings.xml" -> SettingsDocument.Factory.parse(bytes);
      default -> FtrDocument.Factory.parse(bytes);
    };
  }

  private static XWPFDocument opened() throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(file));
  }

  private static String part(byte[] archive, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no part " + name);
  }
}
