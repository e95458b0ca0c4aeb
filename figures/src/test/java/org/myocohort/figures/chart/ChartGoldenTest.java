package org.myocohort.figures.chart;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.figures.ApprovedPictures;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.chart.ChartSamples.Sample;

/// Every chart of seven subjects in one journal column, byte for byte.
///
/// After an intended change look at the new pictures, then approve them:
///
///     mvn -pl figures test -Dtest=ChartGoldenTest -Dfigures.approve=true
class ChartGoldenTest {
  static List<Sample> samples() {
    return ChartSamples.all(7, false);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aChartIsTheApprovedPicture(Sample sample) {
    Chart chart = sample.chart().sized(FigureSize.print(84));
    ApprovedPictures.compare("chart/" + sample.name() + ".svg", chart.render());
  }
}
