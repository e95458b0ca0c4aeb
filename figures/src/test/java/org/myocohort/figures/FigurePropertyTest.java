package org.myocohort.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every figure, tried on figures from seeds; the seed stands in the test's name.
class FigurePropertyTest {
  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aLaneChartKeepsItsPromises(long seed) {
    LaneChart chart = new RandomFigures(seed).laneChart();
    String svg = chart.render();
    Promises.keptBy(svg, chart.lanes().stream().flatMap(lane -> lane.marks().stream()).toList());
    assertThat(new RandomFigures(seed).laneChart().render()).isEqualTo(svg);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aPanelFigureKeepsItsPromises(long seed) {
    PanelFigure figure = new RandomFigures(seed).panelFigure();
    List<Mark> marks =
        figure.panels().stream()
            .flatMap(panel -> panel.plots().stream())
            .flatMap(plot -> plot.series().stream())
            .flatMap(series -> series.data().stream().map(Datum::mark))
            .toList();
    Promises.keptBy(figure.render(), marks);
  }
}
