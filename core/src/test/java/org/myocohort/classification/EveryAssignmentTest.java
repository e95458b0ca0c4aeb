package org.myocohort.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.classification.Classification.Result;
import org.myocohort.patient.Truth;

/// Each set against its rule written once more in two values: the answer is the one that every way
/// of filling in the open items agrees on, and an item named as settling does settle it.
class EveryAssignmentTest {

  private static final String SYNTHETASE = "anti-synthetase-antibody";

  private static int count(Set<String> held, String... items) {
    return (int) List.of(items).stream().filter(held::contains).count();
  }

  /// The rules of instruments.md 3.1 to 3.5, 3.8 and the invented table, typed for the test.
  static List<Arguments> sets() {
    return List.of(
        set(
            new LetterDefinition(),
            held ->
                held.contains(SYNTHETASE)
                    && count(
                            held,
                            "arthritis",
                            "ild",
                            "mechanics-hands",
                            "myocarditis",
                            "myositis",
                            "raynaud")
                        >= 2),
        set(
            new Connors2010(),
            held ->
                held.contains(SYNTHETASE)
                    && count(held, "ild", "arthritis", "raynaud", "mechanics-hands", "fever") >= 1),
        set(
            new Solomon2011(),
            held -> {
              int major = count(held, "ild", "myositis");
              int minor = count(held, "arthritis", "raynaud", "mechanics-hands");
              return held.contains(SYNTHETASE) && (major == 2 || (major == 1 && minor >= 2));
            }),
        set(
            new Lega2015(),
            held ->
                held.contains(SYNTHETASE)
                    && (count(held, "myositis", "ild", "articular-involvement") >= 1
                        || count(held, "fever", "raynaud", "mechanics-hands") >= 2)),
        set(
            new Enmc2023(),
            held -> held.contains(SYNTHETASE) && count(held, "ild", "myositis", "arthritis") >= 1),
        set(
            new BohanPeter1975(),
            held -> {
              int muscle =
                  count(
                      held, "proximal-weakness", "biopsy-compatible", "raised-enzyme", "emg-triad");
              boolean rash = count(held, "heliotrope-rash", "gottron-papules", "gottron-sign") > 0;
              return muscle >= (rash ? 2 : 3);
            }),
        set(
            AcrEularAntisynthetaseTest.invented(),
            held ->
                count(held, "ild", "myositis", "arthritis") >= 1
                    && 6 * count(held, SYNTHETASE)
                            + 4 * count(held, "ild")
                            + 3 * count(held, "myositis", "arthritis")
                            + 2 * count(held, "mechanics-hands")
                            + count(held, "rash", "fever", "raynaud")
                        >= 9));
  }

