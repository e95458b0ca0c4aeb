package org.myocohort.app.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.myocohort.app.Project;
import org.myocohort.cohort.selection.CohortFile;

/// What the form of a cohort says, and what it leaves to the text.
class CohortFormTest {
  @ParameterizedTest
  @ValueSource(strings = {"anakinra", "letter"})
  void theExamplesOpenInTheFormAndMeanTheSameThere(String name) throws Exception {
    String text = Files.readString(Project.root().resolve("examples/cohorts/" + name + ".yaml"));
    CohortForm form = CohortForm.read(text).orElseThrow();
    assertThat(form.steps()).isNotEmpty();
    assertThat(CohortFile.read("", form.yaml())).isEqualTo(CohortFile.read("", text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{any: [{antibody: Jo-1}, {finding: fever}]}",
        "{taken: anakinra, within: 1 year}",
        "{age: now, at most: 70 years}",
        "{not: {not: {antibody: Jo-1}}}"
      })
  void whatTheFormHasNoPlaceForStaysText(String rule) {
    String text = "cohort: A\nsteps:\n  - step: One\n    rule: " + rule + "\n";
    assertThat(CohortForm.read(text)).isEmpty();
    assertThat(CohortForm.read(text.replace(rule, "{antibody: Jo-1}"))).isPresent();
  }

  @ParameterizedTest
  @EnumSource(StepKind.class)
  void everyKindOfStepIsWrittenSoThatTheFormReadsItBack(StepKind kind) throws Exception {
    CohortForm form = CohortForm.empty().titled("All: \"kinds\"").with(kind, "Step #1");
    CohortForm filled =
        new CohortForm(
            form.title(),
            CohortForm.FIRST_DOSE,
            "anakinra, any biologic",
            "2010-01-01",
            "",
            "6",
            "months",
            "kept",
            List.of(filled(form.steps().getFirst())));
    assertThat(CohortForm.read(filled.yaml())).contains(filled);
  }

  private static CohortForm.Step filled(CohortForm.Step step) {
    java.util.Map<String, String> values = new java.util.LinkedHashMap<>(step.values());
    for (StepKind.Field field : step.kind().fields()) {
      String value =
          switch (field.key()) {
            case "antibody" -> "Jo-1, PL-7";
            case "finding" -> "fever";
            case "taken", "taking", "begun" -> "any biologic";
            case "except" -> "anakinra";
            case "measurement" -> "CK";
            case "in line at least" -> "3";
            case "at least" -> step.kind() == StepKind.AGE ? "18" : "500 U/L";
            default -> step.value(field);
          };
      values.put(field.key(), value);
    }
    return new CohortForm.Step(step.kind(), step.name(), step.asked(), true, values);
  }

  @Test
  void aFieldLeftEmptyIsAFaultOfThatFieldAndNotOfTheFile() {
    CohortForm form = CohortForm.empty().with(StepKind.ANTIBODY, "Antibody");
    assertThat(form.yaml()).contains("rule: {antibody: \"\", result: positive}");
  }
}
