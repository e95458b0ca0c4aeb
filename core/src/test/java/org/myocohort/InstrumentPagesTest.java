package org.myocohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.hyperinflammation.HScore;
import org.myocohort.hyperinflammation.MacrophageActivation2016;
import org.myocohort.instrument.Instrument;
import org.myocohort.instrument.Rule;
import org.myocohort.lung.ProgressivePulmonaryFibrosis2022;
import org.myocohort.response.ImprovementDefinition2004;
import org.myocohort.response.Worsening;
import org.myocohort.safety.AnakinraDosing;
import org.myocohort.safety.CreatinineClearance;
import org.myocohort.safety.CtcaeGrades.Version;
import org.myocohort.safety.CtcaeLaboratoryGrades;
import org.myocohort.strength.ManualMuscleTest24;
import org.myocohort.strength.ManualMuscleTest8;
import org.myocohort.treatment.PrednisoneEquivalent;

/// Each instrument has a page that tells every rule with the mark that the code gives it.
class InstrumentPagesTest {

  private static final Path PAGES = Path.of("..", "docs", "instruments");

  static Stream<Arguments> instruments() {
    Stream<Instrument> instruments =
        Stream.of(
            new PrednisoneEquivalent(),
            new HScore(),
            new MacrophageActivation2016(),
            new ProgressivePulmonaryFibrosis2022(),
            new CtcaeLaboratoryGrades(Version.V5),
            new CtcaeLaboratoryGrades(Version.V6),
            new CreatinineClearance(),
            new AnakinraDosing(),
            new ManualMuscleTest8(),
            new ManualMuscleTest24());
    return Stream.concat(
        instruments.map(instrument -> Arguments.of(instrument.code(), instrument.rules())),
        Stream.of(
            Arguments.of(ImprovementDefinition2004.CODE, ImprovementDefinition2004.rules()),
            Arguments.of(Worsening.CODE, Worsening.rules())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("instruments")
  void pageTellsEveryRuleWithItsMark(String code, List<Rule> rules) throws IOException {
    List<String> lines = Files.readAllLines(PAGES.resolve(code + ".md"));

    assertThat(rules)
        .isNotEmpty()
        .allSatisfy(rule ->
            assertThat(lines)
                .anyMatch(line ->
                    line.startsWith("| " + rule.code() + " |")
                        && line.endsWith(" | " + mark(rule) + " | " + rule.source() + " |")));
  }

  private static String mark(Rule rule) {
    return switch (rule.verification()) {
      case VERIFIED -> "verified";
      case WEAK -> "weak source";
      case FROM_MEMORY -> "from memory";
      case OURS -> "ours";
      case NOT_FOUND -> "not found";
    };
  }
}
