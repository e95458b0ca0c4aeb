package org.myocohort.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.myocohort.instrument.Bounds;
import org.myocohort.patient.Visit;

/// The short way against the one that stands beside the paper.
class KnownFollowUpTest {
  private static final int PAIRS = 20_000;
  private static final int[] FORMS = {80, 150, 260};

  /// Whole numbers, steps of the scale and thousandths in turn, so that many changes fall on the
  /// edge of a band.
  private static int upTo(Random random, int maximum) {
    int step = List.of(1000, 500, 125, 100, 1).get(random.nextInt(5));
    return random.nextInt(maximum * 1000 / step + 1) * step;
  }

  private record Both(KnownCoreSet known, Visit visit) {}

  private static Both both(Random random, String day, int form) {
    int[] scales = {
      upTo(random, 10),
      upTo(random, 10),
      upTo(random, 10),
      upTo(random, form),
      form * 1000,
      upTo(random, 3)
    };
    int[] enzymes = new int[KnownCoreSet.ENZYMES.size()];
    int[] upperLimits = new int[enzymes.length];
    Arrays.fill(enzymes, KnownCoreSet.NOT_RECORDED);
    Arrays.fill(upperLimits, KnownCoreSet.NOT_RECORDED);
    StringBuilder text =
        new StringBuilder(
            "PGA %s, PtGA %s, EXT %s, MMT %s/%s, HAQ %s"
                .formatted(Arrays.stream(scales).mapToObj(KnownFollowUpTest::decimal).toArray()));
    for (int i = 0; i < enzymes.length; i++) {
      if (random.nextInt(10) > 0) {
        enzymes[i] = upTo(random, random.nextInt(20) == 0 ? 2_000_000 : 200);
        text.append(", ").append(KnownCoreSet.ENZYMES.get(i)).append(' ');
        text.append(decimal(enzymes[i]));
        if (random.nextInt(50) > 0) {
          upperLimits[i] = random.nextInt(50) == 0 ? 7_600 : 20_000;
          text.append('/').append(decimal(upperLimits[i]));
        }
      }
    }
    return new Both(
        new KnownCoreSet(
            scales[0], scales[1], scales[2], scales[3], scales[4], scales[5], enzymes, upperLimits),
        CoreSetVisits.visit(day, text.toString()));
  }

  private static String decimal(int thousandths) {
    return BigDecimal.valueOf(thousandths, 3).toPlainString();
  }

  @Test
  void theShortWaySaysWhatTheLongWaySays() {
    Random random = new Random(2016);
    int taken = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      int form = FORMS[random.nextInt(FORMS.length)];
      Both before = both(random, "2024-01-01", form);
      Both after = both(random, "2024-06-01", random.nextInt(50) == 0 ? 80 : form);
      FollowUp expected = FollowUp.of(ScoreForm.ADULT, before.visit(), after.visit(), null);
      KnownFollowUp actual = KnownFollowUp.of(before.known(), after.known());
      boolean plain =
          expected.status() == ResponseStatus.COMPUTED && expected.assessment().notes().isEmpty();
      assertThat(actual != null).as("%s, then %s", before, after).isEqualTo(plain);
      if (actual != null) {
        taken++;
        assertThat(answer(actual)).as("%s, then %s", before, after).isEqualTo(answer(expected));
      }
    }
    assertThat(taken).isGreaterThan(PAIRS / 2);
  }

  private static List<Object> answer(KnownFollowUp judged) {
    List<Object> answer = new ArrayList<>();
    answer.add(judged.total().stripTrailingZeros());
    answer.add(judged.total().stripTrailingZeros());
    answer.add(judged.total().stripTrailingZeros());
    answer.add(judged.category().code());
    answer.add(judged.worsened());
    answer.add(judged.worsenedByQuarter());
    answer.add(judged.enzyme().code());
    judged.points().forEach(points -> answer.add(points.stripTrailingZeros()));
    return answer;
  }

  private static List<Object> answer(FollowUp judged) {
    Bounds bounds = Objects.requireNonNull(judged.assessment().bounds());
    List<Object> answer = new ArrayList<>();
    answer.add(Objects.requireNonNull(judged.assessment().value()).stripTrailingZeros());
    answer.add(bounds.lower().stripTrailingZeros());
    answer.add(bounds.upper().stripTrailingZeros());
    answer.add(judged.assessment().category());
    answer.add(judged.worsened());
    answer.add(judged.worsenedByQuarter());
    answer.add(judged.assessment().parts().get(4).detail());
    judged
        .assessment()
        .parts()
        .forEach(
            part -> answer.add(Objects.requireNonNull(part.points()).lower().stripTrailingZeros()));
    return answer;
  }
}
