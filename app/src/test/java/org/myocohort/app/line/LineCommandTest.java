package org.myocohort.app.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.app.CommandRun;
import org.myocohort.app.Project;
import org.myocohort.app.cli.Texts;
import org.myocohort.care.alert.AlertRules;

class LineCommandTest {
  private static final Path LETTER = Project.example("anakinra-antisynthetase");
  private static final Path CENTRE = Project.example("synthetic-centre");
  private static final String DAY = "2026-11-22";

  @Test
  void theLettersPatientsHaveNoDatedLineAndRefractoryIsNotShownForTheFirst() {
    List<String> lines = CommandRun.of("line", LETTER, "--on", DAY, "--format", "csv").lines();

    assertThat(lines.getFirst())
        .isEqualTo(
            "patient,kind,code,result,from,until,days,detail,rows,lacks,mark,sources,definition");
    assertThat(lines).noneMatch(line -> line.contains(",line,"));
    assertThat(lines)
        .anyMatch(line -> line.startsWith("P1,refractory,glucocorticoid-and-one,not shown,"))
        .anyMatch(line -> line.startsWith("P2,refractory,glucocorticoid-and-one,open,"));
    assertThat(lines)
        .filteredOn(line -> line.contains(",alert,") && line.contains(",raised,"))
        .hasSize(2)
        .allMatch(line -> line.contains(",methotrexate-lung,"));
  }

  @Test
  void everyRuleAnswersInTheMachineFormats() {
    List<String> lines =
        CommandRun.of("line", CENTRE, "--patient", "SC-002", "--on", DAY, "--format", "csv")
            .lines();

    assertThat(lines)
        .filteredOn(line -> line.startsWith("SC-002,alert,"))
        .hasSize(AlertRules.shipped().all().size());
    assertThat(lines).noneMatch(line -> line.startsWith("SC-001"));
  }

  @Test
  void anAlertIsAnAnswerAndTheCountSaysWhatWasAsked() {
    CommandRun run = CommandRun.of("line", LETTER, "--patient", "L1", "--on", DAY);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("methotrexate-lung")
        .contains("No alert is not \"safe\".")
        .doesNotContain("azathioprine-febuxostat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "csv", "json"})
  void bothLanguagesAnswerTheSameRows(String format) {
    CommandRun english = CommandRun.of("line", CENTRE, "--on", DAY, "--format", format);
    CommandRun italian =
        CommandRun.of("line", CENTRE, "--on", DAY, "--format", format, "--lang", "it");

    assertThat(english.exitCode()).isZero();
    assertThat(italian.lines()).hasSameSizeAs(english.lines());
    assertThat(CommandRun.of("line", CENTRE, "--on", DAY, "--format", format).out())
        .isEqualTo(english.out());
  }

  @Test
  void everyRuleHasItsTitle() {
    for (Texts.Language language : Texts.Language.values()) {
      assertThat(AlertRules.shipped().all())
          .allSatisfy(rule ->
              assertThat(Texts.of(language).has("line.rule." + rule.id())).as(rule.id()).isTrue());
    }
  }

  @Test
  void aPatientWhoIsNotThereIsNamed() {
    CommandRun run = CommandRun.of("line", CENTRE, "--patient", "nobody");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("nobody");
    assertThat(run.out()).isEmpty();
  }
}
