package org.myocohort.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.myocohort.instrument.Assessment;
import org.myocohort.instrument.Bounds;
import org.myocohort.instrument.Input;
import org.myocohort.instrument.Points;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.Visit;

/// The short way against the one that stands beside the paper.
class PlainFollowUpTest {
  private static final int PAIRS = 20_000;
  private static final int[] FORMS = {80, 150, 260};

  /// How many of a hundred values a visit lacks: a pair may be complete, have a gap, or little
  /// else.
  private static final List<Integer> GAPS = List.of(0, 10, 50, 90);

  private static final String BASELINE = "2024-01-01";
  private static final String VISIT = "2024-06-01";

  private record Both(PlainCoreSet plain, Visit visit) {}

  /// Visits made by chance.
  ///
  /// @param gaps how many of a hundred values are missing
  private record Chance(Random random, int gaps) {

    /// Whole numbers, steps of the scale and thousandths in turn, so that many changes fall on the
    /// edge of a band.
    int upTo(int maximum) {
      if (random.nextInt(100) < gaps) {
        return PlainCoreSet.MISSING;
      }
      int step = List.of(1000, 500, 125, 100, 1).get(random.nextInt(5));
      return random.nextInt(maximum * 1000 / step + 1) * step;
    }

    Both both(String day, int form) {
      int[] scales = {
        upTo(10),
        upTo(10),
        upTo(10),
        upTo(form),
        random.nextInt(100) < gaps ? PlainCoreSet.MISSING : form * 1000,
        upTo(3)
      };
      int[] enzymes = new int[PlainCoreSet.ENZYMES.size()];
      int[] upperLimits = new int[enzymes.length];
      Arrays.fill(enzymes, PlainCoreSet.MISSING);
      Arrays.fill(upperLimits, PlainCoreSet.MISSING);
      StringBuilder text =
          new StringBuilder(
              "PGA %s, PtGA %s, EXT %s, MMT %s/%s, HAQ %s"
                  .formatted(Arrays.stream(scales).mapToObj(PlainFollowUpTest::decimal).toArray()));
      for (int i = 0; i < enzymes.length; i++) {
        if (random.nextInt(10) > 0) {
          enzymes[i] = upTo(random.nextInt(20) == 0 ? 2_000_000 : 200);
        }
        if (enzymes[i] != PlainCoreSet.MISSING) {
          text.append(", ").append(PlainCoreSet.ENZYMES.get(i)).append(' ');
          text.append(decimal(enzymes[i]));
          if (random.nextInt(50) > 0) {
            upperLimits[i] = random.nextInt(50) == 0 ? 7_600 : 20_000;
            text.append('/').append(decimal(upperLimits[i]));
          }
        }
      }
      return new Both(
          new PlainCoreSet(
              scales[0],
              scales[1],
              scales[2],
              scales[3],
              scales[4],
              scales[5],
              enzymes,
              upperLimits),
          CoreSetVisits.visit(day, text.toString()));
    }
  }

  private static String decimal(int thousandths) {
    return thousandths == PlainCoreSet.MISSING
        ? "?"
        : BigDecimal.valueOf(thousandths, 3).toPlainString();
  }

  @Test
  void theShortWaySaysWhatTheLongWaySays() {
    Random random = new Random(2016);
    Map<ResponseStatus, Integer> taken = new EnumMap<>(ResponseStatus.class);
    for (int pair = 0; pair < PAIRS; pair++) {
      int form = FORMS[random.nextInt(FORMS.length)];
      Both before = new Chance(random, GAPS.get(random.nextInt(GAPS.size()))).both(BASELINE, form);
      Both after =
          new Chance(random, GAPS.get(random.nextInt(GAPS.size())))
              .both(VISIT, random.nextInt(50) == 0 ? 80 : form);
      FollowUp expected = FollowUp.of(ScoreForm.ADULT, before.visit(), after.visit(), null);
      PlainFollowUp actual = PlainFollowUp.of(before.plain(), after.plain());
      assertThat(actual != null).as("%s, then %s", before, after).isEqualTo(isPlain(expected));
      if (actual != null) {
        taken.merge(actual.status(), 1, Integer::sum);
        assertThat(answer(actual)).as("%s, then %s", before, after).isEqualTo(answer(expected));
      }
    }
    assertThat(taken).containsOnlyKeys(ResponseStatus.COMPUTED, ResponseStatus.PARTIAL);
    assertThat(taken.get(ResponseStatus.COMPUTED)).isGreaterThan(PAIRS / 20);
    assertThat(taken.get(ResponseStatus.PARTIAL)).isGreaterThan(PAIRS / 2);
  }

  /// A measured value and its unit have not changed between the visits, and neither is empty.
  private static boolean isPlain(FollowUp judged) {
    return judged.assessment().notes().stream()
        .allMatch(note -> note.code().equals("enzyme-without-upper-limit"));
  }

  private static List<Object> answer(PlainFollowUp judged) {
    List<Object> answer = new ArrayList<>();
    MuscleEnzyme enzyme = judged.enzyme();
    answer.add(judged.status());
    answer.add(text(judged.total()));
    answer.add(text(judged.lower()));
    answer.add(text(judged.upper()));
    answer.add(judged.category());
    answer.add(judged.worsened());
    answer.add(judged.worsenedByQuarter());
    answer.add(enzyme == null ? "" : enzyme.code());
    judged.points().forEach(points -> answer.add(text(points)));
    for (PlainFollowUp.Missing missing : judged.missing()) {
      answer.add("P@" + (missing.atBaseline() ? BASELINE : VISIT) + "/" + missing.column());
    }
    answer.addAll(judged.notes());
    return answer;
  }

  private static List<Object> answer(FollowUp judged) {
    Assessment score = judged.assessment();
    Bounds bounds = Objects.requireNonNull(score.bounds());
    List<Object> answer = new ArrayList<>();
    answer.add(judged.status());
    answer.add(text(score.value()));
    answer.add(text(bounds.lower()));
    answer.add(text(bounds.upper()));
    answer.add(score.category());
    answer.add(judged.worsened());
    answer.add(judged.worsenedByQuarter());
    answer.add(score.parts().get(4).detail());
    score.parts().forEach(part -> answer.add(text(Objects.requireNonNull(part.points()))));
    for (Input missing : score.missing()) {
      answer.add(missing.row().id() + "/" + missing.column());
    }
    answer.addAll(score.notes());
    return answer;
  }

  private static String text(Points points) {
    return text(points.lower()) + ".." + text(points.upper()) + " of " + text(points.maximum());
  }

  private static String text(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }
}
