package org.myocohort.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutTest {
  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @Test
  void spansThatOverlapGoToDifferentRowsAndTracksStayTogether() {
    List<Rows.Span> spans =
        List.of(
            new Rows.Span("a", 0, 10),
            new Rows.Span("b", 5, 30),
            new Rows.Span("c", 11, 20),
            new Rows.Span("a", 10, 40),
            new Rows.Span("d", 50, 60));
    assertThat(Rows.pack(spans, 4)).containsExactly(0, 1, 2, 0, 0);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noTwoSpansOfARowOverlap(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Rows.Span> spans = new ArrayList<>();
    for (int index = 0; index < 30; index++) {
      double left = random.nextDouble(100);
      spans.add(new Rows.Span("t" + random.nextInt(10), left, left + random.nextDouble(20)));
    }
    int[] rows = Rows.pack(spans, 3);
    for (int one = 0; one < rows.length; one++) {
      for (int other = one + 1; other < rows.length; other++) {
        if (rows[one] == rows[other]) {
          assertThat(spans.get(one).overlaps(spans.get(other), 3)).isFalse();
        }
      }
    }
    assertThat(Arrays.stream(rows).distinct().count())
        .isEqualTo(Arrays.stream(rows).max().orElse(0) + 1L);
  }

  @Test
  void labelsThatDoNotTouchStayAndOthersMoveByTheSame() {
    List<LabelSpread.Wish> wishes =
        List.of(
            new LabelSpread.Wish(50, 1), new LabelSpread.Wish(10, 1), new LabelSpread.Wish(52, 1));
    assertThat(LabelSpread.spread(wishes, 8, 0, 100)).containsExactly(47, 10, 55);
  }

  @Test
  void aHeavyLabelHoldsItsPlace() {
    List<LabelSpread.Wish> wishes =
        List.of(new LabelSpread.Wish(50, 1e9), new LabelSpread.Wish(49, 1));
    double[] places = LabelSpread.spread(wishes, 8, 0, 100);
    assertThat(places[0]).isBetween(49.999, 50.001);
    assertThat(places[1]).isBetween(41.99, 42.01);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void spreadLabelsKeepTheirDistanceOrderAndBounds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<LabelSpread.Wish> wishes = new ArrayList<>();
    for (int index = 0; index < 10; index++) {
      wishes.add(new LabelSpread.Wish(random.nextDouble(100), random.nextDouble(0.1, 50)));
    }
    double[] places = LabelSpread.spread(wishes, 10, 0, 100);
    for (int one = 0; one < 10; one++) {
      assertThat(places[one]).isBetween(0.0, 100.0);
      for (int other = 0; other < 10; other++) {
        if (wishes.get(one).middle() < wishes.get(other).middle()) {
          assertThat(places[other] - places[one]).isGreaterThan(10 - 1e-9);
        }
      }
    }
  }

  @Test
  void aLineTouchesABoxThatItCrossesOnly() {
    Box box = new Box(10, 10, 20, 20);
    assertThat(box.touches(0, 15, 30, 15)).isTrue();
    assertThat(box.touches(0, 0, 30, 30)).isTrue();
    assertThat(box.touches(0, 5, 30, 5)).isFalse();
    assertThat(box.touches(0, 15, 9, 15)).isFalse();
    assertThat(box.touches(0, 12, 12, 0)).isFalse();
  }

  @Test
  void aTextBesideAPointIsNeverPlacedOnAnother() {
    LabelPlacer placer = new LabelPlacer(new Box(0, 0, 60, 40));
    TextStyle style = new TextStyle(10, false, "#000000");
    List<Box> boxes = new ArrayList<>();
    for (int count = 0; count < 60; count++) {
      for (Label label : placer.place("82.5", Box.around(30, 20, 3), style)) {
        assertThat(label.text()).isEqualTo("82.5");
        assertThat(boxes).noneMatch(label.box()::overlaps);
        boxes.add(label.box());
      }
    }
    assertThat(boxes).hasSizeBetween(3, 12);
  }
}
