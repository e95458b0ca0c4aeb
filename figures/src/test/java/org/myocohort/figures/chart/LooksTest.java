package org.myocohort.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.figures.Box;
import org.myocohort.figures.DrawnFigure;
import org.myocohort.figures.FigureSize;
import org.myocohort.figures.Svg;

/// Textures, kinds and the places of points that would cover each other.
class LooksTest {
  @ParameterizedTest
  @EnumSource
  void aTextureKeepsWithinItsArea(Hatch hatch) {
    Box box = new Box(10, 20, 47, 31);
    Svg root = Svg.document(FigureSize.screen(100), "t", "d", false);
    hatch.over(box, 4, 1, "#000000").forEach(root::add);
    List<Box> lines =
        DrawnFigure.parse(root.render()).named("line").stream().map(DrawnFigure::box).toList();
    Box bounds = new Box(9.99, 19.99, 47.01, 31.01);
    assertThat(lines).allMatch(bounds::contains);
    assertThat(lines.isEmpty()).isEqualTo(hatch == Hatch.NONE);
  }

  @Test
  void kindsDifferAndARepeatedNameHasOne() {
    List<String> names = IntStream.range(0, 48).mapToObj(index -> "k" + index).toList();
    Set<List<Object>> looks = new HashSet<>();
    Kind.list(names).forEach(kind -> looks.add(List.of(kind.hue(), kind.hatch())));
    assertThat(looks).hasSize(48);
    List<Kind> kinds = Kind.list(names);
    for (int index = 1; index < 48; index++) {
      assertThat(kinds.get(index).hatch()).isNotEqualTo(kinds.get(index - 1).hatch());
    }
    assertThat(Kind.list(List.of("a", "b", "a"))).extracting(Kind::name).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void pointsOfASwarmDoNotCoverEachOtherWhereThereIsRoom(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] heights = random.doubles(60, 0, 200).map(y -> Math.round(y / 5) * 5.0).toArray();
    double[] offsets = Swarm.offsets(heights, 2, 40);
    for (int one = 0; one < heights.length; one++) {
      assertThat(Math.abs(offsets[one])).isLessThanOrEqualTo(40);
      for (int other = 0; other < one; other++) {
        double apart = Math.hypot(offsets[one] - offsets[other], heights[one] - heights[other]);
        assertThat(apart).isGreaterThanOrEqualTo(4);
      }
    }
    assertThat(Swarm.offsets(heights, 2, 40)).isEqualTo(offsets);
  }

  @Test
  void aLonePointStaysAndACrowdIsStillToldApart() {
    assertThat(Swarm.offsets(new double[] {7}, 2, 40)).containsExactly(0);
    assertThat(Swarm.offsets(new double[0], 2, 40)).isEmpty();
    double[] crowd = Swarm.offsets(new double[100], 2, 10);
    assertThat(Arrays.stream(crowd).boxed()).doesNotHaveDuplicates();
    assertThat(crowd).hasSize(100);
    assertThat(Arrays.stream(crowd).map(Math::abs).max().orElseThrow()).isLessThanOrEqualTo(10);
  }
}
