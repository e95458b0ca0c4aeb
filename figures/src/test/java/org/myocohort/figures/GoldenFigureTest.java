package org.myocohort.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Two figures, byte for byte.
///
/// After an intended change look at the new pictures, then approve them:
///
///     mvn -pl figures test -Dtest=GoldenFigureTest -Dfigures.approve=true
class GoldenFigureTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/myocohort/figures");

  @Test
  void aLaneChartIsTheApprovedPicture() {
    compare("lane-chart.svg", Samples.laneChart().render());
  }

  @Test
  void aLaneChartForANarrowPageIsTheApprovedPicture() {
    compare("lane-chart-narrow.svg", Samples.laneChart().sized(FigureSize.screen(360)).render());
  }

  @Test
  void aPanelFigureIsTheApprovedPicture() {
    compare("panel-figure.svg", Samples.panelFigure().render());
  }

  private static void compare(String name, String drawn) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("figures.approve")) {
        Files.writeString(file, drawn);
      }
      assertThat(drawn).isEqualTo(Files.readString(file));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
