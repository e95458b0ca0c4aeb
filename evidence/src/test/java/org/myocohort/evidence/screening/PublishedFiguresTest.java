package org.myocohort.evidence.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.myocohort.exchange.csv.BadInputException;

/// The reference mode against ASReview's own program, cold in file order, on the sets it was run on.
/// They are not part of this project; it takes minutes:
///
///     mvn -pl evidence -am test -Dtest=PublishedFiguresTest -Dscreening.sets=FOLDER
@EnabledIfSystemProperty(named = "screening.sets", matches = ".+")
class PublishedFiguresTest {
  /// The figures are printed with three decimals.
  private static final Offset<Double> PRINTED = offset(0.000501);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          # N, R, n95, WSS@95, recall@10 %, ATD, loss; ASReview with ELAS u4
          Cohen_2006_Antihistamines,         310,  16,  299, -0.015, 0.438, 0.230, 0.213
          Cohen_2006_AtypicalAntipsychotics, 1120, 146, 772,  0.261, 0.370, 0.221, 0.179
          Cohen_2006_BetaBlockers,           2072, 42,  453,  0.731, 0.762, 0.089, 0.081
          Cohen_2006_CalciumChannelBlockers, 1218, 100, 628,  0.434, 0.400, 0.180, 0.151
          Cohen_2006_NSAIDS,                 393,  41,  95,   0.708, 0.488, 0.114, 0.067
          Cohen_2006_Opiods,                 1915, 15,  1392, 0.223, 0.867, 0.129, 0.125
          Cohen_2006_OralHypoglycemics,      503,  136, 398,  0.159, 0.235, 0.306, 0.233
          Cohen_2006_UrinaryIncontinence,    327,  40,  179,  0.403, 0.450, 0.184, 0.139
          Nagtegaal_2019,                    2008, 101, 468,  0.717, 0.644, 0.095, 0.073
          Kitchenham_2010,                   1698, 45,  43,   0.925, 1.000, 0.013, 0.000
          """)
  void u4GivesTheFiguresOfTheReference(
      String set,
      int records,
      int relevant,
      int n95,
      double wss95,
      double recall10,
      double atd,
      double loss)
      throws IOException, BadInputException {
    RankingMeasures measures = measures(set, RankingModel.U4);
    assertThat(measures.records()).isEqualTo(records);
    assertThat(measures.relevant()).isEqualTo(relevant);
    assertThat(measures.n95()).isEqualTo(n95);
    assertThat(measures.wss95()).isCloseTo(wss95, PRINTED);
    assertThat(measures.recall10()).isCloseTo(recall10, PRINTED);
    assertThat(measures.atd()).isCloseTo(atd, PRINTED);
    assertThat(measures.loss()).isCloseTo(loss, PRINTED);
  }

  private static RankingMeasures measures(String set, RankingModel model)
      throws IOException, BadInputException {
    ScreeningTable table =
        ScreeningTable.read(
            Path.of(System.getProperty("screening.sets", ""), set + ".csv.gz"), null);
    List<Boolean> relevant =
        table.records().stream().map(row -> Objects.requireNonNull(row.relevant())).toList();
    List<RankedText> texts = table.records().stream().map(ScreeningTable.Row::text).toList();
    List<Integer> filed = IntStream.range(0, texts.size()).boxed().toList();
    return RankingMeasures.of(
        Simulation.run(model.over(texts, ""), relevant, filed, List.of(), _ -> {}).stream()
            .map(relevant::get)
            .toList());
  }
}
