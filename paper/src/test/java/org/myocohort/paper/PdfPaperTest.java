package org.myocohort.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.pdf.PdfPaper;

class PdfPaperTest {
  private static PDDocument pdf = new PDDocument();

  @BeforeAll
  static void write() throws IOException {
    pdf = Loader.loadPDF(PdfPaper.bytes(SamplePaper.of(Language.ENGLISH)));
  }

  @AfterAll
  static void close() throws IOException {
    pdf.close();
  }

  @Test
  void itsTextIsText() throws IOException {
    assertThat(text(1, 1))
        .contains("Anakinra, a case series", "Exact tests, two-sided, ex vivo", "≥ −1 µg.")
        .contains("Table 1. Response by phenotype.", "CK, U/l 1250.5 =SUM(A1)")
        .contains("Abbreviations: CK, creatine kinase; MMT8, manual muscle testing.");
    assertThat(text(1, pdf.getNumberOfPages())).contains("IL-1Ra < CK", "sha256sum out/*");
  }

  @Test
  void aTableGoesOverPagesWithItsHeader() throws IOException {
    assertThat(text(1, 1)).contains("Row 1 1 0.91 (0.55 to 1.00)").doesNotContain("Row 60 ");
    assertThat(text(2, 2))
        .containsSubsequence("Table 2 (continued)", "Name n Proportion (95 % CI)", "Row 60 60");
  }

  @Test
  void itsLettersAreEmbeddedAndItsFiguresAreNoImages() throws IOException {
    List<String> fonts = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        fonts.add(font.getName().replaceFirst("^[A-Z]{6}\\+", ""));
      }
      for (COSName name : page.getResources().getXObjectNames()) {
        assertThat(page.getResources().getXObject(name)).isNotInstanceOf(PDImageXObject.class);
      }
    }
    assertThat(fonts).contains("LiberationSans", "LiberationSans-Bold", "LiberationMono");
  }

  @Test
  void everyPartIsTaggedForAssistiveTechnology() {
    assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
    assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
    List<String> tags = new ArrayList<>();
    List<String> alternatives = new ArrayList<>();
    collect(pdf.getDocumentCatalog().getStructureTreeRoot(), tags, alternatives);
    assertThat(tags)
        .startsWith("Document", "P", "P", "H1", "P", "L", "LI", "Lbl", "LBody", "H2", "Table")
        .contains("Caption", "THead", "TR", "TH", "TBody", "TD", "Figure", "Code");
    assertThat(tags.stream().filter("THead"::equals)).hasSize(4);
    assertThat(alternatives).containsExactly("Points that rise.");
  }

  private static void collect(PDStructureNode node, List<String> tags, List<String> alternatives) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        tags.add(element.getStructureType());
        if (element.getAlternateDescription() != null) {
          alternatives.add(element.getAlternateDescription());
        }
        collect(element, tags, alternatives);
      }
    }
  }

  @Test
  void headingsAreBookmarks() {
    var first = pdf.getDocumentCatalog().getDocumentOutline().getFirstChild();
    assertThat(first.getTitle()).isEqualTo("Methods");
    assertThat(first.getFirstChild().getTitle()).isEqualTo("Patients");
    assertThat(first.getNextSibling().getTitle()).isEqualTo("Wide");
  }

  @Test
  void aWideTableStandsOnAPageOnItsSideWithItsHeading() throws IOException {
    List<Integer> wide = new ArrayList<>();
    for (int i = 1; i <= pdf.getNumberOfPages(); i++) {
      if (pdf.getPage(i - 1).getMediaBox().getWidth() > 800) {
        wide.add(i);
        assertThat(text(i, i)).contains("Wide", "Table S1.");
      }
      assertThat(text(i, i)).contains("Page " + i + " / " + pdf.getNumberOfPages());
    }
    assertThat(wide).hasSize(1);
  }

  private static String text(int from, int to) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setStartPage(from);
    stripper.setEndPage(to);
    return stripper.getText(pdf);
  }
}
