package org.myocohort.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.myocohort.paper.document.Document;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.pdf.PdfPaper;
import org.myocohort.paper.picture.PictureFile;
import org.myocohort.paper.word.WordFile;
import org.myocohort.paper.workbook.ExcelFile;

class SameBytesTest {
  @Test
  void theSameDocumentGivesTheSameBytesLaterInAnotherPlaceAndLanguage() throws Exception {
    List<byte[]> here = written();
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      // Times in these containers are kept in steps of up to two seconds.
      Thread.sleep(2100);
      List<byte[]> there = written();
      for (int i = 0; i < here.size(); i++) {
        assertThat(there.get(i)).as("file %d", i).isEqualTo(here.get(i));
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void anotherDocumentGivesAnotherIdentifier() {
    String english = identifier(Language.ENGLISH);
    assertThat(english).isNotEmpty().isNotEqualTo(identifier(Language.ITALIAN));
  }

  private static String identifier(Language language) {
    String file =
        new String(
            PdfPaper.bytes(SamplePaper.of(language)), java.nio.charset.StandardCharsets.ISO_8859_1);
    return file.substring(file.lastIndexOf("/ID"));
  }

  private static List<byte[]> written() {
    Document document = SamplePaper.of(Language.ITALIAN);
    return List.of(
        WordFile.bytes(document),
        ExcelFile.bytes(document),
        PdfPaper.bytes(document),
        PictureFile.pdf(SamplePaper.FIGURE, 86, "Sample", Language.ITALIAN),
        PictureFile.png(SamplePaper.FIGURE, 86));
  }
}
