package org.myocohort.app.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.myocohort.care.summary.Picture;
import org.myocohort.patient.Moment;
import org.myocohort.patient.RowReference;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class SummaryFigureTest {
  private static Picture picture() {
    return new Picture(
        "My muscle enzyme CK",
        "A line from March to May, ending: within the limit.",
        List.of(
            new Picture.Level("within the limit", BigDecimal.ZERO, BigDecimal.ONE),
            new Picture.Level("above the limit", BigDecimal.ONE, new BigDecimal("5.3"))),
        List.of(dot(3, "5.3"), dot(4, "2"), dot(5, "0.8")));
  }

  private static Picture.Dot dot(int month, String value) {
    LocalDate day = LocalDate.of(2024, month, 1);
    return new Picture.Dot(
        Moment.of(day), day.toString(), new BigDecimal(value), new RowReference("visits", "V1"));
  }

  @Test
  void aCourseIsDrawnWithWordsInPlaceOfNumbers() throws Exception {
    String svg = SummaryFigure.of(picture(), "Synthetic data");
    Document drawn =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(drawn.getElementsByTagName("circle").getLength()).isEqualTo(3);
    assertThat(svg)
        .contains("within the limit", "above the limit", "2024-03-01", "2024-05-01")
        .contains("Synthetic data")
        .doesNotContain("5.3<")
        .isEqualTo(SummaryFigure.of(picture(), "Synthetic data"));
    assertThat(SummaryFigure.of(picture(), "")).doesNotContain("Synthetic");
  }
}
