package org.myocohort.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.myocohort.figures.CutOff;
import org.myocohort.figures.DrawnFigure;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Hue;
import org.myocohort.figures.Mark;
import org.myocohort.figures.Scale;

/// The example of docs/figures.md, word for word.
class ChartExampleTest {
  @Test
  void theExampleOfTheUserGuideIsDrawn() {
    Caption caption =
        Caption.of("Score at month 6", "The score of three patients.", "no score recorded")
            .stamped("Synthetic data");
    Kind all = Kind.of("anakinra", Hue.BLUE);
    Waterfall chart =
        Waterfall.of(
                caption,
                new Axis("Total improvement score", Scale.linear(0, 100)),
                List.of(
                    Column.of("P1", all, 72.5, Mark.of("P1: 72.5", "visits/P1-6/score")),
                    Column.between("P2", all, 20, 45, Mark.of("P2: 20 to 45", "visits/P2-6/score")),
                    Column.unknown("P3", all, Mark.of("P3: not scorable", "visits/P3-6/score"))),
                "not scorable")
            .withCutOffs(List.of(new CutOff(40, "moderate")));
    String oneColumn = chart.render();
    String twoColumns = chart.sized(FigureSize.print(174)).render();
    assertThat(DrawnFigure.parse(oneColumn).texts())
        .contains("P1", "P2", "P3", "anakinra", "not scorable", "moderate", "Synthetic data");
    assertThat(DrawnFigure.parse(twoColumns).marks()).hasSize(3);
  }
}
