package org.myocohort.app.review.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.myocohort.app.Project;
import org.myocohort.app.cli.Texts;
import org.myocohort.evidence.flow.FlowBox;
import org.myocohort.evidence.flow.FlowCounts;
import org.myocohort.evidence.flow.FlowFile;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FlowFigureTest {
  /// Long reasons, a word that fits no box, every kind of source, a text that looks like markup.
  private static final String LONG =
      """
      title: Long & large <b>
      previous: {studies: 100, reports: 120}
      identified:
        databases: 1234567
        registers: 0
        sources: [{kind: database, name: "A <b>name</b> & more", count: 1234567}]
      removed: {duplicates: 1000000, automation: NR, reasons: [{reason: retracted, count: 3}]}
      screened: {records: 100000, excluded: 99000, reasons: [{reason: other, count: 99000}]}
      retrieval: {sought: 1000, not-retrieved: 0}
      assessed:
        reports: 1000
        reasons:
          - {reason: "adults with a myositis whose antibody is not reported in any way", count: 400}
          - {reason: Pneumonoultramicroscopicsilicovolcanoconiosisandnoblankanywhere, count: 500}
      other-methods:
        identified: {websites: 1, organisations: 2, citation-searching: 3, other: 4}
        retrieval: {sought: 10, not-retrieved: 0}
        assessed: {reports: 10, excluded: 10}
      included:
        studies: 90
        reports: 98
        reports-of-previous: 2
        patients: 1000
        total-studies: 190
        total-reports: 220
        pooled-studies: 5
        pooled-reports: 6
      extra: [{text: Quality appraisal}, {text: Qualitative synthesis, count: NR}]
      """;

  private static FlowCounts read(String text) throws Exception {
    return FlowFile.read("flow.yaml", text);
  }

  private static Optional<String> noLink(FlowBox box) {
    return Optional.empty();
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static List<Element> marks(Document document) {
    List<Element> marks = new ArrayList<>();
    NodeList groups = document.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      if (groups.item(i) instanceof Element group && group.hasAttribute("data-row")) {
        marks.add(group);
      }
    }
    return marks;
  }

  private static double number(Element of, String attribute) {
    return Double.parseDouble(of.getAttribute(attribute));
  }

  private static Element frame(Element mark) {
    return (Element) mark.getElementsByTagName("rect").item(0);
  }

  private static List<Element> lines(Element mark) {
    List<Element> lines = new ArrayList<>();
    NodeList found = mark.getElementsByTagName("text");
    for (int i = 0; i < found.getLength(); i++) {
      lines.add((Element) found.item(i));
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource(Texts.Language.class)
  void everyBoxIsDrawnOnceHoldsItsLinesAndTouchesNoOther(Texts.Language language) throws Exception {
    List<Element> marks =
        marks(
            parsed(
                FlowFigure.draw(
                    read(LONG), FlowOptions.ALL, FlowFigureTest::noLink, Texts.of(language))));

    assertThat(marks).hasSize(FlowBox.values().length + 1);
    for (Element mark : marks) {
      Element frame = frame(mark);
      double top = number(frame, "y");
      double bottom = top + number(frame, "height");
      assertThat(lines(mark))
          .isNotEmpty()
          .allSatisfy(line -> {
            assertThat(number(line, "y")).isBetween(top + number(line, "font-size"), bottom - 2);
            assertThat(number(line, "x")).isGreaterThan(number(frame, "x"));
          });
      for (Element other : marks) {
        Element there = frame(other);
        boolean apart =
            number(there, "x") >= number(frame, "x") + number(frame, "width")
                || number(frame, "x") >= number(there, "x") + number(there, "width")
                || number(there, "y") >= bottom
                || top >= number(there, "y") + number(there, "height");
        assertThat(apart || mark.isSameNode(other)).isTrue();
      }
    }
  }

  @Test
  void nothingOfALongReasonIsLostAndLargeNumbersAreGrouped() throws Exception {
    Document document =
        parsed(
            FlowFigure.draw(
                read(LONG), FlowOptions.ALL, FlowFigureTest::noLink, Texts.of(Texts.Language.en)));

    StringBuilder all = new StringBuilder();
    marks(document).stream()
        .flatMap(mark -> lines(mark).stream())
        .forEach(line -> all.append(line.getTextContent()).append(' '));
    assertThat(all.toString().replace(" ", ""))
        .contains("Pneumonoultramicroscopicsilicovolcanoconiosisandnoblankanywhere(n=500)")
        .contains("adultswithamyositiswhoseantibodyisnotreportedinanyway(n=400)")
        .contains("A<b>name</b>&more(n=1,234,567)")
        .doesNotContain("…");
    assertThat(all).contains("(n = not reported)");
  }

  @Test
  void aBoxTellsItsSumsToWhoeverPointsAtItAndOpensItsPage() throws Exception {
    String svg =
        FlowFigure.draw(
            read(LONG),
            FlowOptions.ALL,
            box -> box == FlowBox.SCREENED ? Optional.of("/reviews/x/screening") : Optional.empty(),
            Texts.of(Texts.Language.en));

    Element screened =
        marks(parsed(svg)).stream()
            .filter(mark -> mark.getAttribute("data-row").equals("flow/screened"))
            .findFirst()
            .orElseThrow();
    assertThat(screened.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(
            """
            Records screened: 100000, counted from flow.yaml:8
            cannot be told: Records identified (1234567) − Records removed before screening (NR) \
            = NR =? Records screened (100000)\
            """);
    assertThat(((Element) screened.getElementsByTagName("a").item(0)).getAttribute("href"))
        .isEqualTo("/reviews/x/screening");
    assertThat(parsed(svg).getElementsByTagName("a").getLength()).isEqualTo(1);
  }

  @Test
  void aFigureFitsOnePageOfA4AndIsTheSameEachTime() throws Exception {
    String once =
        FlowFigure.draw(
            read(LONG), FlowOptions.ALL, FlowFigureTest::noLink, Texts.of(Texts.Language.it));

    Element root = parsed(once).getDocumentElement();
    double width = Double.parseDouble(root.getAttribute("width").replace("mm", ""));
    double height = Double.parseDouble(root.getAttribute("height").replace("mm", ""));
    assertThat(Math.min(width, height)).isLessThanOrEqualTo(190);
    assertThat(Math.max(width, height)).isLessThanOrEqualTo(277);
    assertThat(
            FlowFigure.draw(
                read(LONG), FlowOptions.ALL, FlowFigureTest::noLink, Texts.of(Texts.Language.it)))
        .isEqualTo(once);
  }

  @Test
  void aSkippedLevelLeavesNoBox() throws Exception {
    String text =
        Files.readString(Project.example("review-flow").resolve("letter.yaml"))
            .replaceAll("(?m)^(screened|retrieval):.*\n", "");

    assertThat(
            marks(
                    parsed(
                        FlowFigure.draw(
                            read(text),
                            FlowOptions.ALL,
                            FlowFigureTest::noLink,
                            Texts.of(Texts.Language.en))))
                .stream()
                .map(mark -> mark.getAttribute("data-row")))
        .containsExactly(
            "flow/identified",
            "flow/removed",
            "flow/assessed",
            "flow/reports-excluded",
            "flow/included");
  }
}