  private static Arguments set(CriteriaSet set, Predicate<Set<String>> rule) {
    return Arguments.of(set.code(), set, rule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sets")
  void answerIsWhatEveryCompletionAgreesOn(
      String code, CriteriaSet set, Predicate<Set<String>> rule) {
    List<Item> items =
        set.classify(ItemTruths.unknown()).parts().stream()
            .map(part -> ItemTruths.item(part.code()))
            .toList();
    for (Facts facts : assignments(items)) {
      Truth expected = agreed(facts, items, rule);
      Classification answer = set.classify(facts);

      assertThat(answer.result())
          .as("%s %s", code, answer.parts())
          .isEqualTo(Verdicts.result(expected));
      assertThat(answer.wouldSettle())
          .as("%s %s", code, answer.parts())
          .containsExactlyInAnyOrderElementsOf(
              expected == Truth.UNKNOWN ? settling(facts, items, rule) : Set.of());
    }
  }

  private static List<Facts> assignments(List<Item> items) {
    List<Facts> all = List.of(ItemTruths.unknown());
    for (Item item : items) {
      List<Facts> more = new ArrayList<>(all.size() * 3);
      for (Facts facts : all) {
        for (Truth truth : Truth.values()) {
          more.add(facts.with(item, truth));
        }
      }
      all = more;
    }
    return all;
  }

  private static Truth agreed(Facts facts, List<Item> items, Predicate<Set<String>> rule) {
    List<String> open = new ArrayList<>();
    Set<String> held = new LinkedHashSet<>();
    for (Item item : items) {
      if (facts.truth(item) == Truth.UNKNOWN) {
        open.add(item.code());
      } else if (facts.truth(item) == Truth.TRUE) {
        held.add(item.code());
      }
    }
    boolean met = false;
    boolean not = false;
    for (int chosen = 0; chosen < 1 << open.size(); chosen++) {
      Set<String> completed = new LinkedHashSet<>(held);
      for (int i = 0; i < open.size(); i++) {
        if ((chosen & (1 << i)) != 0) {
          completed.add(open.get(i));
        }
      }
      boolean holds = rule.test(completed);
      met |= holds;
      not |= !holds;
    }
    return met && not ? Truth.UNKNOWN : Truth.of(met);
  }

  private static Set<String> settling(Facts facts, List<Item> items, Predicate<Set<String>> rule) {
    Set<String> alone = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>();
    for (Item item : items) {
      if (facts.truth(item) == Truth.UNKNOWN) {
        open.add(item.code());
        if (agreed(facts.with(item, Truth.TRUE), items, rule) != Truth.UNKNOWN
            || agreed(facts.with(item, Truth.FALSE), items, rule) != Truth.UNKNOWN) {
          alone.add(item.code());
        }
      }
    }
    return alone.isEmpty() ? open : alone;
  }

  /// EULAR/ACR has too many items to try all: random ones, against the table typed for the test.
  @Test
  void eularAcrIsMetWhereEveryCompletionReachesProbable() throws IOException {
    long seed = 20261122;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int undetermined = 0;
    for (int i = 0; i < 3000; i++) {
      Facts facts = randomFacts(random);
      Classification answer = new EularAcr2017().classify(facts);
      Truth expected = reachesProbable(facts);

      assertThat(answer.result())
          .as("seed %d, round %d: %s", seed, i, answer.parts())
          .isEqualTo(Verdicts.result(expected));
      if (expected == Truth.UNKNOWN) {
        undetermined++;
        assertSettling(facts, answer, "seed " + seed + ", round " + i);
      }
    }
    assertThat(undetermined).as("rounds that test something").isBetween(500, 2900);
  }

  private static void assertSettling(Facts facts, Classification answer, String round)
      throws IOException {
    Set<String> alone = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>();
    for (var part : answer.parts()) {
      Item item = ItemTruths.item(part.code());
      if (facts.truth(item) == Truth.UNKNOWN) {
        open.add(item.question());
        for (Truth truth : List.of(Truth.TRUE, Truth.FALSE)) {
          if (reachesProbable(facts.with(item, truth)) != Truth.UNKNOWN) {
            alone.add(item.question());
          }
        }
      }
    }
    assertThat(answer.result()).isEqualTo(Result.UNDETERMINED);
    assertThat(answer.wouldSettle())
        .as(round)
        .containsExactlyInAnyOrderElementsOf(alone.isEmpty() ? open : alone);
  }

  private static Facts randomFacts(RandomGenerator random) {
    Facts facts = ItemTruths.unknown();
    int known = random.nextInt(1, 9);
    for (Item item : Item.values()) {
      Truth truth = random.nextInt(9) < known ? Truth.of(random.nextInt(10) < 3) : Truth.UNKNOWN;
      boolean consistent =
          item != Item.ONSET_FROM_40 || facts.truth(Item.ONSET_FROM_18) != Truth.FALSE;
      if (consistent && !(item == Item.BIOPSY_DONE && truth == Truth.UNKNOWN)) {
        facts = facts.with(item, truth);
      }
    }
    return facts;
  }

  /// The lowest and the highest score by the table typed for the test, against 5.5 and 6.7.
  private static Truth reachesProbable(Facts facts) throws IOException {
    boolean biopsy = facts.truth(Item.BIOPSY_DONE) == Truth.TRUE;
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    for (Map.Entry<String, List<String>> line : table().entrySet()) {
      String cell = line.getValue().get(biopsy ? 1 : 0);
      if (cell.isEmpty() || line.getKey().startsWith("onset-")) {
        continue;
      }
      Truth truth = facts.truth(ItemTruths.item(line.getKey()));
      low = truth == Truth.TRUE ? low.add(new BigDecimal(cell)) : low;
      high = truth == Truth.FALSE ? high : high.add(new BigDecimal(cell));
    }
    low = low.add(ageWeight(facts, biopsy, Truth.TRUE));
    high = high.add(ageWeight(facts, biopsy, Truth.FALSE));
    BigDecimal probable = new BigDecimal(biopsy ? "6.7" : "5.5");
    if (low.compareTo(probable) >= 0) {
      return Truth.TRUE;
    }
    return high.compareTo(probable) < 0 ? Truth.FALSE : Truth.UNKNOWN;
  }

  /// The weight of the age band that is certain (`TRUE`), or the highest that is not excluded.
  private static BigDecimal ageWeight(Facts facts, boolean biopsy, Truth wanted)
      throws IOException {
    for (Map.Entry<Item, String> band :
        List.of(
            Map.entry(Item.ONSET_FROM_40, "onset-from-40"),
            Map.entry(Item.ONSET_FROM_18, "onset-18-to-39"))) {
      Truth truth = facts.truth(band.getKey());
      if (wanted == Truth.TRUE ? truth == Truth.TRUE : truth != Truth.FALSE) {
        return new BigDecimal(
            Objects.requireNonNull(table().get(band.getValue())).get(biopsy ? 1 : 0));
      }
    }
    return BigDecimal.ZERO;
  }

  private static final Map<String, List<String>> TABLE = new HashMap<>();

  private static Map<String, List<String>> table() throws IOException {
    if (TABLE.isEmpty()) {
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  Objects.requireNonNull(
                      EveryAssignmentTest.class.getResourceAsStream("lundberg2017-table.csv")),
                  StandardCharsets.UTF_8))) {
        for (String line : reader.lines().toList()) {
          if (!line.startsWith("#") && !line.startsWith("item,")) {
            List<String> cells = List.of(line.split(",", -1));
            TABLE.put(cells.getFirst(), cells.subList(1, 3));
          }
        }
      }
    }
    return TABLE;
  }
}
