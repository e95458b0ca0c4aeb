package org.myocohort.app.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.csv.BadInputException;
import org.myocohort.figures.FigureSize;
import org.myocohort.patient.RowReference;

class TimelineTest {
  private static final Words WORDS = new Words(Texts.of(Texts.Language.en));
  private static final SourceLinks LINKS =
      SourceLinks.of((row, column) -> "/rows/" + row + (column.isEmpty() ? "" : "#" + column));

  private static Timeline timeline(RecordOf record, TimelineOptions options)
      throws BadInputException {
    return Timeline.of(record.results(), options, LINKS, WORDS).orElseThrow();
  }

  private static String svg(RecordOf record, TimelineOptions options) throws BadInputException {
    return timeline(record, options).render(FigureSize.screen(1150), "");
  }

  private static RecordOf threeLaboratories() throws BadInputException {
    return new RecordOf()
        .with("visits", "id,patient,date,haq", "V1,P1,2025-01-01,1.5", "V2,P1,2025-07-01,0.5")
        .with(
            "measurements",
            "id,patient,date,measurement,value,unit,upper_limit",
            "M1,P1,2025-01-01,ck,900,U/L,190",
            "M2,P1,2025-03-01,ck,10,ukat/L,3",
            "M3,P1,2025-05-01,ck,300,U/L,",
            "M4,P1,2025-07-01,ck,150,U/L,145");
  }

  @Test
  void aValueStandsOnTheBandThatHeldAtItsDate() throws BadInputException {
    String svg = svg(threeLaboratories(), TimelineOptions.USUAL);
    assertThat(svg)
        .contains("<title>Up to 190 U/L</title>")
        .contains("<title>Up to 145 U/L</title>");
    // 3 ukat/L, the limit of the laboratory that measured in ukat/L.
    assertThat(svg).contains("<title>Up to 180 U/L</title>").contains("band to 145–190");
    assertThat(bands(svg)).hasSize(3);
  }

  @Test
  void aBandChangesHalfWayAndIsNotDrawnWhereNoLimitIsNamed() {
    List<ReferenceBands.Limits> limits =
        List.of(
            new ReferenceBands.Limits(0, null, 190.0),
            new ReferenceBands.Limits(1, null, 190.0),
            new ReferenceBands.Limits(3, null, 145.0),
            new ReferenceBands.Limits(5, null, null),
            new ReferenceBands.Limits(9, null, 145.0));
    assertThat(ReferenceBands.of(limits, "U/L", WORDS))
        .extracting(band -> List.of(band.high(), band.from(), band.to()))
        .containsExactly(
            List.of(190.0, -0.5, 2.0), List.of(145.0, 2.0, 4.0), List.of(145.0, 7.0, 9.5));
  }

  @Test
  void twoLaboratoriesOfOneDayGiveOneBandAndTwoPoints() throws BadInputException {
    RecordOf record =
        new RecordOf()
            .with("visits", "id,patient,date,haq", "V1,P1,2025-01-01,1.5")
            .with(
                "measurements",
                "id,patient,date,measurement,value,unit,upper_limit",
                "M1,P1,2025-01-01,crp,40,mg/L,",
                "M2,P1,2025-01-01,crp,40,mg/L,5");
    String svg = svg(record, TimelineOptions.USUAL);
    assertThat(svg).contains("data-row=\"measurements/M1/value\"");
    assertThat(svg).contains("data-row=\"measurements/M2/value\"");
    assertThat(bands(svg)).hasSize(1);
    List<String> places =
        Pattern.compile("href=\"/rows/measurements/M\\d#value\"[^>]*>\\s*<circle cx=\"([0-9.]+)\"")
            .matcher(svg)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(places).hasSize(2).doesNotHaveDuplicates();
  }

  private static List<MatchResult> bands(String svg) {
    return Pattern.compile("<title>Up to [0-9.]+ ").matcher(svg).results().toList();
  }

  @ParameterizedTest(name = "day 0 is {0}: the first visit is at {1}")
  @CsvSource({
    "index, −0.5, months from start of anakinra",
    "first-visit, 0, months from first visit",
    "diagnosis, +2.0, months from diagnosis",
    "drug:prednisone, −2.0, months from start of prednisone",
    "drug:rituximab, −0.5, months from start of anakinra",
    "'', −0.5, months from start of anakinra",
  })
  void dayZeroIsAsChosen(String choice, String month, String axis) throws BadInputException {
    RecordOf record =
        new RecordOf()
            .withIndex("anakinra")
            .with("visits", "id,patient,date,haq", "V1,P1,2025-01-01,1.5", "V2,P1,2025-07-01,0.5")
            .with(
                "treatments",
                "id,patient,drug,dose,unit,frequency,start",
                "T1,P1,anakinra,100,mg,daily,2025-01-15",
                "T2,P1,prednisone,50,mg,daily,2025-03-03");
    Timeline timeline = timeline(record, TimelineOptions.of(choice, false, List.of("response")));
    assertThat(timeline.zero().axis()).isEqualTo(axis);
    assertThat(timeline.rows()).first().extracting(TimelineRow::month).isEqualTo(month);
    assertThat(timeline.render(FigureSize.screen(1150), "")).contains(axis);
  }

