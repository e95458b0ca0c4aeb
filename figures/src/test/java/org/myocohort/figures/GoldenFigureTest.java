package org.myocohort.figures;

import org.junit.jupiter.api.Test;

/// Three figures, byte for byte.
///
/// After an intended change look at the new pictures, then approve them:
///
///     mvn -pl figures test -Dtest=GoldenFigureTest -Dfigures.approve=true
class GoldenFigureTest {
  @Test
  void aLaneChartIsTheApprovedPicture() {
    ApprovedPictures.compare("lane-chart.svg", Samples.laneChart().render());
  }

  @Test
  void aLaneChartForANarrowPageIsTheApprovedPicture() {
    ApprovedPictures.compare(
        "lane-chart-narrow.svg", Samples.laneChart().sized(FigureSize.screen(360)).render());
  }

  @Test
  void aPanelFigureIsTheApprovedPicture() {
    ApprovedPictures.compare("panel-figure.svg", Samples.panelFigure().render());
  }
}
