package org.myocohort.app.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.myocohort.app.cli.Texts;
import org.myocohort.exchange.csv.BadInputException;

class TaperTest {
  private static final Words WORDS = new Words(Texts.of(Texts.Language.en));
  private static final SourceLinks LINKS = SourceLinks.of((row, _) -> "/rows/" + row);

  private static TaperTable taper(String... treatments) throws BadInputException {
    String[] lines = new String[treatments.length + 1];
    lines[0] = "id,patient,drug,dose,unit,route,frequency,start,stop";
    System.arraycopy(treatments, 0, lines, 1, treatments.length);
    return TaperTable.of(
        new RecordOf()
            .with("treatments", lines)
            .with(
                "events",
                "id,patient,kind,date",
                "E1,P1,relapse,2025-03-11",
                "E2,P1,flare,2025-03",
                "E3,P1,admission,2025-03-11")
            .results(),
        LINKS,
        WORDS);
  }

  @Test
  void aRelapseIsToldWithTheDoseThatWasNotEnough() throws BadInputException {
    TaperTable taper =
        taper(
            "T1,P1,prednisone,20,mg,oral,daily,2025-01-01,2025-02-01",
            "T2,P1,prednisone,10,mg,oral,daily,2025-02-01,2025-02-15",
            "T3,P1,prednisone,7.5,mg,oral,daily,2025-02-15,2025-03-11",
            "T4,P1,prednisone,40,mg,oral,daily,2025-03-11,2025-04-10");
    assertThat(taper.relapses())
        .containsExactly(
            new Cell(
                "Relapse on 2025-03-11 at 7.5 mg, 24 days after the step from 10 mg.",
                "/rows/events/E1"));
    assertThat(taper.steps())
        .extracting(TaperTable.Step::dose, TaperTable.Step::days, TaperTable.Step::change)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("20", "31", ""),
            org.assertj.core.groups.Tuple.tuple("10", "14", "−10"),
            org.assertj.core.groups.Tuple.tuple("7.5", "24", "−2.5"),
            org.assertj.core.groups.Tuple.tuple("40", "30", "+32.5"));
    // 31 x 20 + 14 x 10 + 24 x 7.5 + 30 x 40 mg.
    assertThat(taper.cumulative())
        .isEqualTo("2.14 g of prednisone equivalent until 2025-04-10, 0 g of it intravenous.");
  }

  @Test
  void overlappingCoursesAddUpAndOtherSteroidsCountAsPrednisone() throws BadInputException {
    TaperTable taper =
        taper(
            "T1,P1,prednisone,10,mg,oral,daily,2025-01-01,2025-03-01",
            "T2,P1,methylprednisolone,8,mg,oral,daily,2025-02-01,2025-03-01");
    assertThat(taper.steps()).extracting(TaperTable.Step::dose).containsExactly("10", "20");
  }

  @Test
  void aDoseThatIsNotKnownIsAGapAndNotZero() throws BadInputException {
    TaperTable taper =
        taper(
            "T1,P1,prednisone,10,mg,oral,daily,2025-01-01,2025-02-01",
            "T2,P1,prednisone,,mg,oral,daily,2025-02-01,2025-03-01",
            "T3,P1,prednisone,5,mg,oral,daily,2025-03-01,2025-04-01");
    assertThat(taper.steps()).extracting(TaperTable.Step::dose).containsExactly("10", "5");
    assertThat(taper.steps()).extracting(TaperTable.Step::change).containsExactly("", "");
    assertThat(taper.cumulative()).startsWith("At least 0.47 g");
  }

  @Test
  void pulsesIntoTheVeinAreNoStep() throws BadInputException {
    assertThat(taper("T1,P1,methylprednisolone,1000,mg,iv,once,2025-01-01,").steps()).isEmpty();
  }
}