  @Test
  void aLogarithmicAxisIsOfferedAndCanBeDeclined() throws BadInputException {
    assertThat(svg(threeLaboratories(), TimelineOptions.USUAL)).contains("U/L, log");
    assertThat(svg(threeLaboratories(), TimelineOptions.of("", true, List.of())))
        .contains("U/L, band to")
        .doesNotContain("U/L, log");
  }

  @Test
  void aValueOfZeroHasNoPlaceOnALogarithmicAxis() throws BadInputException {
    RecordOf record =
        new RecordOf()
            .with("visits", "id,patient,date,haq", "V1,P1,2025-01-01,1.5")
            .with(
                "measurements",
                "id,patient,date,measurement,value,unit,upper_limit",
                "M1,P1,2025-01-01,ck,0,U/L,190");
    assertThat(svg(record, TimelineOptions.USUAL)).doesNotContain("log");
  }

  @Test
  void onlyTheLanesAskedForAreDrawn() throws BadInputException {
    String svg = svg(threeLaboratories(), TimelineOptions.of("", false, List.of("ck", "nonsense")));
    assertThat(svg).contains(">CK</text>").doesNotContain(">Events</text>");
  }

  @Test
  void aValueBeyondALimitAndACorrectedValueAreMarked() throws BadInputException {
    RecordOf record =
        new RecordOf()
            .with("visits", "id,patient,date,haq", "V1,P1,2025-01-01,1.5")
            .with(
                "measurements",
                "id,patient,date,measurement,value,unit",
                "M1,P1,2025-01-01,troponin-t-hs,<5,ng/L",
                "M2,P1,2025-02-01,troponin-t-hs,40,ng/L");
    SourceLinks corrected =
        new SourceLinks(LINKS.place(), Set.of(new RowReference("measurements", "M2")));
    Timeline timeline =
        Timeline.of(record.results(), TimelineOptions.USUAL, corrected, WORDS).orElseThrow();
    assertThat(timeline.render(FigureSize.screen(1150), ""))
        .contains("<title>&lt;5 ng/L, 2025-01-01</title>")
        .contains("<title>40 ng/L, 2025-02-01; corrected after entry</title>")
        .contains("fill=\"none\" stroke=\"#");
    assertThat(timeline.rows())
        .extracting(TimelineRow::value, TimelineRow::corrected)
        .contains(
            org.assertj.core.groups.Tuple.tuple("<5 ng/L", false),
            org.assertj.core.groups.Tuple.tuple("40 ng/L", true));
  }

  @Test
  void everyMarkOfTheFigureIsARowOfTheTableAndOpensItsSource() throws BadInputException {
    Timeline timeline = timeline(threeLaboratories(), TimelineOptions.USUAL);
    String svg = timeline.render(FigureSize.screen(1150), "");
    List<String> links =
        Pattern.compile("href=\"([^\"]+)\"")
            .matcher(svg)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(links)
        .hasSize(6)
        .containsExactlyInAnyOrderElementsOf(
            timeline.rows().stream().map(TimelineRow::href).toList());
  }

  @Test
  void barsAreAsHighAsTheirDose() throws BadInputException {
    RecordOf record =
        new RecordOf()
            .with(
                "treatments",
                "id,patient,drug,dose,unit,frequency,start,stop",
                "T1,P1,azathioprine,50,mg,daily,2025-01-01,2025-04-01",
                "T2,P1,azathioprine,100,mg,daily,2025-04-01,2025-08-01");
    String svg = svg(record, TimelineOptions.USUAL);
    List<Double> heights =
        Pattern.compile(
                "href=\"/rows/treatments/T\\d#dose\"[^>]*>\\s*<rect [^>]*height=\"([0-9.]+)\"")
            .matcher(svg)
            .results()
            .map(found -> Double.valueOf(found.group(1)))
            .toList();
    assertThat(heights).hasSize(2);
    assertThat(heights.getFirst() * 2).isEqualTo(heights.getLast());
  }

  @Test
  void aRecordWithoutAnyDateHasNoTimeline() throws BadInputException {
    RecordOf record = new RecordOf().with("patients", "id,sex", "P1,female");
    assertThat(Timeline.of(record.results(), TimelineOptions.USUAL, LINKS, WORDS)).isEmpty();
  }
}
