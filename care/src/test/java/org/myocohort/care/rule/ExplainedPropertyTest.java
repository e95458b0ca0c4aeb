package org.myocohort.care.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.care.rule.Explained.Missing;
import org.myocohort.patient.Sex;

/// Rules made by chance of things that hold, that do not, that are not known and that a person
/// judges.
class ExplainedPropertyTest {
  private static final Rule YES = new Rule.SexIs(Sex.FEMALE);
  private static final Rule NO = new Rule.SexIs(Sex.MALE);
  private static final PatientView WOMAN = TestPatient.woman().view();

  private static Rule random(RandomGenerator random, int depth) {
    int kind = depth == 0 ? random.nextInt(4) : random.nextInt(9);
    return switch (kind) {
      case 0 -> YES;
      case 1 -> NO;
      case 2 -> new Rule.NotHeld("item " + random.nextInt(3));
      case 3 -> new Rule.Person("why");
      case 4 -> new Rule.All(parts(random, depth));
      case 5 -> new Rule.Any(parts(random, depth));
      case 6 -> new Rule.Not(random(random, depth - 1));
      case 7 -> {
        List<Rule> parts = parts(random, depth);
        yield new Rule.Count(1 + random.nextInt(parts.size()), parts);
      }
      default ->
          new Rule.When(
              random(random, depth - 1),
              random(random, depth - 1),
              random.nextBoolean() ? null : random(random, depth - 1));
    };
  }

  private static List<Rule> parts(RandomGenerator random, int depth) {
    List<Rule> parts = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      parts.add(random(random, depth - 1));
    }
    return parts;
  }

  private static Rule with(Rule rule, String item, Rule value) {
    return switch (rule) {
      case Rule.NotHeld(String name) -> name.equals(item) ? value : rule;
      case Rule.Leaf leaf -> leaf;
      case Rule.All(List<Rule> parts) -> new Rule.All(with(parts, item, value));
      case Rule.Any(List<Rule> parts) -> new Rule.Any(with(parts, item, value));
      case Rule.Count(int least, List<Rule> parts) ->
          new Rule.Count(least, with(parts, item, value));
      case Rule.Not(Rule part) -> new Rule.Not(with(part, item, value));
      case Rule.When when -> {
        Rule otherwise = when.otherwise();
        yield new Rule.When(
            with(when.condition(), item, value),
            with(when.then(), item, value),
            otherwise == null ? null : with(otherwise, item, value));
      }
    };
  }

  private static List<Rule> with(List<Rule> parts, String item, Rule value) {
    return parts.stream().map(part -> with(part, item, value)).toList();
  }

  private static boolean decided(Outcome outcome) {
    return outcome == Outcome.TRUE || outcome == Outcome.FALSE;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatBecomesKnownNeverTurnsADecidedAnswer(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < 2000; i++) {
      Rule rule = random(random, 4);
      Outcome before = WOMAN.explain(rule).outcome();
      for (Rule value : List.of(YES, NO)) {
        Outcome after = WOMAN.explain(with(rule, "item 0", value)).outcome();
        if (decided(before)) {
          assertThat(after).as("%s", rule).isEqualTo(before);
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void whatIsSaidToSettleAnAnswerDoes(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int settled = 0;
    for (int i = 0; i < 2000; i++) {
      Rule rule = random(random, 4);
      Explained explained = WOMAN.explain(rule);
      for (Explained.Settles each : explained.settling()) {
        String item = each.missing().values().getFirst();
        boolean yes = decided(WOMAN.explain(with(rule, item, YES)).outcome());
        boolean no = decided(WOMAN.explain(with(rule, item, NO)).outcome());
        if (each.always()) {
          assertThat(yes && no).as("%s", rule).isTrue();
          settled++;
        }
        assertThat(explained.missing(true)).contains(new Missing("item", List.of(item)));
      }
    }
    assertThat(settled).isPositive();
  }
}
