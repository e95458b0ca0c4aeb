package org.myocohort.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.figures.TextStyle;
import org.myocohort.figures.TextWidths;
import org.myocohort.paper.document.Language;
import org.myocohort.paper.font.Typeface;
import org.myocohort.paper.picture.PictureFile;

class PictureFileTest {
  @Test
  void aPngHasSixHundredDotsForEachInchAndSaysSo() throws IOException {
    byte[] png = PictureFile.png(SamplePaper.FIGURE, 86);
    assertThat(PngHeader.of(png)).isEqualTo(new PngHeader(2031, 1016, 23_622));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(2031);
    // Within the circle, of the bar (40 % blue on white) and of nothing.
    assertThat(at(image, 97, 51)).isEqualTo(0xD55E00);
    assertThat(at(image, 55, 80)).isEqualTo(0x99C7E0);
    assertThat(at(image, 230, 10)).isEqualTo(0xFFFFFF);
  }

  private static int at(BufferedImage image, double x, double y) {
    double scale = 86 / 25.4 * 600 / 240;
    return image.getRGB((int) (x * scale), (int) (y * scale)) & 0xFFFFFF;
  }

  @Test
  void aPdfIsAsLargeAsAskedForAndHoldsLettersAndNoImage() throws IOException {
    byte[] file = PictureFile.pdf(SamplePaper.FIGURE, 86, "Sample", Language.ENGLISH);
    try (PDDocument pdf = Loader.loadPDF(file)) {
      PDPage page = pdf.getPage(0);
      assertThat(page.getMediaBox().getWidth() / 72 * 25.4).isCloseTo(86, within(0.001));
      assertThat(page.getMediaBox().getHeight() / 72 * 25.4).isCloseTo(43, within(0.001));
      assertThat(page.getResources().getXObjectNames()).isEmpty();
      assertThat(new PDFTextStripper().getText(pdf)).contains("IL-1Ra < CK");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Creatine kinase, U/l (µ ≥ 1–2 %)", "Δ αβγ → ▲●■", "Œuvre Łódź é"})
  void lettersTakeTheRoomThatFiguresReserve(String text) {
    for (boolean bold : new boolean[] {false, true}) {
      double reserved = TextWidths.width(text, new TextStyle(10, bold, "#000000"));
      assertThat(Typeface.of(bold, false).width(text, 10) * TextWidths.MARGIN)
          .isCloseTo(reserved, within(0.25));
      assertThat(Typeface.of(bold, false).settable(text)).isEqualTo(text);
    }
  }

  @Test
  void aLetterThatTheFontLacksIsReplacedAndNotLeftOut() {
    assertThat(Typeface.REGULAR.settable("a\u0007b 漢 ﬁ")).isEqualTo("ab \uFFFD ﬁ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<image href='x.png'/>",
        "<rect width='5' height='5' clip-path='url(#a)'/>",
        "<rect width='5' height='5' fill='url(#a)'/>",
        "<text>a<tspan>b</tspan></text>",
        "<g transform='skewX(3)'/>",
        "<path d='M0 0 S 1 2 3 4'/>"
      })
  void whatIsNotKnownIsRefused(String element) {
    String svg = "<svg viewBox='0 0 10 10'>" + element + "</svg>";
    assertThatIllegalArgumentException().isThrownBy(() -> PictureFile.png(svg, 20));
  }
}
