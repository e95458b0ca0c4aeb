package org.myocohort.exchange.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.myocohort.patient.AntibodyResult;
import org.myocohort.patient.ClinicalEvent;
import org.myocohort.patient.Cohort;
import org.myocohort.patient.CoreSetScale;
import org.myocohort.patient.Frequency;
import org.myocohort.patient.MuscleEnzyme;
import org.myocohort.patient.Sex;

class StudySchemaTest {
  @Test
  void theTablesStandInTheOrderInWhichTheyAreRead() {
    assertThat(StudySchema.tables().stream().map(StudySchema.Table::name))
        .containsExactly(
            "patients",
            "antibodies",
            "manifestations",
            "visits",
            "measurements",
            "treatments",
            "adverse_events",
            "events",
            "biomarkers",
            "reported-statistics");
  }

  @Test
  void theDocumentationDescribesEveryColumnOfEveryTable() throws IOException {
    String page = Files.readString(Path.of("../docs/study-folder.md"));
    for (StudySchema.Table table : StudySchema.tables()) {
      int start = page.indexOf("\n## " + table.fileName() + "\n");
      assertThat(start).as(table.name()).isPositive();
      int end = page.indexOf("\n## ", start + 1);
      String section = page.substring(start, end < 0 ? page.length() : end);
      for (StudySchema.Column column : table.columns()) {
        String name = "`" + column.name() + "`";
        assertThat(section)
            .as(table.name())
            .contains("\n| " + (column.required() ? "**" + name + "**" : name) + " | ")
            .contains(" | " + column.description() + " |");
        for (String word : column.words()) {
          assertThat(section).as(table.name()).contains("`" + word + "`");
        }
      }
    }
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("patients", "cohort", codes(Cohort.values(), Cohort::code)),
        Arguments.of("patients", "sex", codes(Sex.values(), Sex::code)),
        Arguments.of(
            "antibodies",
            "result",
            codes(AntibodyResult.Result.values(), AntibodyResult.Result::code)),
        Arguments.of("treatments", "frequency", codes(Frequency.values(), Frequency::code)),
        Arguments.of(
            "events", "kind", codes(ClinicalEvent.Kind.values(), ClinicalEvent.Kind::code)));
  }

  private static <E> List<String> codes(
      E[] constants, java.util.function.Function<E, String> code) {
    return Arrays.stream(constants).map(code).toList();
  }

  @ParameterizedTest(name = "{0}.{1}")
  @MethodSource("words")
  void theSchemaListsTheWordsOfTheRecord(String table, String column, List<String> words) {
    assertThat(column(table, column).words()).isEqualTo(words);
  }

  @Test
  void theVisitsTableHasAColumnForEveryScaleAndEnzyme() {
    for (CoreSetScale scale : CoreSetScale.values()) {
      StudySchema.Column column = column("visits", scale.column());
      if (scale != CoreSetScale.MANUAL_MUSCLE_TEST
          && scale != CoreSetScale.MANUAL_MUSCLE_TEST_MAXIMUM) {
        assertThat(column.maximum()).as(scale.column()).isEqualTo(scale.maximum());
      }
    }
    for (MuscleEnzyme enzyme : MuscleEnzyme.values()) {
      assertThat(column("visits", enzyme.code()).type()).isEqualTo(StudySchema.Type.LIMITED);
      assertThat(column("visits", enzyme.code() + "_uln").type())
          .isEqualTo(StudySchema.Type.NUMBER);
    }
  }

  private static StudySchema.Column column(String table, String column) {
    return StudySchema.table(table).orElseThrow().column(column).orElseThrow();
  }
}
